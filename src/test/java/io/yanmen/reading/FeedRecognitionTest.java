package io.yanmen.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.yanmen.model.outcome.RejectionCode;
import io.yanmen.model.outcome.UnreadableFileException;
import io.yanmen.reading.feed.FormatByCode;
import io.yanmen.reading.feed.mapping.CodeMeaning;
import io.yanmen.reading.feed.mapping.FeedSettings;
import io.yanmen.reading.feed.message.FeedFormat;
import io.yanmen.reading.interpret.SourceHints;
import io.yanmen.reading.source.Source;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.converter.ConvertWith;
import org.junit.jupiter.params.provider.CsvSource;

/** Which files are feeds: by their content where the name agrees, or because the source says so. */
class FeedRecognitionTest {
  private static final Path NBS = Path.of("src/test/resources/feed/nbs-months/message.json");

  private final Path folder;

  FeedRecognitionTest(@TempDir Path folder) {
    this.folder = folder;
  }

  private Path file(String name, String content) throws IOException {
    return Files.writeString(folder.resolve(name), content);
  }

  private static Source fixed(FeedFormat format) {
    FeedSettings settings =
        new FeedSettings(
            Optional.of(format),
            Map.of(),
            CodeMeaning.NONE,
            Map.of("v", CodeMeaning.NONE),
            "",
            false);
    return new Source("test", "t", "t", "", 0, 0.05, SourceHints.NONE, settings);
  }

  private static RejectionCode refusal(Path file, Source source) {
    UnreadableFileException refused =
        catchThrowableOfType(UnreadableFileException.class, () -> FeedText.read(file, source));
    assertThat(refused).as("a refusal of %s", file.getFileName()).isNotNull();
    return refused.rejection().code();
  }

  @Test
  void feedIsKnownByItsContentAlone() throws Exception {
    Path json = Files.copy(NBS, folder.resolve("anything.JSON"));
    Path bare = Files.copy(NBS, folder.resolve("without-ending"));
    assertThat(FeedText.read(json, Source.UNKNOWN)).hasSize(6);
    assertThat(FeedText.read(bare, Source.UNKNOWN)).hasSize(6);
  }

  @Test
  void feedBehindAByteOrderMarkIsKnown() throws Exception {
    Path json = file("x.json", "\ufeff \n" + Files.readString(NBS));
    assertThat(FeedText.read(json, Source.UNKNOWN)).hasSize(6);
  }

  @Test
  void feedInUtf16IsKnown() throws Exception {
    Path json = folder.resolve("x.json");
    Files.write(json, Files.readString(NBS).getBytes(StandardCharsets.UTF_16BE));
    assertThat(FeedText.read(json, Source.UNKNOWN)).hasSize(6);
  }

  @ParameterizedTest(name = "{0} with {1}: {2}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          x.csv  | {"returncode": 200}                       | WRONG_FORMAT
          x.xlsx | {"returncode": 200}                       | WRONG_FORMAT
          x.json | {"some": "thing"}                         | UNSUPPORTED_FORMAT
          x.json | {"some": "thing"                          | DAMAGED_FILE
          x.json | <html><body>Service Unavailable</body>    | UNSUPPORTED_FORMAT
          x.xml  | <?xml version="1.0"?><rss/>               | UNSUPPORTED_FORMAT
          x.json | ''                                        | EMPTY_FILE
          """)
  void fileThatIsNoFeedIsRefusedAsEver(String name, String content, RejectionCode code)
      throws Exception {
    assertThat(refusal(file(name, content), Source.UNKNOWN)).isEqualTo(code);
  }

  @ParameterizedTest(name = "{0} expected, {1}: {2}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          JSON_STAT | <html><body>Service Unavailable</body></html> | WRONG_FEED_FORMAT
          JSON_STAT | {"returncode": 200, "returndata": {}}         | WRONG_FEED_FORMAT
          SDMX_ML   | {"class": "dataset"}                          | WRONG_FEED_FORMAT
          NBS       | a,b,c                                         | WRONG_FEED_FORMAT
          NBS       | ''                                            | EMPTY_FILE
          JSON      | {"v": 1}                                      | DAMAGED_FILE
          CSV       | a,b,c                                         | MISSING_COLUMN
          """)
  void formatThatTheSourceNamesIsTheOnlyOne(
      @ConvertWith(FormatByCode.class) FeedFormat format, String content, RejectionCode code)
      throws Exception {
    assertThat(refusal(file("x.dat", content), fixed(format))).isEqualTo(code);
  }

  @Test
  void tableOfThePersonIsStillATable() throws Exception {
    Path table = file("t.csv", "地区,指标,时间,单位,数值\n代县,原煤产量,2025年1-4月,万吨,12.5\n");
    assertThat(FeedText.read(table, Source.UNKNOWN))
        .containsExactly("140923 raw_coal_output level actual M ytd 2025-04 12.5 A @E2");
  }
}
