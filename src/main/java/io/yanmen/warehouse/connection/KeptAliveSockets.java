package io.yanmen.warehouse.connection;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketOption;
import javax.net.SocketFactory;
import jdk.net.ExtendedSocketOptions;

/**
 * Connections whose other end is asked from time to time whether it is still there. One that
 * vanished without a word (a machine without power, a firewall that forgot the connection) would
 * else be waited for for ever, and with it whatever is loaded. Found within a minute. The driver
 * makes it by its name.
 */
public final class KeptAliveSockets extends SocketFactory {
  /** Seconds of silence before it is asked. */
  static final int IDLE = 30;

  /** Seconds between questions. */
  static final int INTERVAL = 10;

  /** Questions without an answer. */
  static final int COUNT = 3;

  @Override
  public Socket createSocket() throws IOException {
    Socket socket = new Socket();
    socket.setKeepAlive(true);
    set(socket, ExtendedSocketOptions.TCP_KEEPIDLE, IDLE);
    set(socket, ExtendedSocketOptions.TCP_KEEPINTERVAL, INTERVAL);
    set(socket, ExtendedSocketOptions.TCP_KEEPCOUNT, COUNT);
    return socket;
  }

  /** A system that does not know the option asks after its own time, mostly two hours. */
  private static void set(Socket socket, SocketOption<Integer> option, int value)
      throws IOException {
    if (socket.supportedOptions().contains(option)) {
      socket.setOption(option, value);
    }
  }

  @Override
  public Socket createSocket(String host, int port) throws IOException {
    return connected(InetAddress.getByName(host), port);
  }

  @Override
  public Socket createSocket(String host, int port, InetAddress from, int fromPort)
      throws IOException {
    return createSocket(InetAddress.getByName(host), port, from, fromPort);
  }

  @Override
  public Socket createSocket(InetAddress host, int port) throws IOException {
    return connected(host, port);
  }

  @Override
  public Socket createSocket(InetAddress host, int port, InetAddress from, int fromPort)
      throws IOException {
    Socket socket = createSocket();
    socket.bind(new java.net.InetSocketAddress(from, fromPort));
    socket.connect(new java.net.InetSocketAddress(host, port));
    return socket;
  }

  private Socket connected(InetAddress host, int port) throws IOException {
    Socket socket = createSocket();
    socket.connect(new java.net.InetSocketAddress(host, port));
    return socket;
  }
}
