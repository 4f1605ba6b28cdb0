package io.yanmen.bench.steady;

import io.yanmen.warehouse.server.EmbeddedServer;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.DoubleStream;

/** The service as the launcher starts it, with console, management, alerts and a feed. */
final class SteadyService implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(180);
  private static final Pattern MANAGED = Pattern.compile("Metrics: (\\S+)");
  private static final Pattern HEAP =
      Pattern.compile("^jvm_memory_used_bytes\\{area=\"heap\"[^}]*} (\\S+)$", Pattern.MULTILINE);
  private static final double MIB = 1 << 20;

  private final SteadyHome home;
  private final Process process;
  private final URI metrics;
  private final Connection connection;
  private final HttpClient http = HttpClient.newHttpClient();
  private Instant lastLook = Instant.EPOCH;

  private SteadyService(SteadyHome home, Process process, URI metrics, Connection connection) {
    this.home = home;
    this.process = process;
    this.metrics = metrics;
    this.connection = connection;
  }

  static SteadyService start(Path root, FeedServer feeds)
      throws IOException, InterruptedException, SQLException {
    SteadyHome home = SteadyHome.make(root, feeds);
    Path output = root.resolve("service.out");
    ProcessBuilder builder =
        new ProcessBuilder("./yanmen", "--lang", "en", "--home", root.toString(), "run")
            .redirectErrorStream(true)
            .redirectOutput(output.toFile());
    builder
        .environment()
        .putAll(
            Map.of(
                "YANMEN_JAVA_OPTS",
                "-Xmx256m -Djava.io.tmpdir=" + home.temporary(),
                "YANMEN_CONSOLE_PORT",
                "0",
                "YANMEN_MANAGEMENT_PORT",
                "0",
                "YANMEN_LOG_FILE",
                home.log().toString(),
                "YANMEN_LOG_MOST_BYTES",
                "1000000",
                "YANMEN_LOG_PARTS",
                "3",
                "YANMEN_HOUSEKEEPING_CRON",
                "0 5/10 * * * ?",
                "YANMEN_ALERTS_WEBHOOK_URL",
                feeds.webhook()));
    Process process = builder.start();
    Instant limit = Instant.now().plus(PATIENCE);
    Matcher managed = MANAGED.matcher(Files.readString(output));
    while (!managed.find()) {
      if (!process.isAlive() || Instant.now().isAfter(limit)) {
        process.destroy();
        throw new IllegalStateException("no service: " + Files.readString(output));
      }
      Thread.sleep(20);
      managed = MANAGED.matcher(Files.readString(output));
    }
    EmbeddedServer server = EmbeddedServer.open(root.resolve("data"));
    Connection connection =
        DriverManager.getConnection(server.jdbcUrl(), server.user(), server.password());
    try (Statement sql = connection.createStatement()) {
      sql.execute("set search_path to yanmen");
    }
    return new SteadyService(home, process, URI.create(managed.group(1)), connection);
  }

  Path inbox() {
    return home.inbox();
  }

  /** Waits until all that was sent has been answered for; whether it was, in time. */
  boolean awaitAll(Sender sender, Duration patience)
      throws IOException, SQLException, InterruptedException {
    Instant limit = Instant.now().plus(patience);
    while (answered() < sender.sent() || home.inboxFiles() > 0 || home.temporaries() > 0) {
      if (Instant.now().isAfter(limit)) {
        return false;
      }
      Thread.sleep(200);
    }
    return true;
  }

  Usage usage(Sender sender, Duration after)
      throws IOException, SQLException, InterruptedException {
    double[] seconds = secondsToCommit(sender);
    return new Usage(
        after,
        answered(),
        quantile(seconds, 0.5),
        quantile(seconds, 0.99),
        heap(),
        Long.parseLong(status("VmRSS").replace(" kB", "")) / 1024.0,
        Integer.parseInt(status("Threads")),
        handles(),
        (int) number("select count(*) from pg_stat_activity where datname = current_database()"),
        home.temporaries(),
        home.logBytes(),
        number("select pg_database_size(current_database())"));
  }

  /** How many files have been answered for, from the inbox. */
  private long answered() throws SQLException {
    return number("select count(*) from load where source = 'inbox' and finished_at is not null");
  }

  long loads(String status, String source) throws SQLException {
    try (PreparedStatement sql =
        connection.prepareStatement("select count(*) from load where status = ? and source = ?")) {
      sql.setString(1, status);
      sql.setString(2, source);
      return number(sql);
    }
  }

  long inboxFiles() throws IOException {
    return home.inboxFiles();
  }

  long temporaries() throws IOException {
    return home.temporaries();
  }

  long missingInArchive(Sender sender) {
    return sender.hashes().stream().filter(hash -> !home.archives(hash)).count();
  }

  private double[] secondsToCommit(Sender sender) throws SQLException {
    try (PreparedStatement sql =
        connection.prepareStatement(
            """
            select file_name, extract(epoch from finished_at) * 1000 from load
             where source = 'inbox' and status = 'loaded' and finished_at > ?::timestamptz
            """)) {
      sql.setString(1, lastLook.toString());
      lastLook = Instant.now();
      try (ResultSet row = sql.executeQuery()) {
        DoubleStream.Builder seconds = DoubleStream.builder();
        while (row.next()) {
          seconds.add((row.getDouble(2) - sender.sentAt(row.getString(1))) / 1000);
        }
        return seconds.build().sorted().toArray();
      }
    }
  }

  private static double quantile(double[] sorted, double share) {
    return sorted.length == 0 ? 0 : sorted[(int) ((sorted.length - 1) * share)];
  }

  private double heap() throws IOException, InterruptedException {
    Path jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd");
    new ProcessBuilder(jcmd.toString(), String.valueOf(process.pid()), "GC.run")
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .start()
        .waitFor();
    String text =
        http.send(HttpRequest.newBuilder(metrics).build(), BodyHandlers.ofString()).body();
    Matcher line = HEAP.matcher(text);
    double bytes = 0;
    while (line.find()) {
      bytes += Double.parseDouble(line.group(1));
    }
    if (bytes == 0) {
      throw new IllegalStateException("the metrics do not tell the heap: " + text);
    }
    return bytes / MIB;
  }

  private String status(String key) throws IOException {
    for (String line : Files.readAllLines(Path.of("/proc/" + process.pid() + "/status"))) {
      if (line.startsWith(key + ":")) {
        return line.substring(key.length() + 1).strip();
      }
    }
    throw new IllegalStateException("the process does not tell its " + key);
  }

  private int handles() throws IOException {
    try (var all = Files.list(Path.of("/proc/" + process.pid() + "/fd"))) {
      return (int) all.count();
    }
  }

  private long number(String text) throws SQLException {
    try (PreparedStatement sql = connection.prepareStatement(text)) {
      return number(sql);
    }
  }

  private static long number(PreparedStatement sql) throws SQLException {
    try (ResultSet row = sql.executeQuery()) {
      row.next();
      return row.getLong(1);
    }
  }

  @Override
  public void close() throws SQLException, InterruptedException {
    connection.close();
    process.destroy();
    if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
      process.destroyForcibly();
    }
  }
}
