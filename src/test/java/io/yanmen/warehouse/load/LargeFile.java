package io.yanmen.warehouse.load;

import io.yanmen.model.Accumulation;
import io.yanmen.model.Frequency;
import io.yanmen.model.Measure;
import io.yanmen.model.Observation;
import io.yanmen.model.ObservationStatus;
import io.yanmen.model.Period;
import io.yanmen.model.Qualifier;
import io.yanmen.model.Scenario;
import io.yanmen.model.SeriesKey;
import io.yanmen.model.outcome.FigureSource;
import io.yanmen.model.outcome.LandedFile;
import io.yanmen.model.outcome.ReadingSummary;
import io.yanmen.model.table.CellAddress;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * Figures of many areas, one series after the other, as a long file has them; made anew each time.
 */
final class LargeFile {
  private static int files;

  private final List<String> areas;
  private final List<String> indicators;
  private final int year;
  private final int months;
  private final UnaryOperator<Observation> change;
  private final List<Observation> more = new ArrayList<>();
  private Optional<ObservationStatus> footnote = Optional.empty();

  /**
   * @param change what is different from the plain figures
   */
  LargeFile(
      List<String> areas,
      List<String> indicators,
      int year,
      int months,
      UnaryOperator<Observation> change) {
    this.areas = areas;
    this.indicators = indicators;
    this.year = year;
    this.months = months;
    this.change = change;
  }

  /** Figures at the end of the file. */
  LargeFile and(Observation... figures) {
    more.addAll(List.of(figures));
    return this;
  }

  /** What a note below the table says of all its figures. */
  LargeFile withFootnote(ObservationStatus status) {
    footnote = Optional.of(status);
    return this;
  }

  int size() {
    return areas.size() * indicators.size() * months + more.size();
  }

  FigureSource source() {
    return sink -> {
      int row = 0;
      for (String area : areas) {
        for (String indicator : indicators) {
          for (int month = 1; month <= months; month++) {
            sink.observation(change.apply(figure(area, indicator, year, month, row++)));
          }
        }
      }
      more.forEach(sink::observation);
      footnote.ifPresent(status -> sink.tableStatus(1, status));
      return new ReadingSummary(size(), size(), List.of());
    };
  }

  LandedFile file() {
    String hash = "%064x".formatted(++files + 0xB16000000L);
    return new LandedFile(
        Path.of("none"), "large" + files + ".csv", "", "inbox", hash, 1, Instant.now());
  }

  /** Cumulative, growing evenly, of a size that area and indicator give. */
  static Observation figure(String area, String indicator, int year, int month, int row) {
    int size = 1000 + Math.floorMod((area + indicator).hashCode(), 900);
    BigDecimal value =
        BigDecimal.valueOf((long) size * month * (year - 2000), 2).stripTrailingZeros();
    return new Observation(
        new SeriesKey(
            area, indicator, Measure.LEVEL, Scenario.ACTUAL, Frequency.M, Accumulation.YTD),
        Period.month(year, month),
        value,
        Qualifier.EXACT,
        ObservationStatus.A,
        1,
        new CellAddress("", row, 4),
        "万元",
        value.toPlainString());
  }

  static Observation with(Observation figure, BigDecimal value) {
    return new Observation(
        figure.series(),
        figure.period(),
        value.stripTrailingZeros(),
        figure.qualifier(),
        figure.status(),
        figure.tableNo(),
        figure.cell(),
        figure.unitAsWritten(),
        value.toPlainString());
  }
}
