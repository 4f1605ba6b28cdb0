package io.yanmen.reading.feed.coding;

import io.yanmen.catalog.AreaNames;
import io.yanmen.catalog.IndicatorNames;
import io.yanmen.catalog.PlainText;
import io.yanmen.catalog.Unit;
import io.yanmen.catalog.UnitGrammar;
import io.yanmen.evidence.AreaMention;
import io.yanmen.evidence.Facets;
import io.yanmen.evidence.Found;
import io.yanmen.model.Accumulation;
import io.yanmen.model.Area;
import io.yanmen.model.Frequency;
import io.yanmen.model.Indicator;
import io.yanmen.model.Measure;
import io.yanmen.model.ObservationStatus;
import io.yanmen.model.Scenario;
import io.yanmen.model.outcome.RejectionCode;
import io.yanmen.reading.feed.mapping.Facet;
import io.yanmen.reading.feed.mapping.Meaning;
import io.yanmen.reading.feed.message.Coding;
import io.yanmen.reading.feed.message.FeedFormat;
import java.util.List;
import java.util.Optional;

/** Understands words of the catalogue and the vocabulary, and labels that are made of them. */
public final class Words {
  private final AreaNames areas;
  private final IndicatorNames indicators;
  private final UnitGrammar units;
  private final LabelReader labels;

  public Words(AreaNames areas, IndicatorNames indicators, UnitGrammar units, LabelReader labels) {
    this.areas = areas;
    this.indicators = indicators;
    this.units = units;
    this.labels = labels;
  }

  /**
   * What a source file says, each of its words on its own. A word that the catalogue does not know
   * is evidence of something unknown. The multiplier is none of it.
   */
  public Facets meaning(Meaning meaning, Evidence evidence) {
    Facets facets = Facets.NONE;
    for (var entry : meaning.facets().entrySet()) {
      facets = facets.beside(word(entry.getKey(), entry.getValue(), evidence));
    }
    return facets;
  }

  private Facets word(Facet facet, String word, Evidence evidence) {
    return switch (facet) {
      case AREA -> {
        List<Area> found = areas.lookup(PlainText.of(word));
        yield found.isEmpty()
            ? evidence.unknown(word, RejectionCode.UNKNOWN_AREA)
            : evidence.areas(found);
      }
      case INDICATOR -> {
        List<Indicator> found = indicators.lookup(PlainText.of(word));
        yield found.isEmpty()
            ? evidence.unknown(word, RejectionCode.UNKNOWN_INDICATOR)
            : evidence.indicators(found);
      }
      case UNIT ->
          units
              .parse(word)
              .map(evidence::unit)
              .orElseGet(() -> evidence.unknown(word, RejectionCode.UNKNOWN_UNIT));
      case MEASURE -> evidence.measure(Measure.of(word));
      case SCENARIO -> evidence.scenario(Scenario.of(word));
      case ACCUMULATION -> evidence.accumulation(Accumulation.of(word));
      case FREQUENCY -> evidence.frequency(Frequency.valueOf(word));
      case STATUS -> evidence.status(ObservationStatus.valueOf(word));
      case PERIOD -> period(word, evidence);
      case MULTIPLIER, FILTER, IGNORE -> Facets.NONE;
    };
  }

  private Facets period(String word, Evidence evidence) {
    return PeriodCode.read(word, FeedFormat.JSON, Optional.empty())
        .part()
        .map(evidence::period)
        .orElseGet(
            () ->
                periodInWords(word, evidence)
                    .orElseGet(() -> evidence.unknown(word, RejectionCode.UNKNOWN_PERIOD)));
  }

  /** A period as tables write it (2025年1-4月), and nothing else. */
  public Optional<Facets> periodInWords(String text, Evidence evidence) {
    Facets read = labels.read(text, evidence.where());
    boolean understood =
        read.unknown().isEmpty()
            && read.period().isPresent()
            && read.area().isEmpty()
            && read.indicator().isEmpty()
            && read.measure().isEmpty()
            && read.units().isEmpty();
    return understood ? Optional.of(read) : Optional.empty();
  }

  Optional<Unit> unit(String text) {
    return units.parse(text);
  }

  /**
   * What a dimension says that is mapped nowhere: an area by its GB/T 2260 code, or whatever its
   * label says as a whole. Codes of other lists are never guessed.
   */
  Optional<Facets> named(Coding coding) {
    Optional<Area> coded =
        coding.code().matches("\\d{6}") ? areas.byCode(coding.code()) : Optional.empty();
    if (coding.label().isBlank() || coding.label().equals(coding.code())) {
      return coded.map(new Evidence(coding.code(), coding.dimension())::area);
    }
    Optional<Facets> label = label(coding.label(), coding.dimension());
    return coded.isPresent() && label.isPresent() && label.get().area().isPresent()
        ? label.map(it -> both(coded.get(), coding, it))
        : label;
  }

  /** A label may name several areas, and the code tells which; it cannot name another. */
  private static Facets both(Area coded, Coding coding, Facets label) {
    Facets code = new Evidence(coding.code(), coding.dimension()).area(coded);
    Found<AreaMention> named = label.area().orElseThrow();
    return named.value().candidates().contains(coded)
        ? code
        : code.withArea(code.area().map(it -> it.beside(named)));
  }

  private Optional<Facets> label(String text, String where) {
    Facets read = labels.read(text, where);
    // A total sums up rows of a table, and a period belongs to the dimension of time.
    boolean total = read.area().filter(it -> it.value().candidates().isEmpty()).isPresent();
    boolean usable =
        read.unknown().isEmpty() && !read.saysNothing() && !total && read.period().isEmpty();
    return usable ? Optional.of(read) : Optional.empty();
  }

  /** What a dimension says that the source file gives a facet and no codes. */
  Optional<Facets> named(Facet facet, Coding coding) {
    Evidence evidence = new Evidence(coding.text(), coding.dimension());
    return exactly(facet, coding.code(), evidence)
        .or(() -> exactly(facet, coding.label(), evidence))
        .or(() -> spoken(facet, coding.code(), evidence))
        .or(() -> spoken(facet, coding.label(), evidence));
  }

  private Optional<Facets> exactly(Facet facet, String word, Evidence evidence) {
    if (word.isBlank()) {
      return Optional.empty();
    }
    try {
      Facets read = word(facet, word.strip(), evidence);
      return read.unknown().isEmpty() ? Optional.of(read) : Optional.empty();
    } catch (IllegalArgumentException notOfTheVocabulary) {
      return Optional.empty();
    }
  }

  /** A label that says the facet, and may say more (固定资产投资（亿元） for an indicator). */
  private Optional<Facets> spoken(Facet facet, String text, Evidence evidence) {
    return text.isBlank()
        ? Optional.empty()
        : label(text, evidence.where()).filter(read -> says(facet, read));
  }

  private static boolean says(Facet facet, Facets read) {
    return switch (facet) {
      case AREA -> read.area().isPresent();
      case INDICATOR -> read.indicator().isPresent();
      case MEASURE -> read.measure().isPresent() || read.rank() || read.change();
      case SCENARIO -> read.scenario().isPresent();
      case ACCUMULATION -> read.accumulation().isPresent();
      case FREQUENCY -> read.frequency().isPresent();
      case UNIT -> !read.units().isEmpty();
      case STATUS -> read.status().isPresent();
      case PERIOD, MULTIPLIER, FILTER, IGNORE -> false;
    };
  }
}
