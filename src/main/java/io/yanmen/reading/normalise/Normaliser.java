package io.yanmen.reading.normalise;

import io.yanmen.catalog.AreaNames;
import io.yanmen.catalog.IndicatorNames;
import io.yanmen.catalog.Unit;
import io.yanmen.catalog.UnitGrammar;
import io.yanmen.evidence.AreaMention;
import io.yanmen.evidence.EvidenceItem;
import io.yanmen.evidence.Statement;
import io.yanmen.evidence.StatementSink;
import io.yanmen.evidence.UnknownWords;
import io.yanmen.model.Area;
import io.yanmen.model.Indicator;
import io.yanmen.model.Observation;
import io.yanmen.model.ObservationStatus;
import io.yanmen.model.SeriesKey;
import io.yanmen.model.outcome.ObservationSink;
import io.yanmen.model.outcome.Rejection;
import io.yanmen.model.outcome.RejectionCode;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Turns statements into observations with codes, periods and canonical units, or refuses them with
 * the reason. Where two readings are possible none is taken.
 */
public final class Normaliser implements StatementSink {
  private static final int MOST_NAMED = 6;

  private final AreaNames areas;
  private final FigureReader figures;
  private final RankScope ranks;
  private final ContextMeaningCache verdicts;
  private final ObservationSink sink;
  private final DecisionListener witness;
  private @Nullable SeriesKey lastSeries;
  private long valueCells;

  public Normaliser(
      AreaNames areas, IndicatorNames indicators, UnitGrammar units, ObservationSink sink) {
    this(areas, indicators, units, sink, DecisionListener.NONE);
  }

  public Normaliser(
      AreaNames areas,
      IndicatorNames indicators,
      UnitGrammar units,
      ObservationSink sink,
      DecisionListener witness) {
    this(areas, indicators, units, sink, witness, Optional.empty());
  }

  /**
   * @param arrival the day on which the file came, after which nothing in it can have happened;
   *     empty where nobody knows
   */
  public Normaliser(
      AreaNames areas,
      IndicatorNames indicators,
      UnitGrammar units,
      ObservationSink sink,
      DecisionListener witness,
      Optional<LocalDate> arrival) {
    this.areas = areas;
    this.figures = new FigureReader(units);
    this.ranks = new RankScope(areas);
    this.verdicts = new ContextMeaningCache(areas, indicators, units, arrival);
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
    if (statement.own().isPresent()) {
      throw ownRefusal(statement.cell().text(), statement.own().get());
    }
    ContextMeaning verdict = verdicts.of(statement.context());
    EvidenceItem<AreaMention> mentioned = mentioned(statement.area());
    ParsedValue figure = figure(statement);
    if (!statement.cell().style().isPlain()) {
      agreesWithHeads(statement, figure);
    }
    ContextMeaning.UnderstoodContext meaning = verdict.meaning(figure);
    Area area = area(mentioned, meaning.period().period().start().getYear());
    UnitChoice.ChosenUnit unit = meaning.unit();
    if (!figure.fits(unit.measure())) {
      throw new RefusedException(
          RejectionCode.CONFLICTING_EVIDENCE,
          "measure",
          statement.cell().text(),
          unit.measure().code());
    }
    BigDecimal value = unit.canonical(figure.value());
    if (!Observation.canHold(value)) {
      throw new RefusedException(RejectionCode.NUMBER_TOO_LONG, statement.cell().text());
    }
    Observation observation =
        new Observation(
            series(area, verdict, meaning),
            meaning.period().period(),
            value,
            verdict.qualifier(figure),
            verdict.status(),
            statement.tableNo(),
            statement.address(),
            unit.asWritten(),
            statement.cell().text());
    witness.made(statement, observation, meaning.rules());
    return observation;
  }

  private RefusedException ownRefusal(String text, EvidenceItem<UnknownWords> own) {
    if (own.value().code() != RejectionCode.AMBIGUOUS_VALUE) {
      return verdicts.refusal(List.of(own));
    }
    List<String> readings = FigureReader.ofComma(text);
    return new RefusedException(
        RejectionCode.AMBIGUOUS_VALUE, text, readings.get(0), readings.get(1), readings.get(2));
  }

