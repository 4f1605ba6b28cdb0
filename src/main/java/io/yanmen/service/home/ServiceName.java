package io.yanmen.service.home;

import java.net.InetAddress;
import java.net.UnknownHostException;

/** What a service is called among those of its warehouse: yanmen.node, else its machine's name. */
public final class ServiceName {
  private ServiceName() {}

  public static String of(Settings settings) {
    return settings
        .find("yanmen.node")
        .orElseGet(
            () -> {
              try {
                return InetAddress.getLocalHost().getHostName();
              } catch (UnknownHostException e) {
                return "localhost";
              }
            });
  }
}
