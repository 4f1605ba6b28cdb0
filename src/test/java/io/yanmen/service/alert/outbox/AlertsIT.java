package io.yanmen.service.alert.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import io.yanmen.model.Scenario;
import io.yanmen.model.outcome.LandedFile;
import io.yanmen.model.outcome.LoadCounts;
import io.yanmen.model.outcome.Outcome;
import io.yanmen.model.outcome.Rejection;
import io.yanmen.model.outcome.RejectionCode;
import io.yanmen.model.table.CellAddress;
import io.yanmen.service.alert.event.ChannelTest;
import io.yanmen.service.home.Settings;
import io.yanmen.service.ingest.AlertSink;
import io.yanmen.service.ingest.FeedServer;
import io.yanmen.service.ingest.FiledFile;
import io.yanmen.service.ingest.RunningService;
import io.yanmen.warehouse.Warehouse;
import io.yanmen.warehouse.WarehouseExtension;
import io.yanmen.warehouse.check.Checks;
import io.yanmen.warehouse.check.Figures;
import io.yanmen.warehouse.load.Loader;
import jakarta.mail.Multipart;
import jakarta.mail.internet.MimeMessage;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.apache.camel.Exchange;
import org.apache.camel.ServiceStatus;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.slf4j.LoggerFactory;

/** The real routes with a real warehouse, a real web server and a real mail server. */
@ExtendWith(WarehouseExtension.class)
class AlertsIT {
  private final Warehouse warehouse;
  private final AlertSink sink;
  private final RunningService running = new RunningService();

  AlertsIT(Warehouse warehouse) throws Exception {
    this.warehouse = warehouse;
    this.sink = new AlertSink();
  }

  @BeforeEach
  void prepare() throws Exception {
    run("truncate alert_message, alert, alert_delivery, alert_state cascade");
    set(running);
    running.makeHome();
  }

  private void set(RunningService service) {
    service.warehouse = warehouse.dataSource();
    service.settings.put("yanmen.node", "node-1");
    service.settings.put("yanmen.alerts.window", "0");
    service.settings.put("yanmen.alerts.most-per-hour", "1000");
    service.settings.put("yanmen.alerts.delay", "100");
    service.settings.put("yanmen.alerts.retry.delay", "50");
    service.settings.put("yanmen.alerts.retry.times", "1");
    service.settings.put("yanmen.alerts.retry.rest", "100");
    service.settings.put("yanmen.alerts.webhook.url", sink.url());
    service.settings.put("yanmen.watch.delay", "100");
  }

  @AfterEach
  void stop() throws Exception {
    running.stop();
    sink.close();
  }

  private static void hold(RunningService service) throws Exception {
    service.service().context().getRouteController().stopRoute("alerts");
  }

  private static void letGo(RunningService service) throws Exception {
    service.service().context().getRouteController().startRoute("alerts");
  }

  private static void send(RunningService service, String route, Object body, String feed)
      throws Exception {
    try (var template = service.service().context().createProducerTemplate()) {
      Exchange done =
          template.send(
              route,
              exchange -> {
                exchange.getMessage().setBody(body);
                exchange.setProperty("feed", feed);
                exchange.setProperty(
                    Exchange.EXCEPTION_CAUGHT,
                    new UnknownHostException("https://stats.example/api?key=verysecret"));
              });
      assertThat(done.getException()).isNull();
    }
  }

  private static void feedFails(RunningService service, String feed) throws Exception {
    send(service, "direct:feed-failed", "", feed);
  }

  private void rejected(RunningService service, int number) throws Exception {
    LandedFile file =
        new LandedFile(
            Path.of("x"), "表" + number + ".xlsx", "", "coal-board", "0", 1, Instant.EPOCH);
    Rejection cell =
        new Rejection(
            RejectionCode.UNKNOWN_AREA,
            1,
            new CellAddress("Sheet1", 6, 3),
            "secret figure 4711",
            List.of("secret name", ""));
    Outcome outcome =
        new Outcome.Rejected(file, number, LoadCounts.NONE, List.of(cell, cell), List.of());
    Path filed = service.home.rejected().resolve("2026-11-24").resolve(file.name());
    send(service, "direct:notify", new FiledFile(outcome, filed), "none");
  }

