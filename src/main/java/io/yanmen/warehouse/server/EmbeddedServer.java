package io.yanmen.warehouse.server;

import io.yanmen.warehouse.connection.WarehouseUnavailableException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A PostgreSQL of our own, kept in a folder between runs, on the loopback address only, with a
 * password that only the user can read.
 *
 * <p>Processes share it: the first starts it, the others connect, the last stops it. A server that
 * was left running by a killed process is adopted.
 */
public final class EmbeddedServer implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(EmbeddedServer.class);

  private final ServerCluster cluster;
  private final FileChannel usersChannel;
  private Optional<FileLock> user;
  private final int port;

  private EmbeddedServer(ServerCluster cluster, FileChannel usersChannel, FileLock user, int port) {
    this.cluster = cluster;
    this.usersChannel = usersChannel;
    this.user = Optional.of(user);
    this.port = port;
  }

  /**
   * Starts the server of a folder, or connects to it if it runs.
   *
   * @param data folder that holds {@code postgres}, its password and its log
   * @throws WarehouseUnavailableException if it cannot be started
   */
  public static EmbeddedServer open(Path data) {
    try {
      Files.createDirectories(data);
      Path bin = ServerBinaries.unpacked(binaries(data)).resolve("bin");
      try (FileChannel starting = channel(data.resolve("postgres.start.lock"));
          FileLock onlyOne = starting.lock()) {
        LOG.debug("start lock held: {}", onlyOne.isValid());
        ServerCluster cluster = ServerCluster.in(data, bin);
        int port = cluster.served();
        FileChannel users = channel(data.resolve("postgres.users.lock"));
        FileLock user = users.lock(0, Long.MAX_VALUE, true);
        return new EmbeddedServer(cluster, users, user, port);
      }
    } catch (IOException e) {
      throw WarehouseUnavailableException.because(
          e, "warehouse.embedded.failed", String.valueOf(e.getMessage()));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw WarehouseUnavailableException.because(e, "warehouse.embedded.interrupted");
    }
  }

  private static Path binaries(Path data) {
    String shared = System.getProperty("yanmen.postgres.binaries", "");
    return shared.isEmpty() ? data.resolve("postgres-binaries") : Path.of(shared);
  }

  private static FileChannel channel(Path file) throws IOException {
    return FileChannel.open(
        file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
  }

  public String jdbcUrl() {
    return ServerCluster.url(port);
  }

  public String user() {
    return ServerCluster.USER;
  }

  public String password() {
    return cluster.password();
  }

  /** Leaves the server; it is stopped if nobody else uses it. */
  @Override
  public void close() {
    if (user.isEmpty()) {
      return;
    }
    try (FileChannel starting = channel(cluster.data().resolve("postgres.start.lock"));
        FileLock onlyOne = starting.lock()) {
      LOG.debug("start lock held: {}", onlyOne.isValid());
      user.get().release();
      user = Optional.empty();
      try (usersChannel;
          FileLock nobodyElse = usersChannel.tryLock()) {
        if (nobodyElse != null) {
          cluster.stop();
        }
      }
    } catch (IOException e) {
      LOG.warn("the embedded PostgreSQL was not stopped: {}", e.getMessage());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
