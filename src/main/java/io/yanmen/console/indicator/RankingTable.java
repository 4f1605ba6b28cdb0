package io.yanmen.console.indicator;

import io.yanmen.model.Language;
import io.yanmen.warehouse.query.SeriesView;
import io.yanmen.warehouse.query.StoredFigure;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * The places of areas in one period.
 *
 * @param areas that are shown
 * @param peers those of them that are ranked among each other; the others stand apart
 * @param byArea figures of an area by their period
 */
record RankingTable(
    List<String> areas,
    List<String> peers,
    Map<String, Map<PeriodKey, StoredFigure>> byArea,
    UnaryOperator<String> name,
    Language language) {
  /** The period that was asked for, else the newest that one of the peers has a figure for. */
  Optional<PeriodKey> period(List<PeriodKey> columns, Optional<String> asked) {
    return columns.stream()
        .filter(it -> asked.map(it.code()::equals).orElse(false))
        .findFirst()
        .or(
            () ->
                columns.stream()
                    .filter(
                        it ->
                            peers.stream()
                                .anyMatch(p -> byArea.getOrDefault(p, Map.of()).containsKey(it)))
                    .reduce((a, b) -> b))
        .or(() -> columns.stream().reduce((a, b) -> b));
  }

  IndicatorView.Ranking of(
      SeriesView shape, Optional<PeriodKey> shown, Map<String, String> targets) {
    if (shown.isEmpty()) {
      return IndicatorView.Ranking.NONE;
    }
    List<StoredFigure> ranked = new ArrayList<>();
    List<StoredFigure> apart = new ArrayList<>();
    List<String> missing = new ArrayList<>();
    for (String area : areas) {
      StoredFigure figure = byArea.getOrDefault(area, Map.of()).get(shown.get());
      boolean peer = peers.contains(area);
      if (figure == null) {
        if (peer) {
          missing.add(name.apply(area));
        }
      } else {
        (peer ? ranked : apart).add(figure);
      }
    }
    return new IndicatorView.Ranking(
        SeriesNames.period(shape, shown.get(), language),
        IndicatorTables.ranked(shape.measure(), ranked, targets, name),
        IndicatorTables.ranked(shape.measure(), apart, targets, name),
        missing,
        peers.size());
  }
}
