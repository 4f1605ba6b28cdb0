package io.yanmen.reading.feed;

import io.yanmen.evidence.AreaMention;
import io.yanmen.evidence.Evidence;
import io.yanmen.evidence.EvidenceAt;
import io.yanmen.evidence.EvidenceItem;
import io.yanmen.evidence.EvidenceLayers;
import io.yanmen.evidence.Statement;
import io.yanmen.model.Frequency;
import io.yanmen.model.ObservationStatus;
import io.yanmen.model.Scenario;
import io.yanmen.model.outcome.Note;
import io.yanmen.model.outcome.Rejection;
import io.yanmen.model.outcome.RejectionCode;
import io.yanmen.model.table.Cell;
import io.yanmen.model.table.CellKind;
import io.yanmen.reading.feed.coding.CatalogWords;
import io.yanmen.reading.feed.coding.ComponentMeaning;
import io.yanmen.reading.feed.coding.ComponentValueReader;
import io.yanmen.reading.feed.coding.DecimalComma;
import io.yanmen.reading.feed.coding.PeriodCode;
import io.yanmen.reading.feed.coding.UnitMultiplier;
import io.yanmen.reading.feed.mapping.DimensionRole;
import io.yanmen.reading.feed.mapping.FeedSettings;
import io.yanmen.reading.feed.message.ComponentValue;
import io.yanmen.reading.feed.message.FeedFormat;
import io.yanmen.reading.feed.message.FeedValue;
import io.yanmen.reading.feed.message.FeedValueSink;
import io.yanmen.reading.feed.message.NoteSink;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Makes statements of figures: gathers what their dimensions say, and refuses what they do not. */
final class FeedStatements implements FeedValueSink, NoteSink {
  private static final int READINGS_KEPT = 100_000;
  private static final long CHARACTERS_KEPT = 10_000_000;
  private static final String NOT_A_NUMBER = "NaN";

  private final FeedFormat format;
  private final ComponentValueReader codings;
  private final CatalogWords words;
  private final FeedSink sink;
  private final Evidence constants;
  private final int constantPower;
  private final boolean decimalComma;
  private final Map<ComponentValue, ComponentMeaning> readings = new HashMap<>();
  private final Map<String, Long> leftOut = new TreeMap<>();
  private final List<Note> notes = new ArrayList<>();
  private long characters;
  private long values;
  private long rejected;

  FeedStatements(FeedFormat format, FeedSettings settings, CatalogWords words, FeedSink sink) {
    this.format = format;
    this.codings = new ComponentValueReader(format, settings, words);
    this.words = words;
    this.sink = sink;
    this.constants = words.meaning(settings.constants(), new EvidenceAt("constants", "source"));
    this.constantPower =
        settings.constants().word(DimensionRole.MULTIPLIER).map(Integer::parseInt).orElse(0);
    this.decimalComma = settings.decimalComma();
  }

  @Override
  public void note(Note note) {
    notes.add(note);
  }

  FeedSummary summary() {
    leftOut.forEach(
        (dimension, count) ->
            notes.add(new Note("FEED_LEFT_OUT", List.of(dimension, Long.toString(count)))));
    return new FeedSummary(values, rejected, notes);
  }

  @Override
  public void value(FeedValue value) {
    values += value.cell().isEmpty() ? 0 : 1;
    boolean byName = false;
    Evidence evidence = constants;
    int power = constantPower;
    Optional<ComponentMeaning.Refused> refusal = Optional.empty();
    List<ComponentValue> periods = new ArrayList<>(1);
    for (ComponentValue coding : value.codings()) {
      if (codings.isPeriod(coding)) {
        periods.add(coding);
        continue;
      }
      ComponentMeaning reading = reading(coding);
      if (reading.leftOut()) {
        leftOut.merge(coding.dimension(), 1L, Long::sum);
        return;
      }
      byName |= reading.facets().area().isPresent() && !codings.isMapped(coding);
      if (refusal.isEmpty()) {
        refusal = reading.refusal();
      }
      if (refusal.isEmpty() && byName) {
        refusal = otherArea(evidence, reading.facets());
      }
      evidence = evidence.beside(reading.facets());
      power += reading.multiplier();
    }
    if (isMissing(value.cell(), evidence)) {
      return;
    }
    DecimalComma.Read figure = DecimalComma.read(value.cell(), format, decimalComma);
    if (refusal.isEmpty()) {
      refusal = figure.refusal();
    }
    for (ComponentValue period : periods) {
      PeriodEvidence read = period(period, evidence);
      if (refusal.isEmpty()) {
        refusal = read.refusal();
      }
      evidence = evidence.beside(read.facets());
    }
    UnitMultiplier multiplied = UnitMultiplier.of(evidence, power);
    refusal = refusal.or(multiplied::refusal);
    if (refusal.isPresent()) {
      reject(value, refusal.get());
    } else {
      Evidence counted = withPeriodOfTarget(multiplied.evidence());
      sink.statement(
          new Statement(
              value.tableNo(),
              value.address(),
              figure.cell(),
              counted,
              new EvidenceLayers(constants, Evidence.NONE, counted, Evidence.NONE, Evidence.NONE)));
    }
  }

