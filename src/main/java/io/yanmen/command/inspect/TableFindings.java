package io.yanmen.command.inspect;

import io.yanmen.catalog.Catalog;
import io.yanmen.model.Area;
import io.yanmen.model.Indicator;
import io.yanmen.model.Language;
import io.yanmen.model.Observation;
import io.yanmen.model.SeriesKey;
import io.yanmen.model.message.Messages;
import io.yanmen.model.outcome.Rejection;
import io.yanmen.model.text.ShownText;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** For people: names instead of codes, in columns of fixed width, so that it can be streamed. */
final class TableFindings implements FindingWriter {
  private static final int[] WIDTHS = {16, 30, 16, 9, 14, 18, 8};
  private static final List<String> HEADS =
      List.of(
          "cli.inspect.area",
          "cli.inspect.indicator",
          "cli.inspect.measure",
          "cli.inspect.scenario",
          "cli.inspect.period",
          "cli.inspect.value",
          "cli.inspect.unit",
          "cli.inspect.cell");

  private final Appendable out;
  private final Language language;
  private final Map<String, String> areas;
  private final Map<String, String> indicators;
  private final Map<String, String> units;

  TableFindings(Appendable out, Catalog catalog, Language language) {
    this.out = out;
    this.language = language;
    boolean zh = language == Language.ZH;
    areas =
        catalog.areas().stream()
            .collect(Collectors.toMap(Area::code, it -> name(zh, it.nameZh(), it.nameEn())));
    indicators =
        catalog.indicators().stream()
            .collect(Collectors.toMap(Indicator::code, it -> name(zh, it.nameZh(), it.nameEn())));
    units = CsvFindings.unitsOf(catalog);
  }

  private static String name(boolean zh, String nameZh, String nameEn) {
    return zh || nameEn.isBlank() ? nameZh : nameEn;
  }

  @Override
  public void begin(String fileName) {
    row(HEADS.stream().map(it -> Messages.of(language).text(it)).toList());
  }

  @Override
  public void observation(Observation it) {
    SeriesKey series = it.series();
    String accumulation = series.accumulation().code();
    row(
        List.of(
            areas.getOrDefault(series.areaCode(), series.areaCode()),
            indicators.getOrDefault(series.indicatorCode(), series.indicatorCode()),
            series.measure().code(),
            series.scenario().code(),
            it.period().label() + ("period".equals(accumulation) ? "" : " " + accumulation),
            CsvFindings.plain(it) + marks(it),
            series.measure().unit(units.getOrDefault(series.indicatorCode(), "")),
            ShownText.escaped(it.cell().toString())));
  }

  /** Qualifier and status where they are not the usual ones. */
  private static String marks(Observation it) {
    String qualifier =
        switch (it.qualifier()) {
          case EXACT -> "";
          case AT_LEAST -> " ≥";
          case OVER -> " >";
          case ABOUT -> " ≈";
          case UP_TO -> " ≤";
        };
    return switch (it.status()) {
      case A -> qualifier;
      case P, E, M, Q -> qualifier + " (" + it.status() + ")";
    };
  }

  private void row(List<String> cells) {
    StringBuilder line = new StringBuilder(140);
    for (int i = 0; i < cells.size(); i++) {
      String cell = cells.get(i);
      line.append(cell);
      if (i < WIDTHS.length) {
        line.append(" ".repeat(Math.max(1, WIDTHS[i] - width(cell))));
      }
    }
    FindingWriter.append(out, line.append('\n'));
  }

  /** Columns of a terminal that a text takes; ideographs and full-width forms take two. */
  static int width(String text) {
    return text.codePoints().map(c -> c >= 0x2E80 && c <= 0xFFE6 || c >= 0x20000 ? 2 : 1).sum();
  }

  @Override
  public void rejection(Rejection rejection) {}

  @Override
  public void end() {}
}
