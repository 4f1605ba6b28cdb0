package io.yanmen.normalise;

import io.yanmen.catalog.AreaNames;
import io.yanmen.catalog.IndicatorNames;
import io.yanmen.catalog.UnitGrammar;
import io.yanmen.evidence.Facets;
import io.yanmen.evidence.Found;
import io.yanmen.evidence.Statement;
import io.yanmen.evidence.StatementSink;
import io.yanmen.evidence.Unknown;
import io.yanmen.model.Area;
import io.yanmen.model.Indicator;
import io.yanmen.model.Observation;
import io.yanmen.model.ObservationSink;
import io.yanmen.model.ObservationStatus;
import io.yanmen.model.Qualifier;
import io.yanmen.model.Rejection;
import io.yanmen.model.RejectionCode;
import io.yanmen.model.Scenario;
import io.yanmen.model.SeriesKey;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Turns statements into observations with codes, periods and canonical units, or refuses them with
 * the reason. Where two readings are possible none is taken.
 */
public final class Normaliser implements StatementSink {
  private static final int NAMES_OFFERED = 3;

  private final AreaNames areas;
  private final IndicatorNames indicators;
  private final FigureReader figures;
  private final UnitChoice unitChoice;
  private final PeriodChoice periodChoice = new PeriodChoice();
  private final ObservationSink sink;
  private final Witness witness;
  private final Map<Unknown, List<String>> nearest = new HashMap<>();
  private long valueCells;

  public Normaliser(
      AreaNames areas, IndicatorNames indicators, UnitGrammar units, ObservationSink sink) {
    this(areas, indicators, units, sink, Witness.NONE);
  }

  public Normaliser(
      AreaNames areas,
      IndicatorNames indicators,
      UnitGrammar units,
      ObservationSink sink,
      Witness witness) {
    this.areas = areas;
    this.indicators = indicators;
    this.figures = new FigureReader(units);
    this.unitChoice = new UnitChoice(units);
    this.sink = sink;
    this.witness = witness;
  }

  /** Cells that held, or should have held, a figure. */
  public long valueCells() {
    return valueCells;
  }

  @Override
  public void tableStatus(int tableNo, ObservationStatus status) {
    sink.tableStatus(tableNo, status);
  }

  @Override
  public void statement(Statement statement) {
    valueCells++;
    try {
      sink.observation(observation(statement));
    } catch (RefusedException refused) {
      Rejection rejection =
          new Rejection(
              refused.code(),
              statement.tableNo(),
              statement.address(),
              statement.cell().text(),
              refused.arguments());
      sink.rejection(rejection);
      witness.refused(statement, rejection);
    }
  }

  private Observation observation(Statement statement) throws RefusedException {
    Facets evidence = statement.evidence();
    understood(evidence);
    Indicator indicator = indicator(evidence);
    Area area = area(evidence);
    Figure figure = figure(statement);
    MeasureChoice.Chosen measure = MeasureChoice.choose(evidence, figure, indicator);
    Scenario scenario = scenario(evidence);
    PeriodChoice.Chosen period = periodChoice.choose(evidence, indicator, scenario);
    UnitChoice.Chosen unit = unitChoice.choose(evidence, figure, indicator, measure.measure());
    if (!figure.fits(unit.measure())) {
      throw new RefusedException(
          RejectionCode.CONFLICTING_EVIDENCE,
          "measure",
          statement.cell().text(),
          unit.measure().code());
    }
    BigDecimal value = unit.canonical(figure.value());
    Qualifier qualifier = qualifier(evidence, figure);
    SeriesKey series =
        new SeriesKey(
            area.code(),
            indicator.code(),
            unit.measure(),
            scenario,
            period.period().frequency(),
            period.accumulation());
    ObservationStatus status = evidence.status().map(Found::value).orElse(ObservationStatus.A);
    Observation observation =
        new Observation(
            series,
            period.period(),
            value,
            qualifier,
            status,
            statement.tableNo(),
            statement.address(),
            unit.asWritten(),
            statement.cell().text());
    witness.made(statement, observation, rules(evidence, measure, period, unit));
    return observation;
  }

  private static Rules rules(
      Facets evidence,
      MeasureChoice.Chosen measure,
      PeriodChoice.Chosen period,
      UnitChoice.Chosen unit) {
    return new Rules(
        unit.measure() == measure.measure() ? measure.rule() : Rule.UNIT_TELLS_MEASURE,
        evidence.scenario().isPresent() ? Rule.SAID : Rule.ACTUAL_UNLESS_SAID,
        period.rule(),
        period.spanRule(),
        unit.rule(),
        unit.found());
  }

