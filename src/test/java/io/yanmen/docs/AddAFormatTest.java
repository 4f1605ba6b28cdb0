package io.yanmen.docs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.yanmen.catalog.CatalogFiles;
import io.yanmen.model.Observation;
import io.yanmen.model.ObservationStatus;
import io.yanmen.model.outcome.ObservationSink;
import io.yanmen.model.outcome.Rejection;
import io.yanmen.model.outcome.RejectionCode;
import io.yanmen.model.outcome.UnreadableFileException;
import io.yanmen.reading.FileReading;
import io.yanmen.reading.format.FileFormats;
import io.yanmen.reading.format.FileTableReader;
import io.yanmen.reading.format.limit.ReadLimits;
import io.yanmen.reading.source.Source;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Walks {@code docs/add-a-format.md}: one class, and figures come from its files. */
class AddAFormatTest {
  private static final String TABLE =
      """
      | 县区 | 2024年地区生产总值（亿元） |
      |---|---|
      | 繁峙县 | 112.3 |
      | 代县 | 98.7 |
      """;

  private final FileReading reading =
      new FileReading(
          CatalogFiles.load(),
          new FileTableReader(
              FileFormats.readWithin(ReadLimits.DEFAULT).and(new MarkdownFormat()),
              ReadLimits.DEFAULT));
  private final Path folder;

  AddAFormatTest(@TempDir Path folder) {
    this.folder = folder;
  }

  private List<String> read(String name, String content)
      throws UnreadableFileException, IOException {
    List<String> found = new ArrayList<>();
    reading
        .of(Files.writeString(folder.resolve(name), content), name, Source.UNKNOWN)
        .read(
            new ObservationSink() {
              @Override
              public void observation(Observation it) {
                found.add(it.series().areaCode() + " " + it.value().toPlainString());
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
  void figuresComeFromItsFiles() throws Exception {
    assertThat(read("a.md", TABLE)).containsExactly("140924 1123000", "140923 987000");
  }

  @Test
  void nameThatSaysSomethingElseIsRefused() {
    UnreadableFileException refused =
        catchThrowableOfType(UnreadableFileException.class, () -> read("a.csv", TABLE));
    assertThat(refused.rejection().code()).isEqualTo(RejectionCode.WRONG_FORMAT);
    assertThat(refused.rejection().arguments()).containsExactly(".csv", "Markdown");
  }

  @Test
  void itsNameOnSomethingElseIsRefused() {
    UnreadableFileException refused =
        catchThrowableOfType(UnreadableFileException.class, () -> read("a.md", "a,b\n1,2\n"));
    assertThat(refused.rejection().code()).isEqualTo(RejectionCode.WRONG_FORMAT);
  }

  @Test
  void whatItsReaderRefusesIsRefused() {
    assertThatThrownBy(() -> read("a.md", TABLE + "to be continued\n"))
        .isInstanceOf(UnreadableFileException.class);
  }

  @Test
  void formatsThatWereReadAreReadAsBefore() throws Exception {
    assertThat(read("a.csv", "县区,2024年地区生产总值（亿元）\n繁峙县,112.3\n")).containsExactly("140924 1123000");
  }

  @Test
  void endingBelongsToOneFormat() {
    FileFormats formats = FileFormats.readWithin(ReadLimits.DEFAULT).and(new MarkdownFormat());
    assertThatThrownBy(() -> formats.and(new MarkdownFormat()))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
