package io.yanmen.console;

import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.auth.User;
import io.yanmen.console.access.Sessions;
import io.yanmen.console.web.Params;
import io.yanmen.console.web.Preferences;
import io.yanmen.console.web.Request;
import io.yanmen.console.web.Response;
import io.yanmen.model.Language;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.camel.Exchange;
import org.apache.camel.component.platform.http.vertx.HttpMessage;
import org.apache.camel.component.platform.http.vertx.VertxPlatformHttpConstants;

/** A request and its answer, between Camel's exchange and what the console knows of them. */
final class HttpExchange {
  private final Exchange exchange;
  private final Language usual;

  /**
   * @param usual the language for a browser that asks for neither
   */
  HttpExchange(Exchange exchange, Language usual) {
    this.exchange = exchange;
    this.usual = usual;
  }

  Request request() throws IOException {
    HttpServerRequest http = exchange.getIn(HttpMessage.class).getRequest();
    User carrier =
        exchange.getIn().getHeader(VertxPlatformHttpConstants.AUTHENTICATED_USER, User.class);
    io.yanmen.console.web.User user = Sessions.userOf(carrier);
    boolean posted = !http.method().name().equals("GET") && !http.method().name().equals("HEAD");
    Params query = params(http.params(), false);
    return new Request(
        http.method().name(),
        path(),
        query,
        posted ? params(http.formAttributes(), false) : Params.NONE,
        params(http.headers(), true),
        Sessions.filesOf(carrier),
        body(),
        new Preferences(http, usual).language(),
        new Preferences(http, usual).theme(),
        user,
        http.remoteAddress() == null ? "" : http.remoteAddress().hostAddress());
  }

  /** Routed paths are normalised, so that nothing climbs out of a folder. */
  private String path() {
    return exchange.getIn().getHeader(Exchange.HTTP_PATH, "/", String.class);
  }

  private String body() {
    Object body = exchange.getIn().getBody();
    return body == null || body instanceof Map ? "" : exchange.getIn().getBody(String.class);
  }

  private static Params params(MultiMap values, boolean lowerCase) {
    Map<String, List<String>> all = new LinkedHashMap<>();
    for (Map.Entry<String, String> it : values) {
      String name = lowerCase ? it.getKey().toLowerCase(Locale.ROOT) : it.getKey();
      all.computeIfAbsent(name, k -> new ArrayList<>()).add(it.getValue());
    }
    return new Params(all);
  }

  void answer(Response reply) throws IOException {
    exchange.getMessage().removeHeaders("*");
    exchange.getMessage().setHeader(Exchange.HTTP_RESPONSE_CODE, reply.status());
    reply.headers().forEach(exchange.getMessage()::setHeader);
    exchange.getMessage().setHeader(Exchange.CONTENT_TYPE, reply.type());
    exchange.getMessage().setBody(reply.content().open());
  }
}