  private void awaitPosts(int number) {
    await().atMost(Duration.ofSeconds(30)).until(() -> sink.accepted().size() >= number);
  }

  /** When this has come, all that was to be sent before has come too. */
  private void awaitAnother(String feed) throws Exception {
    feedFails(running, feed);
    await()
        .atMost(Duration.ofSeconds(30))
        .until(() -> sink.accepted().stream().anyMatch(it -> it.toString().contains(feed)));
  }

  @Test
  void badNightIsOneMessageByMailAndWebhook() throws Exception {
    GreenMail mail = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    mail.start();
    try {
      mail.setUser("yanmen@example.org", "yanmen", "p+w%d&?");
      running.settings.put("yanmen.alerts.mail.host", "127.0.0.1");
      running.settings.put("yanmen.alerts.mail.port", "" + mail.getSmtp().getPort());
      running.settings.put("yanmen.alerts.mail.user", "yanmen");
      running.settings.put(
          "yanmen.alerts.mail.password-file",
          Files.writeString(running.home.root().resolve("password"), "p+w%d&?\n").toString());
      running.settings.put("yanmen.alerts.mail.from", "yanmen@example.org");
      running.settings.put("yanmen.alerts.mail.to", "a@example.org, b@example.org");
      running.start();
      hold(running);
      for (int i = 1; i <= 40; i++) {
        feedFails(running, "feed-" + i);
      }
      for (int i = 1; i <= 200; i++) {
        rejected(running, i);
      }
      letGo(running);
      awaitPosts(1);
      awaitAnother("another-feed");
      await().atMost(Duration.ofSeconds(30)).until(() -> mail.getReceivedMessages().length == 4);

      assertThat(sink.accepted()).hasSize(2);
      assertThat(sink.accepted().get(0).path("subject").asText())
          .isEqualTo("[Yanmen alert] Feeds that could not be fetched: 40; Files rejected: 200");
      String text = sink.accepted().get(0).path("text").asText();
      assertThat(text)
          .contains("… and 190 more.", "What to do: Open the report beside the file")
          .contains("表1.xlsx", "data/rejected/2026-11-24/表1.xlsx", "UNKNOWN_AREA (Sheet1!D7), 2")
          .doesNotContain("secret", "4711", running.home.root().toString());

      MimeMessage first = mailOf(mail, sink.accepted().get(0).path("subject").asText());
      assertThat(first.getHeader("Auto-Submitted")).containsExactly("auto-generated");
      Multipart parts = (Multipart) first.getContent();
      assertThat(parts.getCount()).isEqualTo(2);
      assertThat(parts.getBodyPart(0).getContentType()).startsWith("text/plain");
      assertThat(parts.getBodyPart(0).getContent().toString().replace("\r\n", "\n"))
          .isEqualTo(text);
      assertThat(parts.getBodyPart(1).getContentType()).startsWith("text/html");
      assertThat(parts.getBodyPart(1).getContent().toString())
          .contains("Files rejected: 200", "200 个文件被拒收");
      assertThat(GreenMailUtil.getWholeMessage(first)).doesNotContain("p+w%d");
    } finally {
      mail.stop();
    }
  }

  @Test
  void feedThatFailsAgainAndAgainIsToldOnceAndSoIsItsRecovery() throws Exception {
    running.start();
    feedFails(running, "coal");
    awaitPosts(1);
    feedFails(running, "coal");
    running.service().close();
    running.start();
    feedFails(running, "coal");
    send(running, "direct:feed-back", "", "coal");
    send(running, "direct:feed-back", "", "coal");
    awaitAnother("another-feed");

    assertThat(sink.total("FEED_FAILED")).isEqualTo(2);
    assertThat(sink.total("FEED_BACK")).isEqualTo(1);
  }

