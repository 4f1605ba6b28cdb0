package io.yanmen.console.trial;

import io.yanmen.catalog.Catalog;
import io.yanmen.console.load.RefusedGroup;
import io.yanmen.model.Observation;
import io.yanmen.model.Qualifier;
import io.yanmen.model.SeriesKey;
import io.yanmen.model.message.Messages;
import io.yanmen.model.outcome.Rejection;
import io.yanmen.model.outcome.RejectionCode;
import io.yanmen.model.text.ShownText;
import io.yanmen.reading.FindingSink;
import io.yanmen.report.ObservationCsv;
import io.yanmen.report.SeriesNames;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Keeps the first observations of a trial, and of each kind of refusal the first and how many. */
public final class TrialFindings implements FindingSink {
  private static final int MOST_LINES = 200;
  private static final int MOST_OF_A_CODE = 20;

  /** An observation in words. */
  public record Line(
      String series,
      String scenario,
      String period,
      String accumulation,
      String value,
      String unit,
      String qualifier,
      String written,
      String cell) {}

  private final Messages messages;
  private final SeriesNames names;
  private final Map<String, String> units;
  private final List<Line> lines = new ArrayList<>();
  private final Map<RejectionCode, Long> counts = new EnumMap<>(RejectionCode.class);
  private final Map<RejectionCode, List<Rejection>> first = new EnumMap<>(RejectionCode.class);

  TrialFindings(Catalog catalog, Messages messages) {
    this.messages = messages;
    this.names = SeriesNames.of(catalog);
    this.units = ObservationCsv.unitsOf(catalog);
  }

  @Override
  public void observation(Observation it) {
    if (lines.size() < MOST_LINES) {
      lines.add(line(it));
    }
  }

  private Line line(Observation it) {
    SeriesKey series = it.series();
    return new Line(
        names.name(series, messages.language()),
        messages.term(series.scenario().code()),
        it.period().label(),
        messages.text("loads.accumulation." + series.accumulation().code()),
        ObservationCsv.plain(it),
        series.measure().unit(units.getOrDefault(series.indicatorCode(), "")),
        it.qualifier() == Qualifier.EXACT ? "" : messages.term(it.qualifier().code()),
        ShownText.line(it.valueAsWritten(), 80),
        ShownText.line(it.cell().toString(), 120));
  }

  @Override
  public void rejection(Rejection rejection) {
    counts.merge(rejection.code(), 1L, Long::sum);
    List<Rejection> some = first.computeIfAbsent(rejection.code(), k -> new ArrayList<>());
    if (some.size() < MOST_OF_A_CODE) {
      some.add(rejection);
    }
  }

  List<Line> lines() {
    return lines;
  }

  /** The most frequent first. */
  List<RefusedGroup> groups() {
    return counts.entrySet().stream()
        .map(
            it ->
                RefusedGroup.of(
                    it.getKey(),
                    it.getValue(),
                    first.getOrDefault(it.getKey(), List.of()),
                    messages))
        .sorted(Comparator.comparing(RefusedGroup::count).reversed())
        .toList();
  }
}
