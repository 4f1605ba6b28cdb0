package io.yanmen.console.web;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What is answered.
 *
 * @param type media type
 * @param headers besides those that every answer has
 */
public record Response(
    int status, String type, Map<String, String> headers, ResponseContent content) {
  public static final String HTML = "text/html; charset=utf-8";
  public static final String JSON = "application/json; charset=utf-8";
  public static final String CSV = "text/csv; charset=utf-8";
  public static final String XLSX =
      "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

  /** Opened once, when the answer is written, and closed after it. */
  @FunctionalInterface
  public interface ResponseContent {
    InputStream open() throws IOException;
  }

  public Response {
    headers = Map.copyOf(headers);
  }

  public static Response of(int status, String type, byte[] content) {
    return new Response(status, type, Map.of(), () -> new ByteArrayInputStream(content));
  }

  public static Response of(int status, String type, String content) {
    return of(status, type, content.getBytes(StandardCharsets.UTF_8));
  }

  public static Response html(String page) {
    return of(200, HTML, page);
  }

  /** A file as it is. */
  public static Response file(Path file, String type) {
    return new Response(200, type, Map.of(), () -> Files.newInputStream(file));
  }

  /** A file that was made for this answer and goes with it. */
  public static Response passing(Path file, String type) {
    return new Response(
        200,
        type,
        Map.of(),
        () ->
            Files.newInputStream(
                file, StandardOpenOption.READ, StandardOpenOption.DELETE_ON_CLOSE));
  }

  /** To another page of the console, with GET. */
  public static Response redirect(String path) {
    return new Response(303, HTML, Map.of("Location", path), InputStream::nullInputStream);
  }

  public Response withStatus(int other) {
    return new Response(other, type, headers, content);
  }

  public Response with(String header, String value) {
    Map<String, String> more = new LinkedHashMap<>(headers);
    more.put(header, value);
    return new Response(status, type, more, content);
  }

  /** Saved under a name instead of shown. RFC 6266, with the name in UTF-8. */
  public Response saved(String fileName) {
    String encoded = URLEncoder.encode(fileName, StandardCharsets.UTF_8).replace("+", "%20");
    return with("Content-Disposition", "attachment; filename*=UTF-8''" + encoded);
  }
}
