package io.yanmen.service.ingest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;

/** A web server that takes alerts, and refuses as many as it is told to. */
public final class AlertSink implements AutoCloseable {
  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  /** What came, accepted or not. */
  public record Post(String target, JsonNode body, int answered) {}

  private final HttpServer server;
  private final ConcurrentLinkedQueue<Integer> refusals = new ConcurrentLinkedQueue<>();
  private volatile String answer = "{\"errcode\":0,\"code\":0}";
  public final List<Post> posts = new CopyOnWriteArrayList<>();

  public AlertSink() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 50);
    server.createContext("/", this::take);
    server.start();
  }

  public String url() {
    return "http://127.0.0.1:"
        + server.getAddress().getPort()
        + "/hook/t0ken-in-path?key=k3y-in-query";
  }

  public void answers(String text) {
    answer = text;
  }

  public void refusesNext(int status, int times) {
    for (int i = 0; i < times; i++) {
      refusals.add(status);
    }
  }

  public List<JsonNode> accepted() {
    return posts.stream().filter(it -> it.answered() == 200).map(Post::body).toList();
  }

  /** How many of a kind were told in all messages together. */
  public long total(String kind) {
    return accepted().stream()
        .flatMap(it -> it.path("groups").valueStream())
        .filter(it -> it.path("kind").asText().equals(kind))
        .mapToLong(it -> it.path("total").asLong())
        .sum();
  }

  private void take(HttpExchange exchange) throws IOException {
    try (exchange) {
      JsonNode body = MAPPER.readTree(exchange.getRequestBody());
      int status = Optional.ofNullable(refusals.poll()).orElse(200);
      posts.add(new Post(exchange.getRequestURI().toString(), body, status));
      byte[] bytes = answer.getBytes(StandardCharsets.UTF_8);
      exchange.sendResponseHeaders(status, bytes.length);
      exchange.getResponseBody().write(bytes);
    }
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
