package io.yanmen.service.ingest;

import static io.yanmen.service.ingest.FeedServer.csv;
import static io.yanmen.service.ingest.FeedServer.drip;
import static io.yanmen.service.ingest.FeedServer.hang;
import static io.yanmen.service.ingest.FeedServer.ok;
import static io.yanmen.service.ingest.FeedServer.raw;
import static io.yanmen.service.ingest.FeedServer.reset;
import static io.yanmen.service.ingest.FeedServer.status;
import static org.assertj.core.api.Assertions.assertThat;

import io.yanmen.service.fetch.run.FeedState;
import io.yanmen.service.schedule.RouteStates;
import io.yanmen.warehouse.Warehouse;
import io.yanmen.warehouse.WarehouseExtension;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The route template against a server that behaves, and one that does not. */
@ExtendWith(WarehouseExtension.class)
class ScheduledFeedIT {
  private static final String GOOD = "地区,原煤产量\n";
  private static final String HTML = "<!DOCTYPE html><html><body>Please log in</body></html>";

  private final Warehouse warehouse;
  private final RunningService running = new RunningService();
  private final FeedServer server = new FeedServer();
  private final String feed = "f" + UUID.randomUUID().toString().substring(0, 8);

  ScheduledFeedIT(Warehouse warehouse) throws Exception {
    this.warehouse = warehouse;
    running.warehouse = warehouse.dataSource();
    running.settings.put("yanmen.feeds.retry.times", "2");
    running.settings.put("yanmen.feeds.deadline", "1500");
    running.settings.put("yanmen.feeds.most-bytes", "100000");
    running.settings.put("yanmen.feeds.retry.longest-wait", "2000");
    running.settings.put("camel.component.http.response-timeout", "700");
  }

  @BeforeEach
  void makeHome() throws Exception {
    running.makeHome();
  }

  @AfterEach
  void stop() throws Exception {
    running.stop();
    server.close();
  }

  /** A feed of the template with further parameters, one "name: value" each. */
  private void start(String path, String... parameters) throws Exception {
    StringBuilder yaml =
        new StringBuilder(
            """
            - templatedRoute:
                routeTemplateRef: scheduled-feed
                routeId: feed-%s
                parameters:
                  - {name: name, value: %s}
                  - {name: cron, value: "0 0 1 1 1 ?"}
                  - {name: source, value: open-data}
                  - {name: uri, value: "%s%s"}
            """
                .formatted(feed, feed, server.url(), path));
    for (String parameter : parameters) {
      String[] parts = parameter.split(": ", 2);
      yaml.append("      - {name: %s, value: \"%s\"}\n".formatted(parts[0], parts[1]));
    }
    running.route("test-feed.camel.yaml", yaml.toString());
    running.start();
  }

  private RouteStates.Run fire() throws Exception {
    return fire(false);
  }

  private RouteStates.Run fire(boolean byHand) throws Exception {
    if (byHand) {
      running.service().runs().once("feed-" + feed, (total, done, failed) -> {});
    } else {
      running.runAsTheClockDoes("feed-" + feed);
    }
    return new RouteStates(warehouse.dataSource())
        .all().stream()
            .filter(it -> it.route().equals("feed-" + feed))
            .findFirst()
            .flatMap(RouteStates.ListedRoute::lastRun)
            .orElseThrow();
  }

  @Test
  void whatAFeedGivesIsLandedAndLoadedUnderItsSource() throws Exception {
    server.answers(csv(GOOD));
    start("/monthly.csv");
    RouteStates.Run run = fire();
    assertThat(run.message()).isEmpty();
    assertThat(run.files()).isEqualTo(1);
    FiledFile filed = running.filed.get(0);
    assertThat(filed.outcome().file().source()).isEqualTo("open-data");
    assertThat(filed.outcome().file().name()).isEqualTo(feed + ".csv");
    assertThat(filed.file()).hasContent(GOOD);
    assertThat(running.home.fetched()).isDirectoryNotContaining(it -> Files.isRegularFile(it));
  }

  @Test
  void nothingOfTheClockAndOfOurselvesIsSentToAServer() throws Exception {
    server.answers(csv(GOOD));
    start("/a.csv", "headers: Accept: text/csv");
    fire();
    assertThat(server.requests.get(0).headers().keySet())
        .containsOnly("accept", "accept-encoding", "host", "connection", "user-agent");
    assertThat(server.requests.get(0).headers()).containsEntry("accept", "text/csv");
  }

