package io.yanmen.reading.check;

import io.yanmen.catalog.Catalog;
import io.yanmen.model.Indicator;
import io.yanmen.model.Measure;
import io.yanmen.model.Observation;
import io.yanmen.model.check.CheckRoom;
import io.yanmen.model.outcome.ObservationSink;
import io.yanmen.model.outcome.Rejection;
import io.yanmen.model.outcome.RejectionCode;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * All checks that look at single figures, ready for the catalogue. A figure that breaks several is
 * told of once, with the first.
 */
public final class FigureChecks {
  private record CodedTest(RejectionCode code, FigureTest test) {}

  private static final List<CodedTest> NOTHING = List.of();

  /** By indicator: found for each figure, so that must be quick. */
  private final Map<String, Map<Measure, List<CodedTest>>> tests;

  public FigureChecks(Catalog catalog, List<FigureCheck> checks) {
    FigureLimits limits = new FigureLimits(catalog);
    Map<String, Map<Measure, List<CodedTest>>> all = new HashMap<>();
    for (Indicator indicator : catalog.indicators()) {
      Map<Measure, List<CodedTest>> measures = new EnumMap<>(Measure.class);
      for (Measure measure : Measure.values()) {
        measures.put(measure, tests(checks, indicator, measure, limits));
      }
      all.put(indicator.code(), measures);
    }
    this.tests = Map.copyOf(all);
  }

  /** Those that are there. */
  public static FigureChecks of(Catalog catalog) {
    return new FigureChecks(catalog, CheckRoom.of(FigureCheck.class));
  }

  private static List<CodedTest> tests(
      List<FigureCheck> checks, Indicator indicator, Measure measure, FigureLimits limits) {
    return checks.stream()
        .flatMap(
            check ->
                check.test(indicator, measure, limits).stream()
                    .map(test -> new CodedTest(check.code(), test)))
        .toList();
  }

  /** Why a figure cannot be; empty if it can. */
  public Optional<Rejection> objection(Observation figure) {
    List<CodedTest> these =
        tests
            .getOrDefault(figure.series().indicatorCode(), Map.of())
            .getOrDefault(figure.series().measure(), NOTHING);
    for (CodedTest it : these) {
      Optional<List<String>> objection = it.test().objection(figure);
      if (objection.isPresent()) {
        return Optional.of(
            new Rejection(
                it.code(),
                figure.tableNo(),
                figure.cell(),
                figure.valueAsWritten(),
                objection.get()));
      }
    }
    return Optional.empty();
  }

  /** Sends on the figures that can be, and refuses the others. */
  public ObservationSink before(ObservationSink next) {
    return new CheckedSink(this, next);
  }
}
