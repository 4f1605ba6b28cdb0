package io.yanmen.service.observe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.yanmen.service.ingest.RunningService;
import io.yanmen.service.ingest.SwitchedWarehouse;
import io.yanmen.warehouse.Warehouse;
import io.yanmen.warehouse.WarehouseExtension;
import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.management.ObjectName;
import org.apache.camel.component.platform.http.vertx.VertxPlatformHttpServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What a running service tells of itself over HTTP and JMX. */
@ExtendWith(WarehouseExtension.class)
class ManagementIT {
  private static final Pattern METRIC =
      Pattern.compile("\\b(?:yanmen|jvm|process|camel)_[a-z_]+[a-z]\\b");
  private static final Path PROMETHEUS = Path.of("/usr/bin/prometheus");

  private final HttpClient http = HttpClient.newHttpClient();
  private final ObjectMapper json = new ObjectMapper();
  private final RunningService running = new RunningService();
  private final SwitchedWarehouse warehouse;

  ManagementIT(Warehouse warehouse) {
    this.warehouse = new SwitchedWarehouse(warehouse.dataSource());
    running.warehouse = this.warehouse;
    running.managed = true;
  }

  @BeforeEach
  void makeHome() throws Exception {
    running.makeHome();
  }

  @AfterEach
  void stop() throws Exception {
    warehouse.comeBack();
    running.stop();
  }

  private HttpResponse<String> get(String path) throws Exception {
    String at = running.service().managedAt().orElseThrow();
    HttpRequest request =
        HttpRequest.newBuilder(URI.create("http://" + at + path))
            .timeout(Duration.ofSeconds(8))
            .build();
    return http.send(request, HttpResponse.BodyHandlers.ofString());
  }

  private JsonNode check(String name) throws Exception {
    for (JsonNode check : json.readTree(get("/observe/health").body()).path("checks")) {
      if (check.path("name").asText().equals(name)) {
        return check;
      }
    }
    throw new AssertionError("no check " + name);
  }

  @Test
  void readyServiceTellsOfWarehouseInboxDiskAndRoutes() throws Exception {
    running.start();
    assertThat(get("/observe/health/ready").statusCode()).isEqualTo(200);
    for (String name : new String[] {"warehouse", "inbox", "disk", "route:inbox"}) {
      assertThat(check(name).path("status").asText()).as(name).isEqualTo("UP");
    }
  }

  @Test
  void serviceWhoseWarehouseIsAwayIsNotReadyButLives() throws Exception {
    running.start();
    await()
        .atMost(Duration.ofSeconds(20))
        .until(() -> get("/observe/metrics").body().contains("yanmen_warehouse_up 1.0"));
    warehouse.refuse();
    await()
        .atMost(Duration.ofSeconds(20))
        .until(() -> get("/observe/health/ready").statusCode() == 503);
    assertThat(check("warehouse").path("message").asText()).contains("away");
    assertThat(get("/observe/health/live").statusCode()).isEqualTo(200);
    warehouse.comeBack();
    await()
        .atMost(Duration.ofSeconds(20))
        .until(() -> get("/observe/health/ready").statusCode() == 200);
  }

  @Test
  void warehouseThatNeverAnswersHoldsUpNeitherHealthNorScrape() throws Exception {
    running.start();
    warehouse.hang();
    // Each within the timeout of the request.
    await()
        .atMost(Duration.ofSeconds(20))
        .until(() -> get("/observe/health/ready").statusCode() == 503);
    await()
        .atMost(Duration.ofSeconds(20))
        .until(() -> get("/observe/metrics").body().contains("yanmen_warehouse_up 0.0"));
    assertThat(get("/observe/health/live").statusCode()).isEqualTo(200);
  }

  @Test
  void inboxThatIsGoneMakesTheServiceNotReady() throws Exception {
    running.start();
    Path aside = running.home.data().resolve("aside");
    Files.move(running.home.inbox(), aside);
    try {
      assertThat(get("/observe/health/ready").statusCode()).isEqualTo(503);
      assertThat(check("inbox").path("status").asText()).isEqualTo("DOWN");
    } finally {
      Files.move(aside, running.home.inbox());
    }
  }

  @Test
  void diskWithTooLittleRoomMakesTheServiceNotReady() throws Exception {
    running.settings.put("yanmen.disk.least-free", String.valueOf(Long.MAX_VALUE));
    running.start();
    assertThat(get("/observe/health/ready").statusCode()).isEqualTo(503);
    assertThat(check("disk").path("status").asText()).isEqualTo("DOWN");
  }

  @Test
  void onlyThisMachineReachesIt() throws Exception {
    running.start();
    String at = running.service().managedAt().orElseThrow();
    assertThat(at).startsWith("127.0.0.1:");
    int port = Integer.parseInt(at.substring(at.indexOf(':') + 1));
    // Another address of this machine stands for another machine: nobody listens there.
    assertThatThrownBy(
            () -> {
              try (Socket socket = new Socket()) {
                socket.connect(new InetSocketAddress("127.0.0.2", port), 1000);
              }
            })
        .isInstanceOf(java.net.ConnectException.class);
  }

