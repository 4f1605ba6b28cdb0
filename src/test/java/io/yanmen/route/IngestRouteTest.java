package io.yanmen.route;

import static org.assertj.core.api.Assertions.assertThat;

import io.yanmen.land.FileChangedException;
import io.yanmen.model.LandedFile;
import io.yanmen.model.LoadCounts;
import io.yanmen.model.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Properties;
import org.apache.camel.BindToRegistry;
import org.apache.camel.Body;
import org.apache.camel.CamelContext;
import org.apache.camel.ExchangeException;
import org.apache.camel.ExchangeProperty;
import org.apache.camel.builder.AdviceWith;
import org.apache.camel.component.mock.MockEndpoint;
import org.apache.camel.support.PluginHelper;
import org.apache.camel.support.ResourceHelper;
import org.apache.camel.test.junit5.CamelTestSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The route of {@code routes/ingest.camel.yaml} with beans that fail as told. */
class IngestRouteTest extends CamelTestSupport {
  private final Path file;
  private final Deque<Exception> failures = new ArrayDeque<>();
  private final List<String> steps = new ArrayList<>();

  @BindToRegistry("ingest")
  private final Steps ingest = new Steps();

  @BindToRegistry("filing")
  private final Away filing = new Away();

  IngestRouteTest(@TempDir Path folder) throws IOException {
    file = Files.writeString(folder.resolve("a.csv"), "a\n");
  }

  @Override
  protected CamelContext createCamelContext() throws Exception {
    CamelContext context = super.createCamelContext();
    Properties settings = new Properties();
    settings.setProperty("yanmen.retry.times", "3");
    settings.setProperty("yanmen.retry.delay", "1");
    context.getPropertiesComponent().setOverrideProperties(settings);
    PluginHelper.getRoutesLoader(context)
        .loadRoutes(ResourceHelper.resolveResource(context, "file:routes/ingest.camel.yaml"));
    return context;
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

  private void send() throws IOException {
    Arrival arrival =
        new Arrival(file, "", Source.UNKNOWN, Instant.EPOCH, Arrival.Identity.of(file));
    template.sendBody("direct:ingest", arrival);
  }

  @Test
  void fileIsLandedLoadedPutAwayAndAnnouncedInThisOrder() throws Exception {
    MockEndpoint notice = getMockEndpoint("mock:notify");
    notice.expectedMessageCount(1);
    send();
    notice.assertIsSatisfied();
    assertThat(notice.getExchanges().get(0).getMessage().getBody()).isInstanceOf(Filed.class);
    assertThat(steps).containsExactly("land", "load", "file");
  }

  @Test
  void troubleThatPassesIsTriedAgainWithoutLandingTheFileTwice() throws Exception {
    failures.add(new SQLException("the connection is gone", "08006"));
    failures.add(new SQLException("still gone", "08006"));
    MockEndpoint notice = getMockEndpoint("mock:notify");
    notice.expectedMessageCount(1);
    send();
    notice.assertIsSatisfied();
    assertThat(steps).containsExactly("land", "load", "load", "load", "file");
  }

  @Test
  void troubleThatStaysPostponesTheFileAndAnnouncesNothing() throws Exception {
    for (int i = 0; i < 4; i++) {
      failures.add(new SQLException("the connection is gone", "08006"));
    }
    MockEndpoint notice = getMockEndpoint("mock:notify");
    notice.expectedMessageCount(0);
    send();
    notice.assertIsSatisfied();
    assertThat(steps)
        .containsExactly("land", "load", "load", "load", "load", "postpone the connection is gone");
  }

  @Test
  void fileThatIsStillBeingWrittenIsNotTriedAgainAtOnce() throws Exception {
    failures.add(new FileChangedException(file));
    send();
    assertThat(steps).hasSize(3).last().asString().startsWith("postpone the file changed");
  }

  @Test
  void defectIsNotTriedAgainAtOnce() throws Exception {
    failures.add(new IllegalStateException("a defect"));
    send();
    assertThat(steps).containsExactly("land", "load", "postpone a defect");
  }

  private final class Steps {
    public LandedFile land(@Body Arrival arrival) {
      steps.add("land");
      return new LandedFile(
          arrival.file(), arrival.name(), "", "inbox", "0".repeat(64), 2, arrival.receivedAt());
    }

    public Outcome load(@Body LandedFile landed) throws Exception {
      steps.add("load");
      if (!failures.isEmpty()) {
        throw failures.remove();
      }
      return new Outcome.Loaded(landed, 1, LoadCounts.NONE, List.of(), List.of(), List.of());
    }

    public void postpone(
        @ExchangeProperty("arrival") Arrival arrival, @ExchangeException Exception cause) {
      assertThat(arrival.file()).isEqualTo(file);
      steps.add("postpone " + cause.getMessage());
    }
  }

  private final class Away {
    public Filed file(@Body Outcome outcome) {
      steps.add("file");
      return new Filed(outcome, file);
    }
  }
}
