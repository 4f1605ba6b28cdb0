package io.yanmen.service;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Requests byte by byte, so that a test can send what no decent client would. */
final class RawHttp {
  private final URI server;

  RawHttp(URI server) {
    this.server = server;
  }

  /** What came back. */
  record Answer(int status, List<String> headers, String body) {
    Optional<String> header(String name) {
      return all(name).stream().findFirst();
    }

    List<String> all(String name) {
      String start = name.toLowerCase(Locale.ROOT) + ": ";
      return headers.stream()
          .filter(it -> it.toLowerCase(Locale.ROOT).startsWith(start))
          .map(it -> it.substring(start.length()))
          .toList();
    }

    /** The value of a cookie that is set, without its attributes. */
    String cookie(String name) {
      return all("Set-Cookie").stream()
          .filter(it -> it.startsWith(name + "="))
          .map(it -> it.substring(name.length() + 1).replaceFirst(";.*", ""))
          .findFirst()
          .orElse("");
    }
  }

  Answer get(String path, String... headers) throws IOException {
    return send("GET", path, "", headers);
  }

  /** A form. */
  Answer post(String path, String form, String... headers) throws IOException {
    List<String> all = new ArrayList<>(List.of(headers));
    all.add("Content-Type: application/x-www-form-urlencoded");
    return send("POST", path, form, all.toArray(String[]::new));
  }

  Answer send(String method, String path, String body, String... headers) throws IOException {
    byte[] content = body.getBytes(StandardCharsets.UTF_8);
    StringBuilder head = new StringBuilder(method + " " + path + " HTTP/1.1\r\n");
    List<String> all = new ArrayList<>(List.of(headers));
    if (all.stream().noneMatch(it -> it.startsWith("Host:"))) {
      all.add("Host: " + server.getAuthority());
    }
    if (content.length > 0 && all.stream().noneMatch(it -> it.startsWith("Content-Length"))) {
      all.add("Content-Length: " + content.length);
    }
    all.add("Connection: close");
    all.forEach(it -> head.append(it).append("\r\n"));
    return raw((head + "\r\n").getBytes(StandardCharsets.UTF_8), content);
  }

  /** Sends these bytes and reads until the server closes. */
  Answer raw(byte[]... parts) throws IOException {
    try (Socket socket = new Socket(server.getHost(), server.getPort())) {
      socket.setSoTimeout(30_000);
      OutputStream out = socket.getOutputStream();
      for (byte[] part : parts) {
        out.write(part);
      }
      out.flush();
      return answer(socket.getInputStream());
    }
  }

  private static Answer answer(InputStream in) throws IOException {
    String all = new String(in.readAllBytes(), StandardCharsets.UTF_8);
    if (all.isEmpty()) {
      return new Answer(0, List.of(), "");
    }
    int end = all.indexOf("\r\n\r\n");
    List<String> head = List.of(all.substring(0, end).split("\r\n"));
    return new Answer(
        Integer.parseInt(head.get(0).split(" ")[1]),
        head.subList(1, head.size()),
        all.substring(end + 4));
  }
}
