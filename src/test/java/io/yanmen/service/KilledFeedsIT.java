package io.yanmen.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.yanmen.catalog.CatalogFiles;
import io.yanmen.model.Area;
import io.yanmen.model.AreaLevel;
import io.yanmen.service.ingest.AlertSink;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/**
 * Kills the service (SIGKILL) at random moments while its feeds fetch and load what a server
 * publishes, again and again in a new version.
 */
@ExtendWith(FaultBedExtension.class)
class KilledFeedsIT {
  private static final int KILLS = Attempts.of(1, 20);
  private static final int FEEDS = 3;
  private static final int YEARS = 8;
  private static final int FIRST_YEAR = 2001;

  private final FaultBed bed;
  private final Path folder;
  private final Random random = Attempts.random();
  private final List<String> counties =
      CatalogFiles.load().areas().stream()
          .filter(it -> it.level() == AreaLevel.COUNTY && it.validity().from() <= FIRST_YEAR)
          .map(Area::code)
          .limit(100)
          .toList();
  private final HttpServer server;
  private final AtomicInteger published = new AtomicInteger(1);

  KilledFeedsIT(FaultBed bed, @TempDir Path folder) throws IOException {
    this.bed = bed;
    this.folder = folder;
    this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
  }

  @BeforeEach
  void publish() {
    server.setExecutor(Executors.newCachedThreadPool());
    server.createContext("/", this::answer);
    server.start();
  }

  @AfterEach
  void close() {
    server.stop(0);
  }

  /** Slowly, so that a kill may come while it is fetched. */
  private void answer(HttpExchange exchange) throws IOException {
    int feed = Integer.parseInt(exchange.getRequestURI().getPath().substring("/t".length()));
    byte[] body = body(feed, published.get());
    exchange.getResponseHeaders().add("Content-Type", "text/csv");
    exchange.sendResponseHeaders(200, body.length);
    try (exchange) {
      exchange.getResponseBody().write(body, 0, body.length / 2);
      exchange.getResponseBody().flush();
      Thread.sleep(100);
      exchange.getResponseBody().write(body, body.length / 2, body.length - body.length / 2);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private byte[] body(int feed, int version) {
    StringBuilder text = new StringBuilder("地区代码,指标,时间,单位,数值\n");
    for (String county : counties) {
      for (int year = 0; year < YEARS; year++) {
        text.append(county).append(",原煤产量,").append(FIRST_YEAR + feed * YEARS + year);
        text.append("年,万吨,").append(100 + version).append('\n');
      }
    }
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }

  @Test
  void everyVersionIsLoadedOnceHoweverOftenTheServiceIsKilled() throws Exception {
    String database = bed.newDatabase();
    Path home =
        TestFeeds.home(folder.resolve("home"), FEEDS, "* * * * * ?", server.getAddress().getPort());
    List<Path> versions = new ArrayList<>();
    try (AlertSink alerts = new AlertSink();
        Connection connection = bed.server().connect(database)) {
      Map<String, String> environment = bed.environment(bed.server().url(database), alerts);
      ServiceProcess service = ServiceProcess.start(home, environment);
      for (int kill = 0; kill <= KILLS; kill++) {
        if (kill > 0) {
          published.incrementAndGet();
          Thread.sleep(random.nextInt(1500));
          service.kill();
          service = ServiceProcess.start(home, environment);
        }
        List<Path> expected = versionFiles(published.get());
        versions.addAll(expected);
        await().atMost(DisturbedRun.LIMIT).until(() -> loaded(connection, expected) == FEEDS);
      }
      assertThat(service.stop()).isZero();
      assertThatEveryVersionWasLoadedOnce(connection);
      HomeCheck.assertTidy(connection);
    }
    HomeCheck.assertSettled(home, versions);
  }

  private List<Path> versionFiles(int version) throws IOException {
    List<Path> files = new ArrayList<>();
    for (int feed = 0; feed < FEEDS; feed++) {
      Path file = folder.resolve("t%d-%d.csv".formatted(feed, version));
      files.add(Files.write(file, body(feed, version)));
    }
    return files;
  }

  private static long loaded(Connection connection, List<Path> files) throws Exception {
    List<String> loaded =
        WarehouseContent.rows(connection, "select sha256 from yanmen.load where status = 'loaded'");
    long count = 0;
    for (Path file : files) {
      count += loaded.stream().filter(HomeCheck.sha256(file)::equals).count();
    }
    return count;
  }

  private void assertThatEveryVersionWasLoadedOnce(Connection connection) throws Exception {
    int figures = FEEDS * counties.size() * YEARS;
    assertThat(
            WarehouseContent.rows(
                connection, "select value, count(*) from yanmen.observation group by value"))
        .containsExactly((100 + published.get()) + "|" + figures);
    List<String> replaced = new ArrayList<>();
    for (int version = 1; version < published.get(); version++) {
      replaced.add((100 + version) + "|" + figures + "|" + figures);
    }
    assertThat(
            WarehouseContent.rows(
                connection,
                """
                select value, count(*), count(distinct (series_id, period_start))
                  from yanmen.revision where shown group by value
                """))
        .containsExactlyElementsOf(replaced);
    assertThat(
            WarehouseContent.rows(
                connection, "select count(*) from yanmen.load where status <> 'duplicate'"))
        .containsExactly(Integer.toString(FEEDS * published.get()));
    assertThat(
            WarehouseContent.rows(
                connection, "select count(*) from yanmen.route_run where outcome = 'running'"))
        .containsExactly("0");
  }
}
