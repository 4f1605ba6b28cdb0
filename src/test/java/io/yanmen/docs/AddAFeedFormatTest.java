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
import io.yanmen.reading.feed.mapping.CodeMeaning;
import io.yanmen.reading.feed.mapping.DimensionMapping;
import io.yanmen.reading.feed.mapping.DimensionRole;
import io.yanmen.reading.feed.mapping.FeedSettings;
import io.yanmen.reading.feed.message.FeedFormat;
import io.yanmen.reading.format.FileTableReader;
import io.yanmen.reading.format.limit.ReadLimits;
import io.yanmen.reading.interpret.SourceHints;
import io.yanmen.reading.source.Source;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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

  private List<String> read(Optional<FeedFormat> fixed) throws Exception {
    FeedSettings settings =
        new FeedSettings(
            fixed,
            Map.of(
                "place", new DimensionMapping(DimensionRole.AREA, Map.of()),
                "subject", new DimensionMapping(DimensionRole.INDICATOR, Map.of())),
            CodeMeaning.NONE,
            Map.of(),
            "",
            false);
    Source source = new Source("test", "t", "t", "", 0, 0.05, SourceHints.NONE, settings);
    List<String> found = new ArrayList<>();
    new FileReading(
            CatalogFiles.load(),
            new FileTableReader(ReadLimits.DEFAULT),
            FeedFormats.known().and(new BulletinFormat()))
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
    assertThat(read(Optional.empty())).containsExactly("140924 gdp 2024 1123000");
  }

  @Test
  void sourceMayNameIt() throws Exception {
    FeedFormats formats = FeedFormats.known().and(new BulletinFormat());
    assertThat(read(Optional.of(formats.of("bulletin"))))
        .containsExactly("140924 gdp 2024 1123000");
  }

  @Test
  void formatThatNobodyReadsIsRefusedWithThoseThatThereAre() {
    assertThatThrownBy(() -> FeedFormats.known().of("bulletin"))
        .hasMessage(
            "format: one of json-stat, sdmx-csv, sdmx-json, sdmx-ml, nbs, world-bank, dbnomics,"
                + " csv, json, not \"bulletin\"");
  }
}