  private ComponentMeaning reading(ComponentValue coding) {
    ComponentMeaning known = readings.get(coding);
    if (known != null) {
      return known;
    }
    if (readings.size() >= READINGS_KEPT || characters > CHARACTERS_KEPT) {
      readings.clear();
      characters = 0;
    }
    ComponentMeaning read = codings.read(coding);
    readings.put(coding, read);
    characters += coding.code().length() + coding.label().length();
    return read;
  }

  /**
   * Two dimensions that name different areas, and that nobody has mapped both: reporter and partner
   * perhaps. In a table a county beside its city is the county; here the source file must say so.
   */
  private static Optional<ComponentMeaning.Refused> otherArea(Evidence before, Evidence next) {
    Optional<EvidenceItem<AreaMention>> one = before.area();
    Optional<EvidenceItem<AreaMention>> other = next.area();
    boolean differ =
        one.isPresent() && other.isPresent() && !one.get().value().equals(other.get().value());
    return differ
        ? refusal(
            RejectionCode.CONFLICTING_EVIDENCE,
            "area",
            one.get().described(),
            other.get().described())
        : Optional.empty();
  }

  /**
   * Whether there is no figure. NaN is SDMX's mark of a missing one (section 6 of the standard);
   * one that its status calls a figure is refused all the same.
   */
  private boolean isMissing(Cell cell, Evidence evidence) {
    if (cell.isEmpty()) {
      return true;
    }
    boolean statusOfFigure =
        evidence
            .status()
            .filter(it -> it.value() != ObservationStatus.M && it.value() != ObservationStatus.Q)
            .isPresent();
    return format.isSdmx()
        && cell.kind() == CellKind.TEXT
        && cell.text().equals(NOT_A_NUMBER)
        && !statusOfFigure;
  }

  private record PeriodEvidence(Evidence facets, Optional<ComponentMeaning.Refused> refusal) {}

  private PeriodEvidence period(ComponentValue coding, Evidence evidence) {
    Optional<Frequency> frequency = evidence.frequency().map(EvidenceItem::value);
    EvidenceAt told = new EvidenceAt(coding.text(), coding.dimension());
    String text = coding.code().isBlank() ? coding.label() : coding.code();
    if (text.isBlank()) {
      return new PeriodEvidence(Evidence.NONE, refusal(RejectionCode.NO_PERIOD, ""));
    }
    PeriodCode.Reading read = PeriodCode.read(text, format, frequency);
    if (read.part().isPresent()) {
      return new PeriodEvidence(told.period(read.part().get()), Optional.empty());
    }
    return (format.isByHand() ? words.periodInWords(text, told) : Optional.<Evidence>empty())
        .map(it -> new PeriodEvidence(it, Optional.empty()))
        .orElseGet(() -> new PeriodEvidence(Evidence.NONE, refusal(read.refusal(), text)));
  }

  /**
   * A target's period is the one that the feed gives it. In tables a month far from the word 目标 is
   * that of the report; evidence of one place with the period says that it is not so here.
   */
  private static Evidence withPeriodOfTarget(Evidence evidence) {
    boolean target =
        evidence
            .scenario()
            .filter(it -> it.value() == Scenario.TARGET && it.rival().isEmpty())
            .isPresent();
    if (!target || evidence.period().isEmpty()) {
      return evidence;
    }
    String text = evidence.period().get().text();
    String where = evidence.period().get().where();
    return evidence.withScenario(
        evidence.scenario().map(it -> EvidenceItem.of(it.value(), text, where)));
  }

  private static Optional<ComponentMeaning.Refused> refusal(
      RejectionCode code, String... arguments) {
    return Optional.of(new ComponentMeaning.Refused(code, List.of(arguments)));
  }

  private void reject(FeedValue value, ComponentMeaning.Refused refused) {
    rejected++;
    sink.rejection(
        new Rejection(
            refused.code(),
            value.tableNo(),
            value.address(),
            value.cell().text(),
            refused.arguments()));
  }
}
