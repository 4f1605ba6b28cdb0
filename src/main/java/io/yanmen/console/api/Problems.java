package io.yanmen.console.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.yanmen.console.web.Request;
import io.yanmen.console.web.Response;
import java.util.LinkedHashMap;
import java.util.Map;

/** What went wrong, for programs: RFC 9457. */
public final class Problems {
  public static final String TYPE = "application/problem+json";

  private static final ObjectMapper JSON = new ObjectMapper();

  private Problems() {}

  /**
   * @param detail in the language of the request; empty if the title says it all
   */
  public static Response of(int status, String detail, Request request) {
    Map<String, Object> problem = new LinkedHashMap<>();
    problem.put("type", "about:blank");
    problem.put("title", title(status));
    problem.put("status", status);
    if (!detail.isEmpty()) {
      problem.put("detail", detail);
    }
    problem.put("instance", request.path());
    try {
      return Response.of(status, TYPE, JSON.writeValueAsString(problem));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String title(int status) {
    return switch (status) {
      case 400 -> "Bad Request";
      case 404 -> "Not Found";
      case 406 -> "Not Acceptable";
      case 409 -> "Conflict";
      case 413 -> "Content Too Large";
      case 503 -> "Service Unavailable";
      default -> "Internal Server Error";
    };
  }
}
