package io.yanmen.command.run;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;

/** Plays the public body that publishes feeds: serves the files of a folder on the loopback. */
final class DemoFeedServer implements AutoCloseable {
  private final Path folder;
  private final HttpServer server;

  private DemoFeedServer(Path folder, HttpServer server) {
    this.folder = folder;
    this.server = server;
  }

  static DemoFeedServer start(Path folder) throws IOException {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    DemoFeedServer demo = new DemoFeedServer(folder, server);
    server.createContext("/", demo::answer);
    server.start();
    return demo;
  }

  String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      Path file = folder.resolve("." + exchange.getRequestURI().getPath()).normalize();
      if (!file.startsWith(folder.normalize()) || !Files.isRegularFile(file)) {
        exchange.sendResponseHeaders(404, -1);
        return;
      }
      exchange.sendResponseHeaders(200, Files.size(file));
      try (OutputStream body = exchange.getResponseBody()) {
        Files.copy(file, body);
      }
    }
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
