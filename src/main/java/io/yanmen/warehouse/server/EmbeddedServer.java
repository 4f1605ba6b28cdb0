package io.yanmen.warehouse.server;

import io.yanmen.warehouse.connection.WarehouseUnavailableException;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
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
  private static final String USER = "yanmen";
  private static final Set<String> INHERITED =
      Set.of("PATH", "HOME", "USER", "LOGNAME", "TMPDIR", "TZ", "LD_LIBRARY_PATH");
  private static final int PASSWORD_BYTES = 24;
  private static final Duration START_LIMIT = Duration.ofSeconds(60);

  private final Path data;
  private final Path cluster;
  private final Path bin;
  private final String password;
  private final FileChannel usersChannel;
  private Optional<FileLock> user;
  private final int port;

  private EmbeddedServer(
      Path data,
      Path cluster,
      Path bin,
      String password,
      FileChannel usersChannel,
      FileLock user,
      int port) {
    this.data = data;
    this.cluster = cluster;
    this.bin = bin;
    this.password = password;
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
        Path cluster = data.resolve("postgres");
        String password = password(data);
        if (!Files.exists(cluster.resolve("PG_VERSION"))) {
          initialise(data, cluster, bin);
        }
        int port =
            running(cluster, password).isPresent()
                ? running(cluster, password).get()
                : start(data, cluster, bin, password);
        FileChannel users = channel(data.resolve("postgres.users.lock"));
        FileLock user = users.lock(0, Long.MAX_VALUE, true);
        return new EmbeddedServer(data, cluster, bin, password, users, user, port);
      }
    } catch (IOException e) {
      throw new WarehouseUnavailableException("embedded PostgreSQL: " + e.getMessage(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new WarehouseUnavailableException("interrupted while PostgreSQL was starting", e);
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

  private static String password(Path data) throws IOException {
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

  private static void initialise(Path data, Path cluster, Path bin)
      throws IOException, InterruptedException {
    Path half = data.resolve("postgres.initialising");
    delete(half);
    run(
        List.of(
            bin.resolve("initdb").toString(),
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
            "--locale=C"),
        data.resolve("postgres.init.log"));
    // A kill in the midst of it leaves a folder of the other name, which is begun anew.
    Files.move(half, cluster);
  }

  private static void delete(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    try (var paths = Files.walk(folder)) {
      for (Path path : paths.sorted(java.util.Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }

  /** The port of the server that runs on these data, whoever started it. */
  private static Optional<Integer> running(Path cluster, String password) throws IOException {
    Path pidFile = cluster.resolve("postmaster.pid");
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
      if (answers(port, password, cluster)) {
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

  private static boolean answers(int port, String password, Path cluster) {
    try (Connection connection = connect(port, password);
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("show data_directory")) {
      return row.next() && Path.of(row.getString(1)).toRealPath().equals(cluster.toRealPath());
    } catch (SQLException | IOException notOurs) {
      return false;
    }
  }

  private static Connection connect(int port, String password) throws SQLException {
    Properties properties = new Properties();
    properties.setProperty("user", USER);
    properties.setProperty("password", password);
    properties.setProperty("connectTimeout", "2");
    return DriverManager.getConnection(url(port), properties);
  }

  private static String url(int port) {
    return "jdbc:postgresql://127.0.0.1:" + port + "/postgres";
  }

  private static int start(Path data, Path cluster, Path bin, String password)
      throws IOException, InterruptedException {
    int port = port(data);
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
    run(
        List.of(
            bin.resolve("pg_ctl").toString(),
            "-D",
            cluster.toString(),
            "-l",
            data.resolve("postgres.log").toString(),
            "-o",
            options,
            "-W",
            "start"),
        data.resolve("postgres.init.log"));
    Instant limit = Instant.now().plus(START_LIMIT);
    while (Instant.now().isBefore(limit)) {
      if (answers(port, password, cluster)) {
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
            + cluster.resolve("log"));
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
  private static int port(Path data) throws IOException {
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

  /** PostgreSQL refuses to run as root; in a user namespace of its own root is nobody. */
  private static void run(List<String> command, Path log) throws IOException, InterruptedException {
    List<String> full = new ArrayList<>();
    if ("root".equals(System.getProperty("user.name"))) {
      full.add("unshare");
      full.add("-U");
    }
    full.addAll(command);
    ProcessBuilder builder =
        new ProcessBuilder(full)
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
            .redirectInput(ProcessBuilder.Redirect.from(new java.io.File("/dev/null")));
    // Passwords and tokens of the service are no business of another program.
    builder.environment().keySet().removeIf(it -> !INHERITED.contains(it));
    builder.environment().put("LC_ALL", "C");
    int exit = builder.start().waitFor();
    if (exit != 0) {
      throw new IOException(
          Path.of(command.get(0)).getFileName() + " ended with " + exit + ": " + tail(log));
    }
  }

  private static String tail(Path log) throws IOException {
    List<String> lines =
        Files.exists(log) ? Files.readAllLines(log, StandardCharsets.ISO_8859_1) : List.of();
    return String.join(" / ", lines.subList(Math.max(0, lines.size() - 5), lines.size()));
  }

  public String jdbcUrl() {
    return url(port);
  }

  public String user() {
    return USER;
  }

  public String password() {
    return password;
  }

  /** Leaves the server; it is stopped if nobody else uses it. */
  @Override
  public void close() {
    if (user.isEmpty()) {
      return;
    }
    try (FileChannel starting = channel(data.resolve("postgres.start.lock"));
        FileLock onlyOne = starting.lock()) {
      LOG.debug("start lock held: {}", onlyOne.isValid());
      user.get().release();
      user = Optional.empty();
      try (usersChannel;
          FileLock nobodyElse = usersChannel.tryLock()) {
        if (nobodyElse != null) {
          run(
              List.of(
                  bin.resolve("pg_ctl").toString(),
                  "-D",
                  cluster.toString(),
                  "-m",
                  "fast",
                  "-w",
                  "stop"),
              data.resolve("postgres.init.log"));
        }
      }
    } catch (IOException e) {
      LOG.warn("the embedded PostgreSQL was not stopped: {}", e.getMessage());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
