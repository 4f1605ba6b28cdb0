package io.yanmen.console.page;

import io.yanmen.console.web.Request;
import io.yanmen.console.web.Response;
import io.yanmen.model.Language;

/** Pages that show nothing but words: errors, and the one to log in. */
public final class MessagePages {
  private final TemplateRenderer views;

  public MessagePages(TemplateRenderer views) {
    this.views = views;
  }

  /** What the error page shows. */
  public record Trouble(int status, String title, String advice, String detail) {}

  public Response error(int status, String detail, Request request) {
    return views
        .page(
            "trouble", views.frame("trouble", request), trouble(status, detail, request.language()))
        .withStatus(status);
  }

  private Trouble trouble(int status, String detail, Language language) {
    String key =
        switch (status) {
          case 400, 401, 403, 404, 408, 409, 413, 421, 503 -> "frame.trouble." + status;
          default -> "frame.trouble.500";
        };
    var messages = views.texts().in(language);
    return new Trouble(
        status, messages.text(key + ".title"), messages.text(key + ".advice"), detail);
  }

  /** What the page to log in shows. */
  public record Login(boolean failed, String next) {}

  public Response login(Request request) {
    return views.page(
        "login",
        views.frame("login", request),
        new Login(
            request.query().first("failed").isPresent(),
            request.query().first("next").orElse("/")));
  }
}