  /** Periods of one series often follow each other: its key is the same object then. */
  @SuppressWarnings("ReferenceEquality") // Codes are those of the catalogue, one object each.
  private SeriesKey series(
      Area area, ContextMeaning verdict, ContextMeaning.UnderstoodContext meaning)
      throws RefusedException {
    Indicator indicator = verdict.indicator();
    String rankIn = ranks.of(area, meaning.unit().measure(), verdict.context());
    PeriodChoice.ChosenPeriod period = meaning.period();
    SeriesKey last = lastSeries;
    boolean again =
        last != null
            && last.indicatorCode() == indicator.code()
            && last.areaCode() == area.code()
            && last.breakdown() == verdict.breakdown()
            && last.rankIn().equals(rankIn)
            && last.measure() == meaning.unit().measure()
            && last.scenario() == meaning.scenario()
            && last.frequency() == period.period().frequency()
            && last.accumulation() == period.accumulation();
    if (last == null || !again) {
      last =
          new SeriesKey(
              area.code(),
              indicator.code(),
              verdict.breakdown(),
              meaning.unit().measure(),
              rankIn,
              meaning.scenario(),
              period.period().frequency(),
              period.accumulation());
      lastSeries = last;
    }
    return last;
  }

  /** A mention that names some area, and no other beside it. */
  private EvidenceItem<AreaMention> mentioned(Optional<EvidenceItem<AreaMention>> mentioned)
      throws RefusedException {
    EvidenceItem<AreaMention> found =
        mentioned.orElseThrow(() -> new RefusedException(RejectionCode.NO_AREA));
    agreed("area", found);
    AreaMention mention = found.value();
    if (!mention.elsewhere().isEmpty()) {
      throw new RefusedException(
          RejectionCode.UNKNOWN_AREA, found.text(), "", listed(mention.elsewhere()));
    }
    if (mention.candidates().isEmpty()) {
      throw new RefusedException(RejectionCode.AMBIGUOUS_AREA, found.text(), "");
    }
    return found;
  }

  /** The area that bore a name in the year of the figure. */
  private Area area(EvidenceItem<AreaMention> found, int year) throws RefusedException {
    AreaMention mention = found.value();
    List<Area> meant = mention.candidates();
    if (meant.size() > 1) {
      meant = areas.asOf(meant, year);
    }
    if (meant.size() > 1) {
      throw new RefusedException(RejectionCode.AMBIGUOUS_AREA, found.text(), listed(meant));
    }
    Optional<Area> then = (mention.isClear() ? mention : mention.narrowed(meant)).in(year);
    if (then.isEmpty()) {
      throw new RefusedException(RejectionCode.UNKNOWN_AREA, found.text(), "", listed(meant));
    }
    return then.get();
  }

  private String listed(List<Area> areas) {
    return areas.stream().limit(MOST_NAMED).map(this::described).collect(Collectors.joining("、"));
  }

  private String described(Area area) {
    String parent = area.parentCode().flatMap(areas::byCode).map(Area::nameZh).orElse("");
    String ended = area.validity().lasts() ? "" : " (–" + area.validity().until() + ")";
    return parent + area.nameZh() + " " + area.code() + ended;
  }

  private ParsedValue figure(Statement statement) throws RefusedException {
    boolean brackets =
        statement.bracketsMayBeMinus()
            && statement.context().measure().filter(m -> m.value().isChange()).isPresent();
    FigureReader.Reading reading =
        brackets ? figures.readAccounting(statement.cell()) : figures.read(statement.cell());
    if (reading instanceof FigureReader.Read read) {
      return read.figure();
    }
    FigureReader.Refused refused = (FigureReader.Refused) reading;
    if (refused.code() == RejectionCode.CONFLICTING_EVIDENCE) {
      throw new RefusedException(
          refused.code(), "number_format", statement.cell().text(), statement.cell().format());
    }
    List<String> arguments = new ArrayList<>(List.of(statement.cell().text()));
    arguments.addAll(refused.readings());
    throw new RefusedException(refused.code(), arguments.toArray(String[]::new));
  }

  /** A unit in the number format is nobody's word: it counts only where it is that of the table. */
  private static void agreesWithHeads(Statement statement, ParsedValue figure)
      throws RefusedException {
    if (figure.unit().isEmpty() || statement.context().units().isEmpty()) {
      return;
    }
    Unit own = figure.unit().get();
    for (EvidenceItem<Unit> found : statement.context().units().get(0)) {
      if (own.measuresAs(found.value())) {
        return;
      }
    }
    for (EvidenceItem<Unit> found : statement.context().units().get(0)) {
      if (own.dimension().equals(found.value().dimension())) {
        throw new RefusedException(
            RejectionCode.CONFLICTING_EVIDENCE,
            "unit",
            statement.cell().shown() + " (" + statement.address() + ")",
            found.described());
      }
    }
  }

  static void agreed(String what, EvidenceItem<?> found) throws RefusedException {
    if (found.rival().isPresent()) {
      throw new RefusedException(
          RejectionCode.CONFLICTING_EVIDENCE,
          what,
          found.described(),
          found.rival().get().described());
    }
  }
}
