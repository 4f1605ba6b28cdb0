package io.yanmen.console;

import io.vertx.core.Vertx;
import io.vertx.ext.web.Router;
import io.yanmen.console.access.AccessSettings;
import io.yanmen.console.access.Users;
import io.yanmen.console.web.LiveContext;
import io.yanmen.model.message.UserError;
import io.yanmen.service.ServiceExtension;
import io.yanmen.service.observe.ListeningPort;
import io.yanmen.service.observe.PortTakenException;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import org.apache.camel.CamelContext;
import org.apache.camel.component.platform.http.vertx.VertxPlatformHttpRouter;
import org.apache.camel.component.platform.http.vertx.VertxPlatformHttpServerConfiguration;

/** The console and the API beside the jobs of a service: the server, its guard, its beans. */
public final class Console implements ServiceExtension {

  private final ConsoleSettings settings;
  private final int port;
  private final LiveContext live;
  private final ServerVertx vertx = new ServerVertx();
  private final Map<String, Object> beans;
  private final List<BiConsumer<Vertx, Router>> handlers;

  /**
   * @param beans what the routes below {@code routes/console} call
   * @param handlers what answers without Camel: the gate first
   */
  Console(
      ConsoleSettings settings,
      int port,
      LiveContext live,
      Map<String, Object> beans,
      List<BiConsumer<Vertx, Router>> handlers) {
    this.settings = settings;
    this.port = port;
    this.live = live;
    Map<String, Object> all = new LinkedHashMap<>(beans);
    // Beside a management server, Camel's routes find the right server only by this.
    VertxPlatformHttpServerConfiguration server = new VertxPlatformHttpServerConfiguration();
    server.setBindPort(port);
    all.put("consoleServer", server);
    all.put("consoleVertx", vertx.forCamel());
    this.beans = Map.copyOf(all);
    this.handlers = List.copyOf(handlers);
  }

  /**
   * Who has to log in, and how much may be sent.
   *
   * @throws UserError if others than this machine could reach it and nobody could log in
   */
  static AccessSettings access(ConsoleSettings settings, Users users) throws IOException {
    boolean open = users.isEmpty();
    if (open && !settings.isLoopback()) {
      throw new UserError("console.open", settings.host());
    }
    return new AccessSettings(
        open,
        settings.names(),
        settings.keystore().isPresent(),
        settings.uploads(),
        settings.mostUploadBytes(),
        settings.stallMillis());
  }

  /**
   * A port that can be had, now.
   *
   * @throws UserError if the one that is asked for cannot
   */
  static int freePort(ConsoleSettings settings) {
    try {
      return ListeningPort.of("yanmen.console.port", settings.host(), settings.port());
    } catch (PortTakenException e) {
      throw new UserError(
          "console.port.taken", settings.host(), settings.port(), String.valueOf(e.getMessage()));
    }
  }

  /** Where a browser finds it. */
  public String url() {
    String host =
        settings.isLoopback() || settings.host().equals("0.0.0.0") ? "127.0.0.1" : settings.host();
    return (settings.keystore().isPresent() ? "https://" : "http://") + host + ":" + port;
  }

  @Override
  public Map<String, Object> beans() {
    return beans;
  }

  @Override
  public Map<String, String> properties() {
    Map<String, String> properties = new LinkedHashMap<>();
    properties.put("camel.server.enabled", "true");
    properties.put("camel.server.host", settings.host());
    properties.put("camel.server.port", Integer.toString(port));
    settings
        .keystore()
        .ifPresent(
            it -> {
              properties.put("camel.ssl.enabled", "true");
              properties.put("camel.ssl.keyStore", "file:" + it.file());
              properties.put("camel.ssl.keystorePassword", it.password());
              properties.put("camel.server.useGlobalSslContextParameters", "true");
            });
    return properties;
  }

  @Override
  public List<String> folders() {
    return List.of("console");
  }

  @Override
  public void routesStarting(CamelContext context) {
    live.set(context);
    VertxPlatformHttpRouter router =
        VertxPlatformHttpRouter.lookup(
            context, VertxPlatformHttpRouter.getRouterNameFromPort(port));
    handlers.forEach(it -> it.accept(router.vertx(), router));
  }

  @Override
  public void stopped() {
    vertx.close();
  }
}
