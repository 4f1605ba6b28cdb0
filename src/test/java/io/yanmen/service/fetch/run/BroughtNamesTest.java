package io.yanmen.service.fetch.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.yanmen.HostileTexts;
import io.yanmen.model.outcome.LandedFile;
import io.yanmen.service.ingest.FiledFile;
import io.yanmen.service.ingest.RunningService;
import io.yanmen.service.land.Archive;
import jakarta.activation.DataHandler;
import jakarta.mail.util.ByteArrayDataSource;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.ProducerTemplate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Names that routes bring from mail servers and file servers, by the steps of the example routes.
 */
class BroughtNamesTest {
  /** The steps of routes/examples, with another beginning. */
  private static final String ROUTES =
      """
      - route:
          id: attached
          from:
            uri: direct:attached
            steps:
              - bean:
                  ref: landings
                  method: arrival(${body.content}, ${body.name}, 'open-data')
              - to: direct:ingest
      - route:
          id: listed
          from:
            uri: direct:listed
            steps:
              - bean:
                  ref: landings
                  method: arrival(${body}, ${header.CamelFileNameOnly}, 'open-data')
              - to: direct:ingest
      """;

  private final RunningService running = new RunningService();

  @BeforeEach
  void start() throws Exception {
    running.makeHome();
    running.route("brought.camel.yaml", ROUTES);
    running.start();
  }

  @AfterEach
  void stop() throws Exception {
    running.stop();
  }

  private static List<String> names() {
    List<String> names = new ArrayList<>(HostileTexts.ALL);
    names.addAll(
        List.of(
            "",
            " ",
            ".",
            "..",
            "null",
            "true",
            "'quoted.csv'",
            "\"quoted.csv\"",
            "a,b.csv",
            "a), other(b",
            "nul\0.csv",
            "half \uD800.csv",
            ".hidden.csv",
            "RAW(x).csv",
            "${sys:user.home}",
            "长".repeat(2000) + ".csv"));
    return names;
  }

  @Test
  void whatIsBroughtIsLoadedWhateverItsName() throws Exception {
    CamelContext context = running.service().context();
    List<String> contents = new ArrayList<>();
    try (ProducerTemplate template = context.createProducerTemplate()) {
      for (String name : names()) {
        String content = "file " + contents.size() + "\n";
        boolean attached = contents.size() % 2 == 0;
        contents.add(content);
        if (attached) {
          template.sendBody(
              "direct:attached",
              new Attachments.Attached(
                  name, new DataHandler(new ByteArrayDataSource(content, "text/csv"))));
        } else {
          template.sendBodyAndHeader("direct:listed", content, Exchange.FILE_NAME_ONLY, name);
        }
      }
    }

    List<String> loaded = new ArrayList<>();
    for (FiledFile it : running.filed) {
      loaded.add(Files.readString(it.file()));
      assertThat(it.file()).isEqualTo(it.file().normalize()).startsWith(running.home.done());
      assertThat(running.home.done().relativize(it.file()).getNameCount()).isEqualTo(2);
    }
    assertThat(loaded).containsExactlyElementsOf(contents);
    assertThat(running.filed)
        .filteredOn(it -> it.outcome().file().name().contains("sys:user.home"))
        .as("a name is no expression")
        .hasSize(2);
    assertThat(new Archive(running.home.archive()).arrivals())
        .extracting(LandedFile::name)
        .contains("quoted.csv", "a,b.csv", "RAW(x).csv");
    try (Stream<Path> left = Files.walk(running.home.fetched())) {
      assertThat(left.filter(Files::isRegularFile)).isEmpty();
    }
  }
}
