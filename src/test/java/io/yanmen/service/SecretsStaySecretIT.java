package io.yanmen.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import com.sun.net.httpserver.HttpServer;
import io.yanmen.warehouse.ForeignServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Base64;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.sshd.common.config.keys.PublicKeyEntry;
import org.apache.sshd.server.SshServer;
import org.apache.sshd.server.keyprovider.SimpleGeneratorHostKeyProvider;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A service whose every secret bears a mark, while everything goes wrong that can: whatever it
 * writes, shows or keeps is searched for the mark, with each library's log at its most talkative.
 */
class SecretsStaySecretIT {
  /** Each secret holds it, and characters that addresses, JSON and HTML write in other ways. */
  private static final String MARK = "Zx9Mark";

  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private static final String FEED =
      """
      - templatedRoute:
          routeTemplateRef: scheduled-feed
          routeId: feed-%1$s
          parameters:
            - {name: name, value: %1$s}
            - {name: cron, value: "0 0 0 1 1 ? 2099"}
            - {name: uri, value: "%2$s"}
            - {name: headers, value: "Authorization: Bearer {file:%3$s}"}
            - {name: source, value: open-data}
      """;

  private final Path folder;
  private final Path home;
  private final HttpServer web;
  private final GreenMail mail =
      new GreenMail(
          new ServerSetup[] {
            new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP),
            new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_IMAP)
          });
  private final SshServer sftp = SshServer.setUpDefaultServer();
  private final Map<String, String> environment = new HashMap<>();
  private final Map<String, String> said = new TreeMap<>();
  private final Set<String> asked = new HashSet<>();
  private @Nullable ForeignServer database;

  SecretsStaySecretIT(@TempDir Path folder) throws IOException {
    this.folder = folder;
    this.home = folder.resolve("home");
    this.web = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 50);
  }

  private String marked(String name) {
    return MARK + "-" + name + "+w%d&'x";
  }

  private Path file(String name) throws IOException {
    Path file = Files.writeString(folder.resolve(name), marked(name) + "\n");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
    return file;
  }

  @BeforeEach
  void startTheOthers() throws Exception {
    database = ForeignServer.start(folder.resolve("server"), marked("db"));
    web.createContext(
        "/",
        exchange -> {
          try (exchange) {
            String path = exchange.getRequestURI().getPath();
            String query = String.valueOf(exchange.getRequestURI().getRawQuery());
            asked.add(path + " " + exchange.getRequestHeaders().getFirst("Authorization"));
            // A server that repeats what it was told, as many do.
            if (path.equals("/circle")) {
              exchange.getResponseHeaders().add("Location", "/circle?" + query);
            } else if (path.equals("/elsewhere")) {
              String there = "http://localhost:" + web.getAddress().getPort() + "/x?" + query;
              exchange.getResponseHeaders().add("Location", there);
            }
            int status = path.equals("/circle") || path.equals("/elsewhere") ? 302 : 401;
            byte[] body = ("not with " + query).getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(status, body.length);
            exchange.getResponseBody().write(body);
          }
        });
    web.start();
    mail.start();
    mail.setUser("data@example.org", "data", "another");
    SimpleGeneratorHostKeyProvider keys =
        new SimpleGeneratorHostKeyProvider(folder.resolve("host.key"));
    keys.setAlgorithm("RSA");
    sftp.setHost("127.0.0.1");
    sftp.setKeyPairProvider(keys);
    sftp.setPasswordAuthenticator((user, password, session) -> false);
    sftp.start();
    String key = PublicKeyEntry.toString(keys.loadKeys(null).iterator().next().getPublic());
    Path known =
        Files.writeString(
            folder.resolve("known_hosts"), "[127.0.0.1]:" + sftp.getPort() + " " + key + "\n");
    routes();
    settings(known);
  }

  private void routes() throws IOException {
    Path routes = home.resolve("routes");
    try (Stream<Path> shipped = Files.walk(Path.of("routes"))) {
      for (Path file : shipped.toList()) {
        Path copy = routes.resolve(Path.of("routes").relativize(file).toString());
        if (Files.isDirectory(file)) {
          Files.createDirectories(copy);
        } else {
          Files.copy(file, copy);
        }
      }
    }
    for (String example : List.of("sftp.camel.yaml", "mail.camel.yaml")) {
      Files.copy(routes.resolve("examples").resolve(example), routes.resolve(example));
    }
    String url = "http://127.0.0.1:" + web.getAddress().getPort();
    Path bearer = file("bearer");
    StringBuilder feeds = new StringBuilder();
    for (String path : List.of("refused", "circle", "elsewhere")) {
      feeds.append(FEED.formatted(path, url + "/" + path + "?token={env:COAL_TOKEN}&q=1", bearer));
    }
    feeds.append(FEED.formatted("setting", url + "/s?token={{yanmen.coal.token}}", bearer));
    feeds.append(
        FEED.formatted("unreachable", "http://127.0.0.1:1/x?token={env:COAL_TOKEN}", bearer));
    Files.writeString(routes.resolve("marked.camel.yaml"), feeds);
  }

  private void settings(Path known) throws IOException {
    Path logback =
        Files.writeString(
            folder.resolve("logback.xml"),
            """
            <configuration>
              <appender name="ERR" class="ch.qos.logback.core.ConsoleAppender">
                <target>System.err</target>
                <encoder><charset>UTF-8</charset><pattern>%level %logger %msg%n</pattern></encoder>
              </appender>
              <root level="DEBUG"><appender-ref ref="ERR"/></root>
            </configuration>
            """);
    environment.put("JDK_JAVA_OPTIONS", "-Dlogback.configurationFile=" + logback);
    environment.put("YANMEN_DB_URL", Objects.requireNonNull(database).url("postgres"));
    environment.put("YANMEN_DB_USER", "owner");
    environment.put("YANMEN_DB_PASSWORD_FILE", file("db").toString());
    environment.put("COAL_TOKEN_FILE", file("coal").toString());
    environment.put("YANMEN_COAL_TOKEN", "Zx9Mark-plain-token");
    environment.put("YANMEN_FEEDS_RETRY_TIMES", "1");
    environment.put("YANMEN_FEEDS_RETRY_DELAY", "50");
    environment.put("YANMEN_FEEDS_DISTANCE", "1");
    environment.put("YANMEN_SFTP_SERVER", "127.0.0.1:" + sftp.getPort() + "/out");
    environment.put("YANMEN_SFTP_USER", "bureau");
    environment.put("YANMEN_SFTP_PASSWORD_FILE", file("sftp").toString());
    environment.put("YANMEN_SFTP_KNOWN_HOSTS", known.toString());
    environment.put("YANMEN_SFTP_SOURCE", "open-data");
    environment.put("YANMEN_SFTP_DELAY", "1000");
    environment.put("YANMEN_MAIL_PROTOCOL", "imap");
    environment.put("YANMEN_MAIL_SERVER", "127.0.0.1:" + mail.getImap().getPort());
    environment.put("YANMEN_MAIL_USER", "data");
    environment.put("YANMEN_MAIL_PASSWORD_FILE", file("imap").toString());
    environment.put("YANMEN_MAIL_SOURCE", "open-data");
    environment.put("YANMEN_MAIL_DELAY", "1000");
    environment.put("YANMEN_ALERTS_WINDOW", "1");
    environment.put("YANMEN_ALERTS_RETRY_TIMES", "0");
    environment.put("YANMEN_ALERTS_RETRY_REST", "500");
    environment.put("YANMEN_ALERTS_MAIL_HOST", "127.0.0.1");
    environment.put("YANMEN_ALERTS_MAIL_PORT", "" + mail.getSmtp().getPort());
    environment.put("YANMEN_ALERTS_MAIL_USER", "data");
    environment.put("YANMEN_ALERTS_MAIL_PASSWORD_FILE", file("smtp").toString());
    environment.put("YANMEN_ALERTS_MAIL_FROM", "data@example.org");
    environment.put("YANMEN_ALERTS_MAIL_TO", "data@example.org");
    environment.put(
        "YANMEN_ALERTS_WEBHOOK_URL",
        "http://127.0.0.1:%d/hook/Zx9Mark-path?access_token=Zx9Mark-query"
            .formatted(web.getAddress().getPort()));
    environment.put("YANMEN_ALERTS_WEBHOOK_FORM", "dingtalk");
    environment.put("YANMEN_ALERTS_WEBHOOK_SECRET_FILE", file("hook").toString());
  }

  @AfterEach
  void stopTheOthers() throws Exception {
    web.stop(0);
    mail.stop();
    sftp.stop(true);
    if (database != null) {
      database.close();
    }
  }

  private int command(String... arguments) throws Exception {
    return command(Map.of(), arguments);
  }

  /** Keeps what a command says, to be searched. */
  private int command(Map<String, String> more, String... arguments) throws Exception {
    Map<String, String> all = new HashMap<>(environment);
    all.putAll(more);
    all.values().removeIf(String::isEmpty);
    Files.createDirectories(home);
    Path output = Files.createTempFile(folder, "command", ".txt");
    Process process = ServiceProcess.command(home, output.toFile(), all, arguments);
    assertThat(process.waitFor(120, TimeUnit.SECONDS)).isTrue();
    said.put("command " + said.size() + " " + String.join(" ", arguments), read(output));
    return process.exitValue();
  }

  private String last(String command) {
    return said.entrySet().stream()
        .filter(it -> it.getKey().endsWith(" " + command))
        .map(Map.Entry::getValue)
        .reduce("", (first, second) -> second);
  }

  private static String read(Path file) throws IOException {
    return Files.readString(file, StandardCharsets.ISO_8859_1);
  }

  private void get(HttpClient client, URI address) throws Exception {
    HttpResponse<String> answer =
        client.send(
            HttpRequest.newBuilder(address).timeout(Duration.ofSeconds(30)).build(),
            HttpResponse.BodyHandlers.ofString(StandardCharsets.ISO_8859_1));
    said.put("page " + address, answer.headers().map() + "\n" + answer.body());
  }

  /** Every page that links lead to, of the console and of its API. */
  private int crawl(URI console, int most) throws Exception {
    HttpClient client = HttpClient.newHttpClient();
    Deque<String> open = new ArrayDeque<>(List.of("/", "/audit", "/api/routes", "/api/loads"));
    Set<String> seen = new HashSet<>();
    while (!open.isEmpty() && seen.size() < most) {
      String path = open.remove();
      if (!seen.add(path)) {
        continue;
      }
      get(client, console.resolve(path));
      Matcher link =
          Pattern.compile("href=\"(/[^\"#]*)").matcher(said.get("page " + console.resolve(path)));
      while (link.find()) {
        String found = link.group(1).replace("&amp;", "&");
        if (!found.startsWith("/assets") && !found.startsWith("/events")) {
          open.add(found);
        }
      }
    }
    return seen.size();
  }

  private static void run(URI route) throws Exception {
    HttpResponse<String> answer =
        HttpClient.newHttpClient()
            .send(
                HttpRequest.newBuilder(route)
                    .header("X-Requested-With", "test")
                    .POST(HttpRequest.BodyPublishers.noBody())
                    .build(),
                HttpResponse.BodyHandlers.ofString());
    assertThat(answer.statusCode()).as(answer.body()).isBetween(200, 299);
  }

  private long failedRuns() throws Exception {
    try (Connection connection = Objects.requireNonNull(database).connect("postgres");
        Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery(
                "select count(*) from yanmen.route_command where message <> ''")) {
      row.next();
      return row.getLong(1);
    }
  }

  private void tables() throws Exception {
    try (Connection connection = Objects.requireNonNull(database).connect("postgres");
        Statement statement = connection.createStatement();
        ResultSet table =
            statement.executeQuery("select tablename from pg_tables where schemaname = 'yanmen'")) {
      while (table.next()) {
        String name = table.getString(1);
        StringBuilder rows = new StringBuilder();
        try (Statement each = connection.createStatement();
            ResultSet row = each.executeQuery("select t::text from yanmen." + name + " t")) {
          while (row.next()) {
            rows.append(row.getString(1)).append('\n');
          }
        }
        said.put("table " + name, rows.toString());
      }
    }
  }

  private void files() throws IOException {
    for (Path file : ServiceProcess.filesIn(home.resolve("data"))) {
      said.put("file " + home.relativize(file), read(file));
    }
  }

  private void processes() throws IOException {
    for (ProcessHandle it : ProcessHandle.current().descendants().toList()) {
      Path line = Path.of("/proc", "" + it.pid(), "cmdline");
      if (Files.isReadable(line)) {
        said.put("process " + it.pid(), read(line));
      }
    }
  }

  private static boolean tells(String text) {
    return text.contains(MARK) || encoded().anyMatch(text::contains);
  }

  /** The mark in Base64, wherever it begins. */
  private static Stream<String> encoded() {
    return Stream.of("", "a", "ab")
        .map(before -> Base64.getEncoder().withoutPadding().encodeToString(bytes(before + MARK)))
        .map(it -> it.substring(4, it.length() - 3));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private void nothingTells() {
    StringBuilder found = new StringBuilder();
    said.forEach(
        (where, text) ->
            text.lines()
                .filter(SecretsStaySecretIT::tells)
                .limit(3)
                .forEach(line -> found.append(where).append(": ").append(line).append('\n')));
    assertThat(found.toString()).isEmpty();
  }

  @Test
  void noSecretLeavesTheServiceWhateverGoesWrong() throws Exception {
    ServiceProcess service = ServiceProcess.withConsole(home, environment);
    try {
      processes();
      Files.writeString(home.resolve("data/inbox/a.csv"), "县区,2025年1-4月原煤产量（万吨）\n代县,1.5\n");
      Files.writeString(home.resolve("data/inbox/b.csv"), "no table\n");
      service.awaitEmptyInbox(PATIENCE);
      List<String> feeds = List.of("circle", "elsewhere", "setting", "unreachable");
      for (String feed : feeds) {
        run(service.console().resolve("/api/routes/feed-" + feed + "/run"));
      }
      assertThat(command("route", "run", "refused")).isEqualTo(1);
      await().atMost(PATIENCE).until(() -> failedRuns() > feeds.size());
      assertThat(asked).anyMatch(it -> it.contains("Bearer " + marked("bearer")));
      assertThat(command("alert", "test")).isEqualTo(1);
      assertThat(last("alert test")).contains("mail: not sent", "webhook: not sent");
      assertThat(command("status")).isZero();
      await()
          .atMost(PATIENCE)
          .untilAsserted(
              () ->
                  assertThat(service.log())
                      .contains("AuthenticationFailedException")
                      .contains("127.0.0.1:" + sftp.getPort()));
      assertThat(crawl(service.console(), 40)).isGreaterThan(20);
      Matcher managed = Pattern.compile("http://(\\S+)/observe/health").matcher(service.log());
      assertThat(managed.find()).isTrue();
      HttpClient client = HttpClient.newHttpClient();
      for (String path : List.of("health", "health/ready", "metrics")) {
        get(client, URI.create("http://" + managed.group(1) + "/observe/" + path));
      }
      tables();
      assertThat(said.get("table route_command"))
          .contains("HTTP 401", "HTTP 302", "Circular redirect", "Connection refused");
      Objects.requireNonNull(database).close();
      database = null;
      await()
          .atMost(PATIENCE)
          .until(() -> service.log().contains("The warehouse cannot be reached"));
      get(client, URI.create("http://" + managed.group(1) + "/observe/health"));
      get(client, service.console().resolve("/routes"));
    } finally {
      service.stop();
    }
    files();
    said.put("log", service.log());
    // It was talkative enough for the search to mean something.
    assertThat(service.log()).contains("http-outgoing", "Authorization: Bearer •••");
    nothingTells();
  }

  @Test
  void settingsThatAreWrongAreNamedAndNotShown() throws Exception {
    String url = environment.getOrDefault("YANMEN_DB_URL", "");
    assertThat(command(Map.of("YANMEN_DB_PASSWORD_FILE", file("wrong").toString()), "status"))
        .isEqualTo(3);
    assertThat(last("status")).contains("password is not accepted");
    String inUrl = url + "?password=Zx9Mark-in-url&user=owner";
    assertThat(command(Map.of("YANMEN_DB_PASSWORD", marked("twice")), "status")).isEqualTo(2);
    assertThat(last("status")).contains("yanmen.db.password-file");
    Files.writeString(folder.resolve("keys.p12"), "no keystore");
    assertThat(
            command(
                Map.of(
                    "YANMEN_CONSOLE_ENABLED",
                    "true",
                    "YANMEN_CONSOLE_PORT",
                    "0",
                    "YANMEN_CONSOLE_KEYSTORE",
                    folder.resolve("keys.p12").toString(),
                    "YANMEN_CONSOLE_KEYSTORE_PASSWORD_FILE",
                    file("keystore").toString()),
                "run"))
        .isNotZero();
    assertThat(command(Map.of("YANMEN_SFTP_SERVER", "no host:port"), "run")).isNotZero();
    nothingTells();
    // Who writes a password into the command line is told that others can read it there.
    assertThat(command(Map.of(), "--db", inUrl, "status")).isEqualTo(3);
    assertThat(last("--db " + inUrl + " status"))
        .contains("list of processes", "YANMEN_DB_PASSWORD_FILE")
        .doesNotContain(MARK);
  }

  @Test
  void embeddedServerKnowsNothingOfTheServicesEnvironment() throws Exception {
    environment.remove("YANMEN_DB_URL");
    environment.remove("YANMEN_DB_USER");
    environment.remove("YANMEN_DB_PASSWORD_FILE");
    environment.put("YANMEN_DB_PASSWORD", marked("unused"));
    ServiceProcess service = ServiceProcess.start(home, environment);
    try {
      long pid =
          Long.parseLong(
              Files.readAllLines(home.resolve("data/postgres/postmaster.pid")).get(0).strip());
      said.put("environment", read(Path.of("/proc/" + pid + "/environ")));
      said.put("command line", read(Path.of("/proc/" + pid + "/cmdline")));
      assertThat(said.get("command line")).contains("postgres");
      assertThat(said.get("environment")).doesNotContain("YANMEN_");
      String own = Files.readString(home.resolve("data/postgres.password")).strip();
      assertThat(service.log()).doesNotContain(own);
      assertThat(said.get("command line")).doesNotContain(own);
    } finally {
      service.stop();
    }
    files();
    said.put("log", service.log());
    nothingTells();
  }
}