  @Test
  void scheduledFeedTellsOfItsFailureAndOfItsRecovery() throws Exception {
    try (FeedServer publisher = new FeedServer()) {
      running.settings.put("yanmen.feeds.enabled", "true");
      running.settings.put("yanmen.feeds.server", publisher.url());
      running.start();
      publisher.answers(FeedServer.status(404));
      running.runAsTheClockDoes("feed-monthly-report");
      awaitPosts(1);
      publisher.answers(FeedServer.csv("地区,原煤产量\n代县,1\n"));
      running.runAsTheClockDoes("feed-monthly-report");
      awaitPosts(2);

      assertThat(sink.accepted().get(0).path("text").asText())
          .contains("monthly-report (", "HTTP 404")
          .doesNotContain("monthly-report.csv");
      assertThat(sink.accepted().get(1).path("subject").asText())
          .isEqualTo("[Yanmen notice] Feeds that are fetched again: 1");
    }
  }

  @Test
  void lateReportIsToldAndThatItHasCome() throws Exception {
    run(
        "insert into source (code, name, frequency, due_days, areas, since) values"
            + " ('bureau', '统计局', 'A', 20, '{140923,140924}', '2024-01-01')");
    running.start();
    running.runAsTheClockDoes("reporting-calendar");
    await().atMost(Duration.ofSeconds(30)).until(() -> sink.total("REPORT_LATE") >= 2);
    long late = sink.total("REPORT_LATE");
    assertThat(sink.accepted().toString()).contains("统计局 2024 代县", "was due on 2025-01-20");
    Figures.load(
        new Loader(
            warehouse.dataSource(),
            Path.of("target/tmp"),
            (language, rejection, name) -> rejection.code().name(),
            Checks.all()),
        "bureau",
        Scenario.ACTUAL,
        "140923 gdp level 2024 1");
    running.runAsTheClockDoes("reporting-calendar");
    await().atMost(Duration.ofSeconds(30)).until(() -> sink.total("REPORT_ARRIVED") == 1);
    running.runAsTheClockDoes("reporting-calendar");
    awaitAnother("another-feed");

    assertThat(sink.total("REPORT_ARRIVED")).isEqualTo(1);
    assertThat(sink.total("REPORT_LATE")).isEqualTo(late);
  }

  private static MimeMessage mailOf(GreenMail mail, String subject) throws Exception {
    for (MimeMessage message : mail.getReceivedMessages()) {
      if (message.getSubject().equals(subject)) {
        return message;
      }
    }
    throw new AssertionError("no mail has the subject " + subject);
  }

