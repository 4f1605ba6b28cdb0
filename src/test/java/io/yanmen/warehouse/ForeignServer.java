package io.yanmen.warehouse;

import io.yanmen.warehouse.server.ServerBinaries;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * A PostgreSQL of somebody else's: with users, passwords and settings of its own, on a free port of
 * this machine.
 */
public final class ForeignServer implements AutoCloseable {
  private final Path folder;
  private final Path bin;
  private final int port;
  private final String password;
  private final String[] settings;

  private ForeignServer(Path folder, Path bin, String password, String... settings)
      throws IOException {
    this.folder = folder;
    this.bin = bin;
    this.password = password;
    this.settings = settings;
    try (ServerSocket any = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = any.getLocalPort();
    }
  }

  /** Of the version that ships. */
  public static ForeignServer start(Path folder, String password, String... settings)
      throws IOException {
    return start(
        folder,
        ServerBinaries.unpacked(Path.of("target/it-binaries")).resolve("bin").toAbsolutePath(),
        password,
        settings);
  }

  /**
   * @param folder for its data and log
   * @param bin where its programs are
   * @param password of its superuser, {@code owner}
   * @param settings such as {@code ssl=on}
   */
  static ForeignServer start(Path folder, Path bin, String password, String... settings)
      throws IOException {
    ForeignServer server =
        new ForeignServer(Files.createDirectories(folder), bin, password, settings);
    Path file = Files.writeString(folder.resolve("password"), password);
    server.run(
        "initdb",
        "-D",
        folder.resolve("data").toString(),
        "-U",
        "owner",
        "-A",
        "scram-sha-256",
        "--pwfile=" + file,
        "-E",
        "UTF8",
        "--locale=C");
    server.launch();
    return server;
  }

  /** Starts it again after {@link #kill}; returns when it answers. */
  public void launch() throws IOException {
    StringBuilder options =
        new StringBuilder(
            "-p "
                + port
                + " -c listen_addresses=127.0.0.1 -c unix_socket_directories="
                + " -c max_connections=50 -c fsync=off");
    for (String setting : settings) {
      options.append(" -c ").append(setting);
    }
    run(
        "pg_ctl",
        "-D",
        folder.resolve("data").toString(),
        "-w",
        "-l",
        folder.resolve("log").toString(),
        "-o",
        options.toString(),
        "start");
  }

  /** SIGKILL to all of its processes, the first one first. */
  public void kill() throws IOException {
    long first =
        Long.parseLong(Files.readAllLines(folder.resolve("data/postmaster.pid")).get(0).strip());
    ProcessHandle postmaster = ProcessHandle.of(first).orElseThrow();
    List<ProcessHandle> all = new ArrayList<>(List.of(postmaster));
    postmaster.descendants().forEach(all::add);
    all.forEach(ProcessHandle::destroyForcibly);
    all.forEach(it -> it.onExit().join());
  }

  /** PostgreSQL refuses to run as root; in a user namespace of its own root is nobody. */
  private void run(String program, String... arguments) throws IOException {
    List<String> command = new ArrayList<>();
    if ("root".equals(System.getProperty("user.name"))) {
      command.addAll(List.of("unshare", "-U"));
    }
    command.add(bin.resolve(program).toString());
    command.addAll(List.of(arguments));
    Path output = folder.resolve(program + ".out");
    Process process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(output.toFile())
            .start();
    if (process.onExit().join().exitValue() != 0) {
      throw new IllegalStateException(program + ": " + Files.readString(output));
    }
  }

  public int port() {
    return port;
  }

  /** The JDBC URL of one of its databases. */
  public String url(String database) {
    return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
  }

  /** As its superuser. */
  public Connection connect(String database) throws SQLException {
    return DriverManager.getConnection(url(database), "owner", password);
  }

  /** What it wrote on its way. */
  public Path log() {
    return folder.resolve("log");
  }

  @Override
  public void close() throws IOException {
    run("pg_ctl", "-D", folder.resolve("data").toString(), "-w", "-m", "fast", "stop");
  }
}
