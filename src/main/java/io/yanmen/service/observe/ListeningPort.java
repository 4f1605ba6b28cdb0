package io.yanmen.service.observe;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;

/**
 * The port that a server of ours is to listen on. Camel's web server says only in its log that it
 * could not have its port, and goes on without; so it is tried before.
 */
public final class ListeningPort {
  private ListeningPort() {}

  /**
   * @param port 0 for any that is free
   * @return the port to listen on
   * @throws PortTakenException if the port cannot be had
   */
  public static int of(String setting, String host, int port) {
    try (ServerSocket socket = new ServerSocket()) {
      // As the web server does it: a port that a moment ago belonged to another is free.
      socket.setReuseAddress(true);
      socket.bind(new InetSocketAddress(InetAddress.getByName(host), port));
      return socket.getLocalPort();
    } catch (IOException | IllegalArgumentException e) {
      throw new PortTakenException(setting, host, port, e);
    }
  }
}
