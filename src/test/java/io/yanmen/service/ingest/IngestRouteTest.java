package io.yanmen.service.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import io.yanmen.model.outcome.LandedFile;
import io.yanmen.model.outcome.LoadCounts;
import io.yanmen.model.outcome.Outcome;
import io.yanmen.reading.source.Source;
import io.yanmen.reading.source.Sources;
import io.yanmen.service.home.Home;
import io.yanmen.service.inbox.InboxFilter;
import io.yanmen.service.inbox.QuietPeriods;
import io.yanmen.service.inbox.ReceivedFile;
import io.yanmen.service.inbox.WaitingList;
import io.yanmen.service.land.FileChangedException;
import io.yanmen.service.land.Landing;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Properties;
import org.apache.camel.CamelContext;
import org.apache.camel.ExchangeProperty;
import org.apache.camel.builder.AdviceWith;
import org.apache.camel.component.mock.MockEndpoint;
import org.apache.camel.support.PluginHelper;
import org.apache.camel.support.ResourceHelper;
import org.apache.camel.test.junit5.CamelTestSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The route of {@code routes/ingest.camel.yaml} with its own beans and a loader that fails as told.
 */
class IngestRouteTest extends CamelTestSupport {
  private final Home home;
  private final Path file;
  private final Clock clock = Clock.fixed(Instant.EPOCH, ZoneOffset.UTC);
  private final Deque<Exception> failures = new ArrayDeque<>();
  private final List<String> alerts = new ArrayList<>();
  private final List<String> loaded = new ArrayList<>();
  private final List<String> troubles = new ArrayList<>();
  private Reporting reporting = (outcome, folder, name) -> {};

  IngestRouteTest(@TempDir Path folder) throws IOException {
    home = new Home(folder, Path.of("").toAbsolutePath());
    Files.createDirectories(home.inbox());
    file = Files.writeString(home.inbox().resolve("a.csv"), "a\n");
  }

  @Override
  protected CamelContext createCamelContext() throws Exception {
    CamelContext context = super.createCamelContext();
    WaitingList waiting = new WaitingList(home.waiting(), clock);
    InboxFilter arrivals =
        new InboxFilter(home.inbox(), new Sources(List.of()), QuietPeriods.NONE, clock);
    context
        .getRegistry()
        .bind(
            "ingest",
            new Ingest(
                new Landing(home.archive()),
                this::load,
                arrivals,
                waiting,
                Duration.ZERO,
                home.inbox(),
                (arrival, cause) -> troubles.add(arrival.name())));
    context
        .getRegistry()
        .bind(
            "filing",
            new OutcomeFiler(
                home,
                (outcome, folder, name) -> reporting.write(outcome, folder, name),
                waiting,
                clock));
    context.getRegistry().bind("fileAlerts", new Told());
    Properties settings = new Properties();
    settings.setProperty("yanmen.retry.times", "3");
    settings.setProperty("yanmen.retry.delay", "1");
    context.getPropertiesComponent().setOverrideProperties(settings);
    PluginHelper.getRoutesLoader(context)
        .loadRoutes(ResourceHelper.resolveResource(context, "file:routes/ingest.camel.yaml"));
    return context;
  }

  /** Stands where alerts of files are written down. */
  public final class Told {
    public void waiting(@ExchangeProperty("arrival") ReceivedFile arrival) {
      alerts.add(arrival.name());
    }
  }

  private Outcome load(LandedFile landed, Source source) throws SQLException, IOException {
    loaded.add(landed.name());
    Exception failure = failures.poll();
    if (failure instanceof SQLException e) {
      throw e;
    }
    if (failure instanceof IOException e) {
      throw e;
    }
    if (failure instanceof RuntimeException e) {
      throw e;
    }
    return new Outcome.Loaded(landed, 1, LoadCounts.NONE, List.of(), List.of(), List.of());
  }

  @BeforeEach
  void sendNoticesToAMock() throws Exception {
    AdviceWith.adviceWith(
        context,
        "ingest",
        route ->
            route
                .interceptSendToEndpoint("direct:notify")
                .skipSendToOriginalEndpoint()
                .to("mock:notify"));
  }

