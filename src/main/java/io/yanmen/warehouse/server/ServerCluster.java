package io.yanmen.warehouse.server;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Properties;

/**
 * The databases that a server keeps in a folder, and the one process that may serve them. Whoever
 * calls it holds the lock of the folder's start.
 *
 * @param data folder that holds the cluster, its password, port and logs
 * @param password of the only user
 * @param programs of the server
 */
record ServerCluster(Path data, String password, ServerPrograms programs) {
  static final String USER = "yanmen";
  private static final int PASSWORD_BYTES = 24;
  private static final Duration START_LIMIT = Duration.ofSeconds(60);

  @Override
  public String toString() {
    return "cluster of " + data;
  }

  /** That of a folder, whose password is made if it has none. */
  static ServerCluster in(Path data, Path bin) throws IOException {
    return new ServerCluster(
        data, passwordOf(data), new ServerPrograms(bin, data.resolve("postgres.init.log")));
  }

  private static String passwordOf(Path data) throws IOException {
    Path file = data.resolve("postgres.password");
    if (Files.exists(file)) {
      return Files.readString(file).strip();
    }
    byte[] random = new byte[PASSWORD_BYTES];
    new SecureRandom().nextBytes(random);
    String password = Base64.getUrlEncoder().withoutPadding().encodeToString(random);
    Files.createFile(
        file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    Files.writeString(file, password);
    return password;
  }

  /**
   * The port of the server of these data, which is made and started where none runs.
   *
   * @throws IOException if it does not start; says where it says why
   */
  int served() throws IOException, InterruptedException {
    if (!Files.exists(folder().resolve("PG_VERSION"))) {
      initialise();
    }
    Optional<Integer> running = running();
    return running.isPresent() ? running.get() : start();
  }

  void stop() throws IOException, InterruptedException {
    programs.run("pg_ctl", List.of("-D", folder().toString(), "-m", "fast", "-w", "stop"));
  }

  static String url(int port) {
    return "jdbc:postgresql://127.0.0.1:" + port + "/postgres";
  }

  private Path folder() {
    return data.resolve("postgres");
  }

  private void initialise() throws IOException, InterruptedException {
    Path half = data.resolve("postgres.initialising");
    delete(half);
    programs.run(
        "initdb",
        List.of(
            "-D",
            half.toString(),
            "-U",
            USER,
            "-A",
            "scram-sha-256",
            "--pwfile=" + data.resolve("postgres.password"),
            "-E",
            "UTF8",
            "--locale-provider=builtin",
            "--builtin-locale=C.UTF-8",
            "--locale=C"));
    // A kill in the midst of it leaves a folder of the other name, which is begun anew.
    Files.move(half, folder());
  }

  private static void delete(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    try (var paths = Files.walk(folder)) {
      for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }

  /** The port of the server that runs on these data, whoever started it. */
  private Optional<Integer> running() throws IOException {
    Path pidFile = folder().resolve("postmaster.pid");
    if (!Files.exists(pidFile)) {
      return Optional.empty();
    }
    List<String> lines = Files.readAllLines(pidFile);
    if (lines.size() < 4) {
      return Optional.empty();
    }
    int port = Integer.parseInt(lines.get(3).strip());
    Instant limit = Instant.now().plus(START_LIMIT);
    boolean alive = isServer(Long.parseLong(lines.get(0).strip()));
    do {
      if (answers(port)) {
        return Optional.of(port);
      }
      // One that is still recovering from a kill will answer soon.
      pause();
    } while (alive && Instant.now().isBefore(limit));
    if (!alive) {
      Files.deleteIfExists(pidFile);
    }
    return Optional.empty();
  }

  private static boolean isServer(long pid) {
    return ProcessHandle.of(pid)
        .flatMap(p -> p.info().command())
        .filter(c -> c.endsWith("postgres"))
        .isPresent();
  }

  private static void pause() {
    try {
      Thread.sleep(50);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private boolean answers(int port) {
    try (Connection connection = connect(port);
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("show data_directory")) {
      return row.next() && Path.of(row.getString(1)).toRealPath().equals(folder().toRealPath());
    } catch (SQLException | IOException notOurs) {
      return false;
    }
  }

  private Connection connect(int port) throws SQLException {
    Properties properties = new Properties();
    properties.setProperty("user", USER);
    properties.setProperty("password", password);
    properties.setProperty("connectTimeout", "2");
    return DriverManager.getConnection(url(port), properties);
  }

  private int start() throws IOException, InterruptedException {
    int port = freePort();
    String options =
        String.join(
            " ",
            "-p " + port,
            "-c listen_addresses=127.0.0.1",
            "-c unix_socket_directories=",
            // So that a year of all counties fits on an ordinary machine.
            "-c shared_buffers=" + share(8) + "MB",
            "-c max_wal_size=2GB",
            // Files of the log are used again instead of being filled with zeros for each large
            // load.
            "-c min_wal_size=1GB",
            "-c checkpoint_timeout=15min",
            // Compressing the pages that a large correction touches took five times as long as the
            // correction itself.
            "-c wal_compression=off",
            "-c wal_buffers=16MB",
            // Nobody replicates from it; then what a transaction builds anew, as the keys of a
            // first load, goes to the disk alone instead of being written to the log beside it.
            "-c wal_level=minimal",
            "-c max_wal_senders=0",
            "-c autovacuum_work_mem=128MB",
            "-c max_connections=40",
            // A file a weekday in postgres/log, which is begun anew after a week.
            "-c logging_collector=on",
            "-c log_directory=log",
            "-c log_filename=postgres-%a.log",
            "-c log_rotation_age=1d",
            "-c log_rotation_size=0",
            "-c log_truncate_on_rotation=on",
            "-c log_timezone=UTC");
    programs.run(
        "pg_ctl",
        List.of(
            "-D",
            folder().toString(),
            "-l",
            data.resolve("postgres.log").toString(),
            "-o",
            options,
            "-W",
            "start"));
    Instant limit = Instant.now().plus(START_LIMIT);
    while (Instant.now().isBefore(limit)) {
      if (answers(port)) {
        return port;
      }
      pause();
    }
    throw new IOException(
        "it did not start within "
            + START_LIMIT.toSeconds()
            + " s; see "
            + data.resolve("postgres.log")
            + " and "
            + folder().resolve("log"));
  }

  /** A part of the machine's memory in MB, from 128 to 1024. */
  private static long share(int part) {
    long memory =
        ManagementFactory.getOperatingSystemMXBean()
                instanceof com.sun.management.OperatingSystemMXBean system
            ? system.getTotalMemorySize()
            : 0;
    return Math.max(128, Math.min(1024, memory / part >> 20));
  }

  /**
   * The port of the last run where it is still free, so that tools keep their connection settings.
   */
  private int freePort() throws IOException {
    Path file = data.resolve("postgres.port");
    if (Files.exists(file)) {
      int last = Integer.parseInt(Files.readString(file).strip());
      if (isFree(last)) {
        return last;
      }
    }
    try (ServerSocket any = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      Files.writeString(file, String.valueOf(any.getLocalPort()));
      return any.getLocalPort();
    }
  }

  private static boolean isFree(int port) {
    try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
      return socket.isBound();
    } catch (IOException taken) {
      return false;
    }
  }
}