  private void run(String sql) throws Exception {
    try (Connection connection = warehouse.dataSource().getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  @Test
  void moreThanTheHourAllowsIsGatheredIntoTheNextMessage() throws Exception {
    running.settings.put("yanmen.alerts.most-per-hour", "1");
    running.start();
    feedFails(running, "first");
    awaitPosts(1);
    feedFails(running, "second");
    feedFails(running, "third");
    // An hour passes.
    run("update alert_message set made_at = made_at - interval '61 minutes'");
    awaitPosts(2);

    assertThat(sink.accepted()).hasSize(2);
    assertThat(sink.accepted().get(1).path("groups").path(0).path("total").asInt()).isEqualTo(2);
  }

  @Test
  void severalServicesTellOnce() throws Exception {
    RunningService other = new RunningService();
    set(other);
    other.settings.put("yanmen.node", "node-2");
    other.makeHome();
    running.start();
    other.start();
    try {
      hold(running);
      hold(other);
      for (int i = 1; i <= 5; i++) {
        feedFails(running, "feed-" + i);
        feedFails(other, "feed-" + i);
        rejected(running, i);
        rejected(other, 10 + i);
      }
      letGo(running);
      letGo(other);
      awaitPosts(1);
      awaitAnother("another-feed");

      assertThat(sink.posts).hasSize(2);
      assertThat(sink.total("FEED_FAILED")).isEqualTo(6);
      assertThat(sink.total("FILE_REJECTED")).isEqualTo(10);
    } finally {
      other.stop();
    }
  }

  @Test
  void messageThatCannotBeSentIsSentOnceWhenItCanAndNoSecretIsLogged() throws Exception {
    Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    ListAppender<ILoggingEvent> log = new ListAppender<>();
    log.start();
    root.addAppender(log);
    try {
      sink.refusesNext(503, 5);
      running.start();
      feedFails(running, "coal");
      awaitPosts(1);
      awaitAnother("another-feed");
    } finally {
      root.detachAppender(log);
    }

    assertThat(sink.posts.stream().filter(it -> it.answered() == 503)).hasSize(5);
    assertThat(sink.accepted()).hasSize(2);
    assertThat(sink.posts).allSatisfy(it -> assertThat(it.target()).contains("k3y-in-query"));
    List<String> lines = log.list.stream().map(ILoggingEvent::getFormattedMessage).toList();
    assertThat(lines)
        .anyMatch(it -> it.contains("could not be sent by webhook") && it.contains("503"));
    assertThat(lines).noneMatch(it -> it.contains("k3y-in-query") || it.contains("t0ken-in-path"));
  }

  @Test
  void alertThatWasNotSentSurvivesTheEndOfItsService() throws Exception {
    running.start();
    hold(running);
    feedFails(running, "coal");
    running.service().close();
    assertThat(sink.posts).isEmpty();
    running.start();
    awaitPosts(1);

    assertThat(sink.total("FEED_FAILED")).isEqualTo(1);
  }

  @Test
  void routeThatFailureStoppedIsToldAndThatItWorksAgain() throws Exception {
    running.route(
        "broken.camel.yaml",
        """
        - route:
            id: broken
            autoStartup: "false"
            from:
              uri: file:{{yanmen.export}}/incoming
              parameters:
                autoCreate: false
                startingDirectoryMustExist: true
              steps:
                - log: came
        """);
    running.start();
    var controller = running.service().context().getRouteController();
    try {
      controller.startRoute("broken");
    } catch (Exception expected) {
      assertThat(controller.getRouteStatus("broken")).isEqualTo(ServiceStatus.Stopped);
    }
    await().atMost(Duration.ofSeconds(30)).until(() -> sink.total("ROUTE_DOWN") == 1);
    assertThat(sink.accepted().toString())
        .contains("broken")
        .doesNotContain(running.home.root().toString());
    Files.createDirectories(running.home.export().resolve("incoming"));
    controller.startRoute("broken");
    await().atMost(Duration.ofSeconds(30)).until(() -> sink.total("ROUTE_UP") == 1);

    assertThat(sink.total("ROUTE_DOWN")).isEqualTo(1);
  }

  @Test
  void testMessageSaysOfEachChannelWhetherItWorks() throws Exception {
    running.settings.put("yanmen.alerts.webhook.2.url", sink.url());
    running.settings.put("yanmen.alerts.webhook.2.form", "feishu");
    running.settings.put("yanmen.alerts.mail.host", "127.0.0.1");
    running.settings.put("yanmen.alerts.mail.port", "1");
    running.settings.put("yanmen.alerts.mail.from", "a@example.org");
    running.settings.put("yanmen.alerts.mail.to", "b@example.org");
    sink.answers("{\"code\":19024,\"msg\":\"Key Words Not Found\"}");

    List<ChannelTest.ChannelTestResult> results =
        new ChannelTest(
                running.home,
                Settings.of(running.home, running.settings, java.util.Map.of()),
                io.yanmen.model.Language.ZH,
                java.time.Clock.systemUTC())
            .run();

    assertThat(results)
        .extracting(ChannelTest.ChannelTestResult::channel)
        .containsExactly("mail", "webhook.2", "webhook");
    assertThat(results.get(0).failure()).isPresent();
    assertThat(results.get(1).failure()).contains("code 19024 Key Words Not Found");
    assertThat(results.get(2).failure()).isEmpty();
    assertThat(sink.accepted().get(1).path("subject").asText()).isEqualTo("【雁门·通知】这是一条测试消息");
  }
}
