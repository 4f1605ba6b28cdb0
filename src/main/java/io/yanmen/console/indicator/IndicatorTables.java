package io.yanmen.console.indicator;

import io.yanmen.console.indicator.IndicatorView.AreaRow;
import io.yanmen.console.indicator.IndicatorView.Cell;
import io.yanmen.console.indicator.IndicatorView.Place;
import io.yanmen.console.page.FigureFormat;
import io.yanmen.model.AreaLevel;
import io.yanmen.model.Measure;
import io.yanmen.model.ObservationStatus;
import io.yanmen.warehouse.query.StoredFigure;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Makes the table, its shades and the ranking of figures that may stand beside each other. */
final class IndicatorTables {
  private static final int SHADES = 6;

  private IndicatorTables() {}

  /**
   * @param columns of the figures, in order
   * @param shaded areas whose values make the scale of each column
   */
  static List<AreaRow> rows(
      List<String> areas,
      String whole,
      List<PeriodKey> columns,
      Map<String, Map<PeriodKey, StoredFigure>> figures,
      List<String> shaded,
      boolean aroundZero,
      UnaryOperator<String> name) {
    List<AreaRow> rows = new ArrayList<>();
    for (String area : areas) {
      Map<PeriodKey, StoredFigure> own = figures.getOrDefault(area, Map.of());
      if (own.isEmpty()) {
        continue;
      }
      List<Cell> cells = new ArrayList<>();
      for (PeriodKey column : columns) {
        StoredFigure figure = own.get(column);
        if (figure == null) {
          cells.add(Cell.GAP);
          continue;
        }
        List<BigDecimal> scale =
            shaded.stream()
                .map(it -> figures.getOrDefault(it, Map.of()).get(column))
                .filter(it -> it != null)
                .map(StoredFigure::value)
                .toList();
        cells.add(
            cell(figure, shaded.contains(area) ? shade(figure.value(), scale, aroundZero) : ""));
      }
      rows.add(new AreaRow(name.apply(area), area.equals(whole), cells));
    }
    return rows;
  }

  static Cell cell(StoredFigure figure, String heat) {
    String status = figure.status() == ObservationStatus.A ? "" : figure.status().name();
    return new Cell(
        FigureFormat.sign(figure.qualifier()) + FigureFormat.number(figure.value()),
        figure.series().isPresent()
            ? "/figures/" + figure.series().getAsInt() + "/" + hrefStart(figure)
            : "",
        figure.derived() ? "D" + status : status,
        heat);
  }

  /** A difference leads to the cumulative figure that it was taken from. */
  private static String hrefStart(StoredFigure figure) {
    return figure.derived()
        ? figure.start().plusMonths(figure.months() - 1L).toString()
        : figure.start().toString();
  }

  /** Growth is shaded by its sign and size, anything else from the least to the most. */
  private static String shade(BigDecimal value, List<BigDecimal> scale, boolean aroundZero) {
    if (scale.size() < 2) {
      return "";
    }
    BigDecimal least = scale.stream().min(Comparator.naturalOrder()).orElseThrow();
    BigDecimal most = scale.stream().max(Comparator.naturalOrder()).orElseThrow();
    if (aroundZero) {
      BigDecimal far = least.abs().max(most.abs());
      if (value.signum() == 0) {
        return "";
      }
      int step = step(value.abs(), BigDecimal.ZERO, far, SHADES / 2);
      return (value.signum() > 0 ? "heat-up-" : "heat-down-") + step;
    }
    return most.compareTo(least) == 0 ? "" : "heat-" + step(value, least, most, SHADES);
  }

  private static int step(BigDecimal value, BigDecimal least, BigDecimal most, int steps) {
    int step =
        value
            .subtract(least)
            .multiply(BigDecimal.valueOf(steps))
            .divide(most.subtract(least), 0, RoundingMode.FLOOR)
            .intValue();
    return Math.min(step, steps - 1) + 1;
  }

  /** Equal values share a place, and the next one counts them: 1, 2, 2, 4. */
  static List<Place> ranked(
      Measure measure,
      List<StoredFigure> figures,
      Map<String, String> targets,
      UnaryOperator<String> name) {
    Comparator<StoredFigure> byValue = Comparator.comparing(StoredFigure::value);
    boolean place = measure == Measure.RANK || measure == Measure.YOY_RANK;
    List<StoredFigure> sorted =
        figures.stream()
            .sorted((place ? byValue : byValue.reversed()).thenComparing(StoredFigure::area))
            .toList();
    List<Place> places = new ArrayList<>();
    for (StoredFigure figure : sorted) {
      long before =
          sorted.stream()
              .filter(
                  it ->
                      place
                          ? it.value().compareTo(figure.value()) < 0
                          : it.value().compareTo(figure.value()) > 0)
              .count();
      boolean tied =
          sorted.stream().filter(it -> it.value().compareTo(figure.value()) == 0).count() > 1;
      places.add(
          new Place(
              (int) before + 1,
              name.apply(figure.area()),
              cell(figure, ""),
              tied,
              targets.getOrDefault(figure.area(), "")));
    }
    return places;
  }

  /** The level that most of these areas are of; zones lie inside other areas and never count. */
  static Optional<AreaLevel> rankedLevel(List<String> areas, String whole, AreaTree tree) {
    Map<AreaLevel, Long> counts =
        areas.stream()
            .filter(it -> !it.equals(whole))
            .flatMap(it -> tree.area(it).stream())
            .map(it -> it.level())
            .filter(it -> it != AreaLevel.ZONE)
            .collect(
                java.util.stream.Collectors.groupingBy(
                    it -> it, java.util.TreeMap::new, java.util.stream.Collectors.counting()));
    return counts.entrySet().stream().max(Map.Entry.comparingByValue()).map(Map.Entry::getKey);
  }
}
