package io.yanmen.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.yanmen.catalog.Catalog;
import io.yanmen.catalog.CatalogFiles;
import io.yanmen.model.Area;
import io.yanmen.model.Indicator;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;

/**
 * The figures that {@link SeedFiguresIT} looks for are those that were published, of the areas for
 * which they were published; skipped where the published ones are not beside the project.
 */
class PublishedFiguresTest {
  private static final Path PUBLISHED = Path.of("..", "shared", "seed", "figures.csv");
  private static final Path OURS = Path.of("src/test/resources/sample/figures.csv");

  private final Catalog catalog = CatalogFiles.load();

  @Test
  void everyFigureIsAsItWasPublished() throws Exception {
    assumeTrue(Files.isRegularFile(PUBLISHED), "no published figures beside the project: skipped");
    Map<String, String> areas =
        catalog.areas().stream().collect(Collectors.toMap(Area::code, Area::nameZh));
    Map<String, String> indicators =
        catalog.indicators().stream().collect(Collectors.toMap(Indicator::code, Indicator::nameZh));

    List<String> ours =
        rows(OURS).stream()
            .map(
                row ->
                    said(
                        row,
                        areas.getOrDefault(row.get("area"), "?"),
                        indicators.getOrDefault(row.get("indicator"), "?"),
                        "year"))
            .toList();
    List<String> published =
        rows(PUBLISHED).stream()
            .map(row -> said(row, row.get("area"), row.get("indicator_zh"), "period"))
            .toList();

    assertThat(ours).hasSize(45).containsExactlyElementsOf(published);
  }

  /** Digits without zeros at the end, since ours stand in the catalogue's units, 万元 for 亿元. */
  private static String said(CSVRecord row, String area, String indicator, String period) {
    return String.join(
        " ",
        row.get("no"),
        area,
        indicator,
        row.get("measure"),
        row.get("scenario"),
        row.get(period),
        row.get("qualifier"),
        new BigDecimal(row.get("value")).stripTrailingZeros().unscaledValue().toString());
  }

  private static List<CSVRecord> rows(Path file) throws Exception {
    CSVFormat withHead = CSVFormat.DEFAULT.builder().setHeader().setSkipHeaderRecord(true).get();
    try (CSVParser parser = CSVParser.parse(Files.readString(file), withHead)) {
      return parser.getRecords();
    }
  }
}