  @Test
  void secretsComeFromTheEnvironmentOrAFileAndAreKeptNowhere() throws Exception {
    Path secret = Files.writeString(running.home.root().resolve("token"), "s3cr3t &\n");
    server.answers(status(404));
    start("/a.csv?key={file:" + secret + "}", "headers: X-Token: {file:" + secret + "}");
    RouteStates.Run run = fire();
    assertThat(server.targets()).containsExactly("/a.csv?key=s3cr3t%20%26");
    assertThat(server.requests.get(0).headers()).containsEntry("x-token", "s3cr3t &");
    assertThat(run.message()).contains("404").contains("{file:").doesNotContain("s3cr3t");
  }

  @Test
  void unchangedDataMakesNoLoadAndSaysSo() throws Exception {
    server.answers(
        csv(GOOD, "ETag: \"v1\"", "Last-Modified: Tue, 01 Apr 2025 00:00:00 GMT"), status(304));
    start("/a.csv");
    fire();
    RouteStates.Run second = fire();
    assertThat(server.requests.get(1).headers())
        .containsEntry("if-none-match", "\"v1\"")
        .containsEntry("if-modified-since", "Tue, 01 Apr 2025 00:00:00 GMT");
    assertThat(second.completed()).isTrue();
    assertThat(second.files()).isZero();
    assertThat(second.unchanged()).isEqualTo(1);
    assertThat(running.filed).hasSize(1);
  }

  @Test
  void serverWithoutMarksIsComparedByTheHash() throws Exception {
    server.answers(csv(GOOD), csv(GOOD), csv("地区,原煤产量\n代县,1\n"));
    start("/a.csv");
    fire();
    assertThat(fire().unchanged()).isEqualTo(1);
    assertThat(running.filed).hasSize(1);
    assertThat(fire().files()).isEqualTo(1);
    assertThat(running.filed).hasSize(2);
  }

  @Test
  void runByHandFetchesWhateverIsKnown() throws Exception {
    server.answers(csv(GOOD, "ETag: \"v1\""));
    start("/a.csv");
    fire();
    fire(true);
    assertThat(server.requests.get(1).headers()).doesNotContainKey("if-none-match");
    assertThat(running.filed).hasSize(2);
  }

  @Test
  void whatCouldNotBeLoadedIsFetchedAgain() throws Exception {
    server.answers(csv(GOOD, "ETag: \"v1\""));
    start("/a.csv");
    LoadStep good = running.loading;
    running.loading =
        (file, source) -> {
          throw new java.sql.SQLException("away");
        };
    assertThat(fire().completed()).isFalse();
    running.loading = good;
    RouteStates.Run second = fire();
    assertThat(server.requests.get(1).headers()).doesNotContainKey("if-none-match");
    assertThat(second.completed()).isTrue();
    assertThat(running.filed).hasSize(1);
  }

