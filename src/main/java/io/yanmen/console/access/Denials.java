package io.yanmen.console.access;

import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** How a request is turned away. */
public final class Denials {
  private static final Logger LOG = LoggerFactory.getLogger(Denials.class);

  /** Makes the page that a person sees. */
  @FunctionalInterface
  public interface Pages {
    String of(int status, RoutingContext context);
  }

  private final Pages pages;

  public Denials(Pages pages) {
    this.pages = pages;
  }

  void askForLogin(RoutingContext context, boolean program) {
    String path = context.request().uri();
    if (program || !context.request().method().name().equals("GET")) {
      // No WWW-Authenticate: a browser that asks for a password would send it from any site.
      context.fail(401);
    } else {
      redirect(context, "/login?next=" + URLEncoder.encode(inside(path), StandardCharsets.UTF_8));
    }
  }

  void redirect(RoutingContext context, String path) {
    context.response().setStatusCode(303).putHeader("Location", path).end();
  }

  /** An address of this site; the first page where another one was asked for. */
  static String inside(String path) {
    boolean ours =
        path.startsWith("/")
            && !path.startsWith("//")
            && path.chars().noneMatch(c -> c < ' ' || c == '\\' || c == 127);
    return ours ? path : "/";
  }

  /** Says the status of a request that failed on the way. */
  void failed(RoutingContext context) {
    int status = context.statusCode() < 400 ? 500 : context.statusCode();
    if (context.failure() != null && status >= 500) {
      LOG.warn("{} failed", context.normalizedPath(), context.failure());
    }
    HttpServerResponse response = context.response();
    if (response.ended()) {
      return;
    }
    if (response.headWritten()) {
      context.request().connection().close();
      return;
    }
    response.setStatusCode(status);
    if (!context.request().isEnded()) {
      // The rest of a body that is not wanted.
      response.putHeader("Connection", "close");
    }
    String path = context.normalizedPath();
    if (path.startsWith("/api/") || path.startsWith("/sdmx/")) {
      response
          .putHeader("Content-Type", "application/problem+json")
          .end("{\"status\":" + status + ",\"title\":\"" + response.getStatusMessage() + "\"}");
    } else {
      response.putHeader("Content-Type", "text/html; charset=utf-8").end(pages.of(status, context));
    }
  }
}