  @Test
  void portThatIsTakenStopsTheStartAndNamesItsSetting() throws Exception {
    try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      running.settings.put("yanmen.management.port", String.valueOf(other.getLocalPort()));
      assertThatThrownBy(running::start)
          .isInstanceOfSatisfying(
              PortTakenException.class,
              e -> {
                assertThat(e.setting()).isEqualTo("yanmen.management.port");
                assertThat(e.address()).isEqualTo("127.0.0.1:" + other.getLocalPort());
              });
    }
  }

  @Test
  void portThatIsLostWhileItStartsIsNoticed() throws Exception {
    running.start();
    // Of a service that listens elsewhere, nothing listens on this one.
    try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      Management lost = new Management("127.0.0.1", other.getLocalPort());
      assertThatThrownBy(() -> lost.check(running.service().context()))
          .isInstanceOf(PortTakenException.class);
    }
  }

  @Test
  void serviceThatIsNotManagedListensNowhereAndHasNoJmx() throws Exception {
    running.managed = false;
    running.start();
    assertThat(running.service().managedAt()).isEmpty();
    assertThat(running.service().context().hasServices(VertxPlatformHttpServer.class)).isEmpty();
    assertThat(routesInJmx()).isEmpty();
  }

  @Test
  void routesAreSeenInJmx() throws Exception {
    running.start();
    assertThat(routesInJmx()).contains("\"inbox\"", "\"ingest\"", "\"housekeeping\"");
  }

  private static Set<String> routesInJmx() throws Exception {
    return ManagementFactory.getPlatformMBeanServer()
        .queryNames(new ObjectName("org.apache.camel:type=routes,*"), null)
        .stream()
        .map(it -> it.getKeyProperty("name"))
        .collect(Collectors.toSet());
  }

  @Test
  void fileCountsUnderItsSourceAndOutcome() throws Exception {
    running.start();
    running.drop("bad.csv", "reject");
    await().atMost(Duration.ofSeconds(30)).until(() -> running.filed.size() == 1);
    assertThat(get("/observe/metrics").body())
        .contains("yanmen_loads_total{outcome=\"rejected\",source=\"inbox\"} 1.0");
  }

  @Test
  void failedFeedIsMeasuredAndCounted() throws Exception {
    running.settings.put("yanmen.feeds.retry.times", "0");
    running.settings.put("yanmen.feeds.server", "http://127.0.0.1:1");
    running.start();
    running.runAsTheClockDoes("feed-coal-output");
    assertThat(get("/observe/metrics").body())
        .contains(
            "yanmen_feed_seconds_count{feed=\"coal-output\",outcome=\"failed\"} 1",
            "yanmen_feed_seconds_count{feed=\"coal-output\",outcome=\"completed\"} 0");
  }

  @Test
  void dashboardAndRulesNameOnlyMetricsThatAServiceHas() throws Exception {
    running.start();
    Set<String> named = new TreeSet<>();
    JsonNode dashboard =
        json.readTree(Files.readString(Path.of("docs/operate/grafana-dashboard.json")));
    for (String question : dashboard.findValuesAsText("expr")) {
      METRIC.matcher(question).results().forEach(it -> named.add(it.group()));
    }
    for (String line : Files.readAllLines(Path.of("docs/operate/prometheus-rules.yml"))) {
      METRIC.matcher(line).results().forEach(it -> named.add(it.group()));
    }
    Set<String> scraped =
        get("/observe/metrics")
            .body()
            .lines()
            .filter(line -> !line.startsWith("#"))
            .map(line -> line.split("[{ ]", 2)[0])
            .collect(Collectors.toSet());
    assertThat(named).hasSizeGreaterThan(12);
    assertThat(scraped).containsAll(named);
  }

  @Test
  void realPrometheusScrapesItWithTheConfigurationOfTheDocs() throws Exception {
    assumeTrue(Files.isExecutable(PROMETHEUS), "Prometheus is not installed: skipped");
    running.start();
    Path folder = Files.createDirectories(running.home.root().resolve("prometheus"));
    Files.copy(
        Path.of("docs/operate/prometheus-rules.yml"), folder.resolve("prometheus-rules.yml"));
    String config =
        Files.readString(Path.of("docs/operate/prometheus.yml"))
            .replace("127.0.0.1:9876", running.service().managedAt().orElseThrow())
            .replace("30s", "1s");
    Files.writeString(folder.resolve("prometheus.yml"), config);
    int port = ListeningPort.of("test", "127.0.0.1", 0);
    Process prometheus =
        new ProcessBuilder(
                PROMETHEUS.toString(),
                "--config.file=prometheus.yml",
                "--storage.tsdb.path=data",
                "--web.listen-address=127.0.0.1:" + port)
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    try {
      await()
          .atMost(Duration.ofSeconds(60))
          .ignoreExceptions()
          .until(() -> asked(port, "query?query=yanmen_warehouse_up").contains("\"1\""));
      assertThat(asked(port, "query?query=up")).contains("\"1\"");
      assertThat(asked(port, "rules")).contains("YanmenWarehouseAway", "\"health\":");
    } finally {
      prometheus.destroyForcibly().waitFor();
    }
  }

  private String asked(int port, String question) throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/api/v1/" + question))
            .timeout(Duration.ofSeconds(8))
            .build();
    return http.send(request, HttpResponse.BodyHandlers.ofString()).body();
  }
}
