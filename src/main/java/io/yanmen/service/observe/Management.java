package io.yanmen.service.observe;

import io.yanmen.service.home.Settings;
import java.util.Map;
import java.util.Properties;
import org.apache.camel.CamelContext;
import org.apache.camel.component.platform.http.vertx.VertxPlatformHttpServer;

/**
 * The server that tells of a service's health and metrics, and JMX: Camel's own, with settings of
 * ours. It asks nobody who they are, so it listens on this machine alone unless told otherwise.
 *
 * @param port 0 if there is none
 */
public record Management(String host, int port) {
  static final String ENABLED = "yanmen.management.enabled";

  private static final String HOST = "yanmen.management.host";
  private static final String PORT = "yanmen.management.port";

  /** No server, no metrics, no JMX: for commands that end by themselves. */
  public static final Management NONE = new Management("", 0);

  /**
   * @throws PortTakenException if the port cannot be had
   */
  public static Management of(Settings settings) {
    if (!Boolean.parseBoolean(settings.get(ENABLED))) {
      return NONE;
    }
    String host = settings.get(HOST);
    int port = Integer.parseInt(settings.get(PORT));
    return new Management(host, ListeningPort.of(PORT, host, port));
  }

  public boolean isThere() {
    return port > 0;
  }

  /** Adds Camel's names for it, over what its observability services bring by themselves. */
  public void addTo(Properties properties) {
    String on = String.valueOf(isThere());
    properties.putAll(
        Map.of(
            "camel.management.enabled", on,
            "camel.metrics.enabled", on,
            "camel.health.enabled", on,
            "camel.main.jmxEnabled", on,
            // No spans without somewhere to send them.
            "camel.opentelemetry2.enabled", "false"));
    if (isThere()) {
      properties.setProperty("camel.management.host", host);
      properties.setProperty("camel.management.port", String.valueOf(port));
    }
  }

  /**
   * Makes sure that it listens.
   *
   * @throws PortTakenException if somebody else took the port meanwhile
   */
  public void check(CamelContext context) {
    boolean listens =
        context.hasServices(VertxPlatformHttpServer.class).stream()
            .anyMatch(it -> it.getPort() == port && it.getServer().actualPort() == port);
    if (isThere() && !listens) {
      throw new PortTakenException(
          PORT, host, port, new IllegalStateException("it does not listen"));
    }
  }
}
