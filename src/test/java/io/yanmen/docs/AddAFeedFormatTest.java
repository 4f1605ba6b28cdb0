package io.yanmen.docs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.yanmen.catalog.CatalogFiles;
import io.yanmen.model.Observation;
import io.yanmen.model.ObservationStatus;
import io.yanmen.model.outcome.ObservationSink;
import io.yanmen.model.outcome.Rejection;
import io.yanmen.reading.FileReading;
import io.yanmen.reading.feed.format.FeedFormats;
import io.yanmen.reading.format.FileTableReader;
import io.yanmen.reading.format.limit.ReadLimits;
import io.yanmen.reading.source.Source;
import io.yanmen.reading.source.SourceFileException;
import io.yanmen.reading.source.Sources;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Walks {@code docs/add-a-feed-format.md}: one class, and figures come from its messages. */
class AddAFeedFormatTest {
  private static final String MESSAGE =
      """
      BULLETIN,subject,year,figure,unit
      140924,gdp,2024,112.3,亿元
      """;

  private final Path folder;

  AddAFeedFormatTest(@TempDir Path folder) {
    this.folder = folder;
  }

  private final FeedFormats formats = FeedFormats.known().and(new BulletinFormat());

  private Path sources(String format) throws IOException {
    Path sources = Files.createDirectory(folder.resolve("sources"));
    Files.writeString(
        sources.resolve("test.yaml"),
        """
        code: test
        feed:
        %s
          dimensions:
            place: { as: area }
            subject: { as: indicator }
        """
            .formatted(format));
    return sources;
  }

  private List<String> read(String format) throws Exception {
    Source source = Sources.read(sources(format), formats).find("test").orElseThrow();
    List<String> found = new ArrayList<>();
    new FileReading(CatalogFiles.load(), new FileTableReader(ReadLimits.DEFAULT), formats)
        .of(Files.writeString(folder.resolve("a.csv"), MESSAGE), "a.csv", source)
        .read(
            new ObservationSink() {
              @Override
              public void observation(Observation it) {
                found.add(
                    it.series().areaCode()
                        + " "
                        + it.series().indicatorCode()
                        + " "
                        + it.period().label()
                        + " "
                        + it.value().toPlainString());
              }

              @Override
              public void rejection(Rejection it) {
                found.add(it.toString());
              }

              @Override
              public void tableStatus(int tableNo, ObservationStatus status) {}
            });
    return found;
  }

  @Test
  void figuresComeFromItsMessagesByTheirContentAlone() throws Exception {
    assertThat(read("")).containsExactly("140924 gdp 2024 1123000");
  }

  @Test
  void sourceMayNameIt() throws Exception {
    assertThat(read("  format: bulletin")).containsExactly("140924 gdp 2024 1123000");
  }

  @Test
  void sourceMayNameNoFormatThatNobodyReads() throws Exception {
    Path sources = sources("  format: bulletin");
    assertThatThrownBy(() -> Sources.read(sources))
        .isInstanceOf(SourceFileException.class)
        .hasMessageContaining("“bulletin” is none of the choices");
  }

  @Test
  void formatThatNobodyReadsIsRefusedWithThoseThatThereAre() {
    assertThatThrownBy(() -> FeedFormats.known().of("bulletin"))
        .hasMessage(
            "format: one of json-stat, sdmx-csv, sdmx-json, sdmx-ml, nbs, world-bank, dbnomics,"
                + " csv, json, not \"bulletin\"");
  }
}
