package io.yanmen.console.indicator;

import io.yanmen.console.page.FigureFormat;
import io.yanmen.model.Accumulation;
import io.yanmen.model.Language;
import io.yanmen.model.ObservationStatus;
import io.yanmen.warehouse.query.SeriesView;
import io.yanmen.warehouse.query.StoredFigure;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * What the script draws lines from. Every period between the first and the last has a place, so
 * that a gap is seen as one; cumulative lines begin anew each year.
 *
 * @param wholeApart whether the whole is shown by itself
 */
public record ChartData(List<String> periods, List<Line> lines, boolean wholeApart) {
  /**
   * @param points one for each period, null for a gap
   * @param target the year's target for each period, null without one
   */
  public record Line(
      String name, boolean whole, List<@Nullable Point> points, List<@Nullable Point> target) {}

  /** A point; {@code text} is how it is written. */
  public record Point(BigDecimal value, String text, String status, String href) {}

  static ChartData of(
      List<String> areas,
      String whole,
      boolean wholeApart,
      Map<String, Map<PeriodKey, StoredFigure>> figures,
      List<StoredFigure> targets,
      SeriesView shape,
      Language language,
      UnaryOperator<String> name) {
    TreeSet<LocalDate> starts = new TreeSet<>();
    figures.values().forEach(it -> it.keySet().forEach(key -> starts.add(key.start())));
    List<LocalDate> axis = new ArrayList<>();
    int months = shape.frequency().months();
    if (!starts.isEmpty()) {
      for (LocalDate at = starts.first(); !at.isAfter(starts.last()); at = at.plusMonths(months)) {
        axis.add(at);
      }
    }
    boolean breaks = shape.accumulation() == Accumulation.YTD;
    List<String> periods = new ArrayList<>();
    axis.forEach(
        it -> {
          if (breaks && it.getMonthValue() == 1 && !it.equals(starts.first())) {
            periods.add("");
          }
          periods.add(
              FigureFormat.period(shape.frequency(), shape.accumulation(), it, months, language));
        });
    List<Line> lines = new ArrayList<>();
    for (String area : areas) {
      Map<PeriodKey, StoredFigure> own = figures.getOrDefault(area, Map.of());
      if (own.isEmpty()) {
        continue;
      }
      List<@Nullable Point> points = new ArrayList<>();
      List<@Nullable Point> aims = new ArrayList<>();
      for (LocalDate at : axis) {
        if (breaks && at.getMonthValue() == 1 && !at.equals(starts.first())) {
          points.add(null);
          aims.add(null);
        }
        // January and February together are twice as long as a month: a gap in a line of months.
        points.add(point(own.get(new PeriodKey(at, months))));
        aims.add(
            targets.stream()
                .filter(it -> it.area().equals(area) && it.start().getYear() == at.getYear())
                .findFirst()
                .map(ChartData::point)
                .orElse(null));
      }
      lines.add(new Line(name.apply(area), area.equals(whole), points, aims));
    }
    return new ChartData(periods, lines, wholeApart);
  }

  private static @Nullable Point point(@Nullable StoredFigure figure) {
    if (figure == null) {
      return null;
    }
    IndicatorView.Cell cell = IndicatorTables.cell(figure, "");
    String status = figure.status() == ObservationStatus.A ? "" : figure.status().name();
    return new Point(
        figure.value(), cell.text(), figure.derived() ? "D" + status : status, cell.href());
  }
}
