package io.yanmen.command.run;

import io.yanmen.model.message.UserError;
import io.yanmen.service.home.Home;

/** What is wrong with a route that Camel could not start. */
final class RouteStartupFailure {
  private RouteStartupFailure() {}

  static UserError of(Home home, Exception cause) {
    StringBuilder why = new StringBuilder(String.valueOf(cause.getMessage()));
    for (Throwable it = cause.getCause(); it != null; it = it.getCause()) {
      String message = String.valueOf(it.getMessage());
      if (why.indexOf(message) < 0) {
        why.append("\n  ").append(message);
      }
    }
    return new UserError("usage.route.startup", home.routes(), why);
  }
}