  private MockEndpoint send(int notices) throws Exception {
    MockEndpoint notice = getMockEndpoint("mock:notify");
    notice.expectedMessageCount(notices);
    ReceivedFile arrival =
        new ReceivedFile(
            file, "", Source.UNKNOWN, clock.instant(), ReceivedFile.FileIdentity.of(file));
    template.sendBody("direct:ingest", arrival);
    notice.assertIsSatisfied();
    return notice;
  }

  private Path note() {
    return home.waiting().resolve("a.csv.why.txt");
  }

  @Test
  void fileIsArchivedLoadedPutAwayAndAnnounced() throws Exception {
    MockEndpoint notice = send(1);
    FiledFile filed = notice.getExchanges().get(0).getMessage().getBody(FiledFile.class);
    assertThat(filed.file()).isEqualTo(home.done().resolve("1970-01-01/a.csv")).hasContent("a\n");
    assertThat(filed.outcome().file().content()).startsWith(home.archive()).hasContent("a\n");
    assertThat(file).doesNotExist();
    assertThat(loaded).hasSize(1);
  }

  @Test
  void troubleThatPassesIsTriedAgain() throws Exception {
    failures.add(new SQLException("the connection is gone", "08006"));
    failures.add(new IOException("the disk is away"));
    send(1);
    assertThat(loaded).hasSize(3);
    assertThat(alerts).isEmpty();
    assertThat(file).doesNotExist();
    assertThat(note()).doesNotExist();
  }

  @Test
  void troubleThatStaysPostponesTheFileAndAnnouncesNothing() throws Exception {
    for (int i = 0; i < 4; i++) {
      failures.add(new SQLException("the connection is gone", "08006"));
    }
    send(0);
    assertThat(loaded).hasSize(4);
    assertThat(file).exists();
    assertThat(note()).content().contains("the connection is gone").contains("not loaded");
    assertThat(troubles).containsExactly("a.csv");
    assertThat(alerts).containsExactly("a.csv");
  }

  @Test
  void troubleIsToldAlsoWhereTheDiskTakesNoNote() throws Exception {
    Files.writeString(home.waiting(), "in the place of the folder");
    for (int i = 0; i < 4; i++) {
      failures.add(new IOException("No space left on device"));
    }
    send(0);
    assertThat(file).exists();
    assertThat(alerts).containsExactly("a.csv");
  }

  @Test
  void noteOnAFileThatOnlyCouldNotBePutAwayDoesNotSayThatItIsNotLoaded() throws Exception {
    reporting =
        (outcome, folder, name) -> {
          throw new IOException("no room for the report");
        };
    send(0);
    assertThat(loaded).hasSize(1);
    assertThat(file).exists();
    assertThat(note())
        .content()
        .contains("结果已记入数据仓库（编号 1）")
        .contains("its outcome is in the warehouse (load 1)")
        .contains("no room for the report")
        .doesNotContain("not loaded")
        .doesNotContain("没有入库");
    assertThat(alerts).containsExactly("a.csv");
    assertThat(troubles).as("files that could not be loaded").isEmpty();
  }

  @Test
  void outcomeOfAFileBeforeIsNotTakenForThatOfTheNext() throws Exception {
    failures.add(new IllegalStateException("a defect"));
    ReceivedFile arrival =
        new ReceivedFile(
            file, "", Source.UNKNOWN, clock.instant(), ReceivedFile.FileIdentity.of(file));
    template.send(
        "direct:ingest",
        exchange -> {
          exchange.getIn().setBody(arrival);
          exchange.setProperty(
              "outcome",
              new Outcome.Loaded(landed(), 7, LoadCounts.NONE, List.of(), List.of(), List.of()));
        });
    assertThat(note()).content().contains("not loaded").doesNotContain("load 7");
  }

  private LandedFile landed() {
    return new LandedFile(file, "b.csv", "", "s", "0".repeat(64), 1, clock.instant());
  }

  @Test
  void fileThatIsStillBeingWrittenComesAgainWithoutANote() throws Exception {
    failures.add(new FileChangedException(file));
    send(0);
    assertThat(loaded).hasSize(1);
    assertThat(file).exists();
    assertThat(note()).doesNotExist();
  }

  @Test
  void defectIsNotTriedAgainAtOnce() throws Exception {
    failures.add(new IllegalStateException("a defect"));
    send(0);
    assertThat(loaded).hasSize(1);
    assertThat(file).exists();
    assertThat(note()).content().contains("a defect");
  }
}