  static Stream<Arguments> passingTroubles() {
    return Stream.of(
        Arguments.of("500", status(500)),
        Arguments.of("503", status(503)),
        Arguments.of("429", status(429)),
        Arguments.of("a reset", reset()),
        Arguments.of("silence", hang()),
        Arguments.of(
            "a byte at a time", drip("HTTP/1.1 200 OK\r\nContent-Type: text/csv\r\n\r\n", 100)),
        Arguments.of("a head that never ends", drip("HTTP/1.1 200 OK\r\nX: ", 100)),
        Arguments.of(
            "fewer bytes than announced",
            raw("HTTP/1.1 200 OK\r\nContent-Type: text/csv\r\nContent-Length: 900\r\n\r\n地区")),
        Arguments.of(
            "chunks without an end",
            raw("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nabcde\r\n")));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("passingTroubles")
  void troubleThatPassesIsAskedAgain(String what, FeedServer.Answer trouble) throws Exception {
    server.answers(trouble, csv(GOOD));
    start("/a.csv");
    assertThat(fire().message()).as(what).isEmpty();
    assertThat(server.requests).hasSize(2);
    assertThat(running.filed).hasSize(1);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("passingTroubles")
  void troubleThatStaysEndsTheRunAndTheNextNightIsNew(String what, FeedServer.Answer trouble)
      throws Exception {
    server.answers(trouble);
    start("/a.csv");
    RouteStates.Run first = fire();
    assertThat(first.completed()).as(what).isFalse();
    assertThat(first.message()).isNotBlank();
    assertThat(server.requests).hasSize(3);
    assertThat(running.filed).isEmpty();
    server.answers(csv(GOOD));
    assertThat(fire().completed()).isTrue();
    assertThat(running.filed).hasSize(1);
  }

  static Stream<Arguments> refusals() {
    String head = "HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Type: ";
    return Stream.of(
        Arguments.of("csv", status(401), "401"),
        Arguments.of("csv", status(404), "404"),
        Arguments.of("csv", ok("text/html", HTML), "web page"),
        Arguments.of("csv", ok("text/csv", HTML), "web page"),
        Arguments.of("json", ok("application/json", "\n" + HTML), "web page"),
        Arguments.of("csv", ok("application/json", "{}"), "application/json"),
        Arguments.of("json", ok("text/csv", "a,b\n"), "text/csv"),
        Arguments.of("json", ok("application/json", "{\"a\": nonsense}"), "no valid JSON"),
        Arguments.of("csv", ok("text/csv", ""), "empty"),
        Arguments.of("csv", ok("text/csv", "x".repeat(100_001)), "limit of 100000 bytes"),
        Arguments.of("csv", raw(head + "text/csv\r\n\r\n" + "x".repeat(200_000)), "limit"),
        Arguments.of(
            "csv", status(302, "Location: http://localhost:1/a.csv"), "http://localhost:1/a.csv"),
        Arguments.of("csv", status(429, "Retry-After: 3600"), "429"));
  }

  @ParameterizedTest(name = "{0}: {2}")
  @MethodSource("refusals")
  void whatIsNoDataIsRefusedOnceAndForThisNight(String format, FeedServer.Answer answer, String why)
      throws Exception {
    server.answers(answer);
    start("/a", "format: " + format);
    RouteStates.Run run = fire();
    assertThat(run.completed()).isFalse();
    assertThat(run.message()).contains(why);
    assertThat(server.requests).hasSize(1);
    assertThat(running.filed).isEmpty();
    server.answers(format.equals("csv") ? csv(GOOD) : ok("application/json", "{}"));
    assertThat(fire().completed()).isTrue();
    assertThat(running.filed).hasSize(1);
  }

  @Test
  void halfAJsonIsAskedAgainAndNeverLoaded() throws Exception {
    FeedServer.Answer half =
        raw("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n\r\n{\"value\": [1, 2");
    server.answers(half);
    start("/a", "format: json");
    RouteStates.Run run = fire();
    assertThat(run.message()).contains("breaks off");
    assertThat(server.requests).hasSize(3);
    server.answers(half, ok("application/json", "{\"value\": [1, 2]}"));
    assertThat(fire().completed()).isTrue();
    assertThat(running.filed).hasSize(1);
  }

  @Test
  void serverThatSaysWhenToComeBackIsTakenAtItsWord() throws Exception {
    server.answers(status(429, "Retry-After: 1"), csv(GOOD));
    start("/a.csv");
    Instant before = Instant.now();
    assertThat(fire().completed()).isTrue();
    assertThat(Duration.between(before, Instant.now())).isGreaterThan(Duration.ofMillis(950));
  }

  @Test
  void redirectOfTheSameServerIsFollowed() throws Exception {
    server.answers(status(302, "Location: /b.csv"), csv(GOOD));
    start("/a.csv");
    assertThat(fire().completed()).isTrue();
    assertThat(server.targets()).containsExactly("/a.csv", "/b.csv");
  }

  @Test
  void serverIsAskedNoFasterThanAllowed() throws Exception {
    running.settings.put("yanmen.feeds.distance", "300");
    server.answers(
        ok("application/json", "{\"pages\": 4, \"page\": 1}"),
        ok("application/json", "{\"pages\": 4, \"page\": 2}"),
        ok("application/json", "{\"pages\": 4, \"page\": 3}"),
        ok("application/json", "{\"pages\": 4, \"page\": 4}"));
    start("/a?page={page}", "format: json", "pagesPointer: /pages");
    Instant before = Instant.now();
    fire();
    Duration took = Duration.between(before, Instant.now());
    assertThat(server.requests).hasSize(4);
    assertThat(took).isBetween(Duration.ofMillis(850), Duration.ofMillis(2500));
  }

  @Test
  void pagesEndAtTheTotalAtAnEmptyOneOrWithoutANextLink() throws Exception {
    server.answers(
        ok("application/json", "{\"n\": 5, \"rows\": [1, 2]}"),
        ok("application/json", "{\"n\": 5, \"rows\": [3, 4]}"),
        ok("application/json", "{\"n\": 5, \"rows\": [5]}"));
    start("/a?from={offset}", "format: json", "totalPointer: /n", "pageSize: 2");
    assertThat(fire().files()).isEqualTo(3);
    assertThat(server.targets()).containsExactly("/a?from=0", "/a?from=2", "/a?from=4");
    assertThat(running.names())
        .containsExactly(feed + "-p1.json", feed + "-p2.json", feed + "-p3.json");
  }

  @Test
  void emptyPageIsTheEndAndIsNotLoaded() throws Exception {
    server.answers(
        ok("application/json", "{\"rows\": [1]}"), ok("application/json", "{\"rows\": []}"));
    start("/a?p={page}", "format: json", "itemsPointer: /rows", "firstPage: 0");
    assertThat(fire().files()).isEqualTo(1);
    assertThat(server.targets()).containsExactly("/a?p=0", "/a?p=1");
  }

  @Test
  void nextLinksAreFollowedAtTheirServerOnly() throws Exception {
    server.answers(
        ok("application/json", "{\"next\": \"/a?cursor=x y\"}"),
        ok("application/json", "{\"next\": null}"));
    start("/a", "format: json", "nextPointer: /next");
    assertThat(fire().files()).isEqualTo(2);
    assertThat(server.targets()).containsExactly("/a", "/a?cursor=x%20y");
    server.answers(ok("application/json", "{\"next\": \"http://elsewhere.example/\"}"));
    assertThat(fire().message()).contains("elsewhere.example");
    assertThat(running.filed).hasSize(2);
  }

  @Test
  void noPageIsLoadedUntilAllAreThere() throws Exception {
    server.answers(ok("application/json", "{\"pages\": 2}"), status(404));
    start("/a?p={page}", "format: json", "pagesPointer: /pages");
    assertThat(fire().completed()).isFalse();
    assertThat(running.filed).isEmpty();
    assertThat(running.home.fetched()).isDirectoryNotContaining(it -> Files.isRegularFile(it));
  }

  @Test
  void serverThatTakesNoNoticeOfPagesDoesNotKeepUsForEver() throws Exception {
    server.answers(csv("a,b\n1,2\n"));
    start("/a?p={page}");
    assertThat(fire().message()).contains("takes no notice of pages");
    assertThat(server.requests).hasSize(2);
  }

  @Test
  void periodIsThatOfTheFeedsTimeZone() throws Exception {
    LocalDate last = LocalDate.now(ZoneId.of("Asia/Shanghai")).minusMonths(1).withDayOfMonth(1);
    server.answers(csv(GOOD));
    start("/{period:last-month:yyyy}/a.csv?to={period-end:last-month:yyyyMMdd}&地区=山西");
    fire();
    assertThat(server.targets())
        .containsExactly(
            "/%s/a.csv?to=%s&%s=%s"
                .formatted(
                    last.getYear(),
                    DateTimeFormatter.ofPattern("yyyyMMdd", Locale.ROOT)
                        .format(last.plusMonths(1).minusDays(1)),
                    "%E5%9C%B0%E5%8C%BA",
                    "%E5%B1%B1%E8%A5%BF"));
    assertThat(running.names())
        .containsExactly("%s-%s.csv".formatted(feed, last.toString().substring(0, 7)));
  }

  @Test
  void whileNothingIsLoadedEveryMonthSinceTheFirstIsFetched() throws Exception {
    LocalDate first = LocalDate.now(ZoneId.of("Asia/Shanghai")).minusMonths(3);
    String month = first.toString().substring(0, 7);
    server.answers((request, out) -> csv("month\n" + request.target() + "\n").to(request, out));
    start("/a.csv?m={period:since-newest}", "first: " + month);
    assertThat(new FeedState(warehouse.dataSource()).newestMonth("open-data"))
        .isEqualTo(Optional.empty());
    assertThat(fire().files()).isEqualTo(3);
    assertThat(server.targets().get(0)).isEqualTo("/a.csv?m=" + month);
    assertThat(server.targets()).hasSize(3);
  }

  @Test
  void feedThatCannotBeUnderstoodSaysWhyWhenItRuns() throws Exception {
    server.answers(csv(GOOD));
    start("/a?p={page}", "format: json");
    assertThat(fire().message()).contains("itemsPointer");
    assertThat(server.requests).isEmpty();
    assertThat(List.copyOf(running.filed)).isEmpty();
  }
}
