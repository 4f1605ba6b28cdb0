package io.yanmen.bench.steady;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;

/** A publisher that has other figures each time it is asked, and a webhook that takes alerts. */
final class FeedServer implements AutoCloseable {
  private static final int YEARS = 60;

  private final HttpServer server;
  private final AtomicInteger asked = new AtomicInteger();
  private final AtomicInteger told = new AtomicInteger();

  private FeedServer(HttpServer server) {
    this.server = server;
  }

  static FeedServer start() throws IOException {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    FeedServer feeds = new FeedServer(server);
    server.createContext("/t0", feeds::feed);
    server.createContext("/alerts", feeds::alert);
    server.start();
    return feeds;
  }

  /** Of years in turn, so that old figures are corrected after an hour. */
  private void feed(HttpExchange exchange) throws IOException {
    int number = asked.incrementAndGet();
    byte[] body =
        "地区代码,指标,时间,单位,数值\n140923,原煤产量,%d年,万吨,%d\n"
            .formatted(1950 + number % YEARS, 1000 + number)
            .getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().add("Content-Type", "text/csv");
    exchange.sendResponseHeaders(200, body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }

  private void alert(HttpExchange exchange) throws IOException {
    exchange.getRequestBody().readAllBytes();
    told.incrementAndGet();
    exchange.sendResponseHeaders(204, -1);
    exchange.close();
  }

  int port() {
    return server.getAddress().getPort();
  }

  /** Where alerts are sent. */
  String webhook() {
    return "http://127.0.0.1:%d/alerts".formatted(port());
  }

  int asked() {
    return asked.get();
  }

  int told() {
    return told.get();
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
