package io.yanmen.service;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;

/** Stands between a service and its database, cuts connections and falls silent. */
final class TcpProxy implements AutoCloseable {
  private static final int MOST = 1000;

  private final ServerSocket socket;
  private final int target;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final List<Socket> open = new CopyOnWriteArrayList<>();

  /** Whoever hands bytes on holds a permit; while it is silent there is none. */
  private final Semaphore speaking = new Semaphore(MOST);

  TcpProxy(int target) throws IOException {
    this.target = target;
    this.socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    threads.execute(this::accept);
  }

  int port() {
    return socket.getLocalPort();
  }

  /** Ends all connections that there are; new ones are taken. */
  void cut() throws IOException {
    for (Socket each : open) {
      each.close();
    }
    open.clear();
  }

  /** Hands nothing on, and closes nothing, for a while. */
  void beSilent(long millis) throws InterruptedException {
    speaking.acquire(MOST);
    try {
      Thread.sleep(millis);
    } finally {
      speaking.release(MOST);
    }
  }

  private void accept() {
    while (!socket.isClosed()) {
      try {
        Socket client = socket.accept();
        Socket server = new Socket(InetAddress.getLoopbackAddress(), target);
        open.addAll(List.of(client, server));
        threads.execute(() -> pump(client, server));
        threads.execute(() -> pump(server, client));
      } catch (IOException closedOrServerAway) {
        if (socket.isClosed()) {
          return;
        }
      }
    }
  }

  private void pump(Socket from, Socket to) {
    byte[] buffer = new byte[1 << 14];
    try (from;
        to) {
      InputStream in = from.getInputStream();
      OutputStream out = to.getOutputStream();
      for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
        speaking.acquire();
        try {
          out.write(buffer, 0, n);
        } finally {
          speaking.release();
        }
      }
    } catch (IOException | InterruptedException over) {
      return;
    }
  }

  @Override
  public void close() throws IOException {
    socket.close();
    cut();
    threads.shutdownNow();
  }
}
