package io.yanmen.reading.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.yanmen.reading.feed.format.FeedFormats;
import io.yanmen.reading.feed.mapping.FeedSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FeedSectionTest {
  private static final Pattern CODE = Pattern.compile("^code:", Pattern.MULTILINE);

  private final Path folder;

  FeedSectionTest(@TempDir Path folder) {
    this.folder = folder;
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          format: sdmx                                        | feed.format: “sdmx” is none of the choices
          dimensions: {GEO: {as: place}}                      | feed.dimensions.GEO.as: “place” is none of the choices
          dimensions: {GEO: {codes: {A: B}}}                  | feed.dimensions.GEO: “as” is missing
          dimensions: {M: {as: measure, codes: {A: growth}}}  | dimensions: M: measure: not "growth"
          dimensions: {F: {as: filter}}                       | dimensions: F: a filter needs the codes
          dimensions: {F: {as: ignore, codes: {A: B}}}        | dimensions: F: a dimension that is ignored
          dimensions: {F: {as: area, codes: [A]}}             | dimensions: F: codes: a list belongs to a filter
          dimensions: {F: {as: area, codes: {A: {as: B}}}}    | dimensions: F: as: one of
          constants: {frequency: W}                           | frequency: not "W"
          constants: {ignore: x}                              | ignore: not "x"
          constants: {unit: ""}                               | unit: not ""
          constants: {multiplier: six}                        | multiplier: not "six"
          format: csv                                         | values: name what holds the figures
          rows: data                                          | rows: a JSON pointer begins with /
          decimal: semicolon                                  | feed.decimal: “semicolon” is none of the choices
          colour: red                                         | feed: there is no “colour”
          """)
  void mistakeIsNamedWithItsFile(String feed, String message) throws IOException {
    Files.writeString(folder.resolve("wrong.yaml"), "code: test\nfeed:\n  " + feed + "\n");
    assertThatThrownBy(() -> Sources.read(folder))
        .isInstanceOf(SourceFileException.class)
        .hasMessageContaining("wrong.yaml")
        .hasMessageContaining(message);
  }

  @Test
  void everyExampleOfTheManualIsValid() throws IOException {
    String manual = Files.readString(Path.of("docs/add-a-feed.md"));
    List<String> examples =
        Pattern.compile("```yaml\n(.*?)```", Pattern.DOTALL)
            .matcher(manual)
            .results()
            .map(it -> it.group(1))
            .toList();
    assertThat(examples).hasSizeGreaterThan(FeedFormats.known().all().size() - 2);
    for (int i = 0; i < examples.size(); i++) {
      String code = CODE.matcher(examples.get(i)).find() ? "" : "code: example-" + i + "\n";
      String folderOfIt = code.isEmpty() ? "" : "folder: example-" + i + "\n";
      Files.writeString(folder.resolve(i + ".yaml"), code + folderOfIt + examples.get(i));
    }
    assertThat(Sources.read(folder).all())
        .hasSameSizeAs(examples)
        .noneMatch(it -> it.feed().equals(FeedSettings.NONE));
  }
}