  private void understood(Facets evidence) throws RefusedException {
    Optional<Found<Unknown>> unknown = evidence.unknown();
    if (unknown.isEmpty()) {
      return;
    }
    Unknown words = unknown.get().value();
    switch (words.code()) {
      case UNKNOWN_AREA -> throw new RefusedException(words.code(), words.words(), offer(words));
      case UNKNOWN_INDICATOR ->
          throw new RefusedException(
              words.code(),
              unknown.get().text().isBlank() ? words.words() : unknown.get().text(),
              offer(words));
      default -> throw new RefusedException(words.code(), unknown.get().text());
    }
  }

  private String offer(Unknown unknown) {
    if (nearest.size() > 10_000) {
      nearest.clear();
    }
    List<String> names =
        nearest.computeIfAbsent(
            unknown,
            u ->
                u.code() == RejectionCode.UNKNOWN_AREA
                    ? areas.nearest(u.words(), NAMES_OFFERED)
                    : indicators.nearest(u.words(), NAMES_OFFERED));
    return String.join("、", names);
  }

  private Indicator indicator(Facets evidence) throws RefusedException {
    Found<List<Indicator>> found =
        evidence.indicator().orElseThrow(() -> new RefusedException(RejectionCode.NO_INDICATOR));
    agreed("indicator", found);
    List<Indicator> named = found.value();
    if (named.size() == 1) {
      return named.get(0);
    }
    List<String> names = new ArrayList<>();
    named.forEach(i -> names.add(i.nameZh()));
    throw new RefusedException(
        RejectionCode.AMBIGUOUS_INDICATOR, found.text(), String.join("、", names));
  }

  private Area area(Facets evidence) throws RefusedException {
    Found<io.yanmen.evidence.AreaMention> found =
        evidence.area().orElseThrow(() -> new RefusedException(RejectionCode.NO_AREA));
    agreed("area", found);
    List<Area> candidates = found.value().candidates();
    if (candidates.size() == 1) {
      return candidates.get(0);
    }
    List<String> names = new ArrayList<>();
    candidates.stream().limit(6).forEach(a -> names.add(described(a)));
    throw new RefusedException(RejectionCode.AMBIGUOUS_AREA, found.text(), String.join("、", names));
  }

  private String described(Area area) {
    String parent = area.parentCode().flatMap(areas::byCode).map(Area::nameZh).orElse("");
    return parent + area.nameZh() + " " + area.code();
  }

  private Figure figure(Statement statement) throws RefusedException {
    boolean brackets =
        statement.bracketsMayBeMinus()
            && statement.evidence().measure().filter(m -> Figure.isChange(m.value())).isPresent();
    FigureReader.Reading reading =
        brackets ? figures.readAccounting(statement.cell()) : figures.read(statement.cell());
    if (reading instanceof FigureReader.Read read) {
      return read.figure();
    }
    RejectionCode code = ((FigureReader.Refused) reading).code();
    String text = statement.cell().text();
    if (code == RejectionCode.AMBIGUOUS_VALUE) {
      throw new RefusedException(
          code, text, text.replaceAll("[^0-9.]", ""), "-" + text.replaceAll("[^0-9.]", ""));
    }
    throw new RefusedException(code, text);
  }

  private static Scenario scenario(Facets evidence) throws RefusedException {
    if (evidence.scenario().isEmpty()) {
      return Scenario.ACTUAL;
    }
    Found<Scenario> found = evidence.scenario().get();
    if (found.rival().isPresent()) {
      throw new RefusedException(
          RejectionCode.AMBIGUOUS_SCENARIO, found.described(), found.rival().get().described());
    }
    return found.value();
  }

  private static Qualifier qualifier(Facets evidence, Figure figure) {
    return figure.qualifier() != Qualifier.EXACT
        ? figure.qualifier()
        : evidence.qualifier().map(Found::value).orElse(Qualifier.EXACT);
  }

  static void agreed(String what, Found<?> found) throws RefusedException {
    if (found.rival().isPresent()) {
      throw new RefusedException(
          RejectionCode.CONFLICTING_EVIDENCE,
          what,
          found.described(),
          found.rival().get().described());
    }
  }
}
