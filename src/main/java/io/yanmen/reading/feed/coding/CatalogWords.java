package io.yanmen.reading.feed.coding;

import io.yanmen.catalog.AreaNames;
import io.yanmen.catalog.IndicatorNames;
import io.yanmen.catalog.NameNormalForm;
import io.yanmen.catalog.Unit;
import io.yanmen.catalog.UnitGrammar;
import io.yanmen.evidence.AreaMention;
import io.yanmen.evidence.Evidence;
import io.yanmen.evidence.EvidenceAt;
import io.yanmen.evidence.EvidenceItem;
import io.yanmen.model.Accumulation;
import io.yanmen.model.Area;
import io.yanmen.model.Frequency;
import io.yanmen.model.Indicator;
import io.yanmen.model.Measure;
import io.yanmen.model.ObservationStatus;
import io.yanmen.model.Scenario;
import io.yanmen.model.outcome.RejectionCode;
import io.yanmen.reading.feed.mapping.CodeMeaning;
import io.yanmen.reading.feed.mapping.DimensionRole;
import io.yanmen.reading.feed.message.ComponentValue;
import io.yanmen.reading.feed.message.FeedFormat;
import java.util.List;
import java.util.Optional;

/** Understands words of the catalogue and the vocabulary, and labels that are made of them. */
public final class CatalogWords {
  /** Periods in a source file are written in the custom of no publisher. */
  private static final FeedFormat SOURCE_FILE =
      new FeedFormat("yaml", "YAML", FeedFormat.Family.TABLE);

  private final AreaNames areas;
  private final IndicatorNames indicators;
  private final UnitGrammar units;
  private final ComponentLabelReader labels;

  public CatalogWords(
      AreaNames areas, IndicatorNames indicators, UnitGrammar units, ComponentLabelReader labels) {
    this.areas = areas;
    this.indicators = indicators;
    this.units = units;
    this.labels = labels;
  }

  /**
   * What a source file says, each of its words on its own. A word that the catalogue does not know
   * is evidence of something unknown. The multiplier is none of it.
   */
  public Evidence meaning(CodeMeaning meaning, EvidenceAt evidence) {
    Evidence facets = Evidence.NONE;
    for (var entry : meaning.facets().entrySet()) {
      facets = facets.beside(word(entry.getKey(), entry.getValue(), evidence));
    }
    return facets;
  }

  private Evidence word(DimensionRole facet, String word, EvidenceAt evidence) {
    return switch (facet) {
      case AREA -> {
        List<Area> found = areas.today(NameNormalForm.of(word));
        yield found.isEmpty()
            ? unknown(word, evidence, RejectionCode.UNKNOWN_AREA)
            : evidence.area(AreaMention.of(found));
      }
      case INDICATOR -> {
        List<Indicator> found = indicators.lookup(NameNormalForm.of(word));
        yield found.isEmpty()
            ? unknown(word, evidence, RejectionCode.UNKNOWN_INDICATOR)
            : evidence.indicators(found);
      }
      case UNIT ->
          units
              .parse(word)
              .map(evidence::unit)
              .orElseGet(() -> unknown(word, evidence, RejectionCode.UNKNOWN_UNIT));
      case MEASURE -> evidence.measure(Measure.of(word));
      case SCENARIO -> evidence.scenario(Scenario.of(word));
      case ACCUMULATION -> evidence.accumulation(Accumulation.of(word));
      case FREQUENCY -> evidence.frequency(Frequency.valueOf(word));
      case STATUS -> evidence.status(ObservationStatus.valueOf(word));
      case PERIOD -> period(word, evidence);
      case MULTIPLIER, FILTER, IGNORE -> Evidence.NONE;
    };
  }

  /** The word of the source file is what is shown, whatever code it stands for. */
  private static Evidence unknown(String word, EvidenceAt evidence, RejectionCode code) {
    return new EvidenceAt(word, evidence.where()).unknown(word, code);
  }

  private Evidence period(String word, EvidenceAt evidence) {
    return PeriodCode.read(word, SOURCE_FILE, Optional.empty())
        .part()
        .map(evidence::period)
        .orElseGet(
            () ->
                periodInWords(word, evidence)
                    .orElseGet(() -> unknown(word, evidence, RejectionCode.UNKNOWN_PERIOD)));
  }

  /** A period as tables write it (2025年1-4月), and nothing else. */
  public Optional<Evidence> periodInWords(String text, EvidenceAt evidence) {
    Evidence read = labels.read(text, evidence.where());
    boolean understood =
        read.unknown().isEmpty()
            && read.period().isPresent()
            && read.area().isEmpty()
            && !read.namesIndicator()
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
  Optional<Evidence> named(ComponentValue coding) {
    Optional<Area> coded =
        coding.code().matches("\\d{6}") ? areas.byCode(coding.code()) : Optional.empty();
    if (coding.label().isBlank() || coding.label().equals(coding.code())) {
      return coded.map(it -> codeOf(coding, it));
    }
    Optional<Evidence> label = label(coding.label(), coding.dimension());
    return coded.isPresent() && label.isPresent() && label.get().area().isPresent()
        ? label.map(it -> both(coded.get(), coding, it))
        : label;
  }

  private static Evidence codeOf(ComponentValue coding, Area coded) {
    return new EvidenceAt(coding.code(), coding.dimension()).area(AreaMention.of(List.of(coded)));
  }

  /** A label may name several areas, and the code tells which; it cannot name another. */
  private static Evidence both(Area coded, ComponentValue coding, Evidence label) {
    Evidence code = codeOf(coding, coded);
    EvidenceItem<AreaMention> named = label.area().orElseThrow();
    return named.value().candidates().contains(coded)
        ? code
        : code.withArea(code.area().map(it -> it.beside(named)));
  }

  private Optional<Evidence> label(String text, String where) {
    Evidence read = labels.read(text, where);
    // A total sums up rows of a table, and a period belongs to the dimension of time.
    boolean total = read.area().filter(it -> it.value().candidates().isEmpty()).isPresent();
    boolean usable =
        read.unknown().isEmpty() && !read.saysNothing() && !total && read.period().isEmpty();
    return usable ? Optional.of(read) : Optional.empty();
  }

  /** What a dimension says that the source file gives a facet and no codes. */
  Optional<Evidence> named(DimensionRole facet, ComponentValue coding) {
    EvidenceAt evidence = new EvidenceAt(coding.text(), coding.dimension());
    return exactly(facet, coding.code(), evidence)
        .or(() -> exactly(facet, coding.label(), evidence))
        .or(() -> spoken(facet, coding.code(), evidence))
        .or(() -> spoken(facet, coding.label(), evidence));
  }

  private Optional<Evidence> exactly(DimensionRole facet, String word, EvidenceAt evidence) {
    if (word.isBlank()) {
      return Optional.empty();
    }
    try {
      Evidence read = word(facet, word.strip(), evidence);
      return read.unknown().isEmpty() ? Optional.of(read) : Optional.empty();
    } catch (IllegalArgumentException notOfTheVocabulary) {
      return Optional.empty();
    }
  }

  /** A label that says the facet, and may say more (固定资产投资（亿元） for an indicator). */
  private Optional<Evidence> spoken(DimensionRole facet, String text, EvidenceAt evidence) {
    return text.isBlank()
        ? Optional.empty()
        : label(text, evidence.where()).filter(read -> says(facet, read));
  }

  private static boolean says(DimensionRole facet, Evidence read) {
    return switch (facet) {
      case AREA -> read.area().isPresent();
      case INDICATOR -> read.namesIndicator();
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
