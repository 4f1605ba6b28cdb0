package io.yanmen.service.ingest;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** An HTTP server on a bare socket, so that it can break every rule; one request a connection. */
public final class FeedServer implements AutoCloseable {
  /** What is done to one request. */
  @FunctionalInterface
  public interface Answer {
    void to(Request request, OutputStream out) throws Exception;
  }

  /**
   * A request as it came.
   *
   * @param target path and query
   * @param headers by lower-case name
   */
  record Request(String target, Map<String, String> headers, Socket socket) {}

  private final ServerSocket socket;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final List<Answer> script = new CopyOnWriteArrayList<>();
  final List<Request> requests = new CopyOnWriteArrayList<>();

  public FeedServer() throws IOException {
    socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    threads.execute(this::accept);
  }

  public String url() {
    return "http://127.0.0.1:" + socket.getLocalPort();
  }

  /** The answers in turn; the last one is given again and again. */
  public void answers(Answer... answers) {
    script.clear();
    script.addAll(List.of(answers));
    requests.clear();
  }

  List<String> targets() {
    return requests.stream().map(Request::target).toList();
  }

  static Answer ok(String type, String body, String... headers) {
    return (request, out) -> {
      byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
      StringBuilder head = new StringBuilder("HTTP/1.1 200 OK\r\nContent-Type: " + type + "\r\n");
      for (String header : headers) {
        head.append(header).append("\r\n");
      }
      head.append("Content-Length: ").append(bytes.length).append("\r\nConnection: close\r\n\r\n");
      write(out, head.toString());
      out.write(bytes);
    };
  }

  public static Answer csv(String body, String... headers) {
    return ok("text/csv; charset=utf-8", body, headers);
  }

  public static Answer status(int code, String... headers) {
    return (request, out) -> {
      List<String> lines = new ArrayList<>(List.of("HTTP/1.1 " + code + " No"));
      lines.addAll(List.of(headers));
      lines.add("Content-Length: 0");
      lines.add("Connection: close");
      write(out, String.join("\r\n", lines) + "\r\n\r\n");
    };
  }

  static Answer raw(String text) {
    return (request, out) -> write(out, text);
  }

  /** Says nothing until the other side has enough. */
  static Answer hang() {
    return (request, out) -> request.socket().getInputStream().read();
  }

  /** A byte every so often, for ever. */
  static Answer drip(String head, long everyMillis) {
    return (request, out) -> {
      write(out, head);
      while (!request.socket().isClosed()) {
        out.write('1');
        out.flush();
        Thread.sleep(everyMillis);
      }
    };
  }

  static Answer reset() {
    return (request, out) -> {
      // Without lingering, closing is a reset.
      request.socket().setSoLinger(true, 0);
      request.socket().close();
    };
  }

  static void write(OutputStream out, String text) throws IOException {
    out.write(text.getBytes(StandardCharsets.UTF_8));
    out.flush();
  }

  private void accept() {
    while (!socket.isClosed()) {
      try {
        Socket client = socket.accept();
        threads.execute(() -> serve(client));
      } catch (IOException closed) {
        return;
      }
    }
  }

  private void serve(Socket client) {
    try (client) {
      BufferedReader in =
          new BufferedReader(
              new InputStreamReader(client.getInputStream(), StandardCharsets.ISO_8859_1));
      String first = in.readLine();
      if (first == null) {
        return;
      }
      Map<String, String> headers = new ConcurrentHashMap<>();
      for (String line = in.readLine(); line != null && !line.isEmpty(); line = in.readLine()) {
        String[] parts = line.split(":", 2);
        headers.put(parts[0].strip().toLowerCase(java.util.Locale.ROOT), parts[1].strip());
      }
      Request request = new Request(first.split(" ")[1], headers, client);
      Answer answer;
      synchronized (this) {
        requests.add(request);
        answer = script.size() > 1 ? script.remove(0) : script.get(0);
      }
      answer.to(request, client.getOutputStream());
    } catch (Exception theOtherSideHadEnough) {
      return;
    }
  }

  @Override
  public void close() throws IOException {
    socket.close();
    threads.shutdownNow();
  }
}
