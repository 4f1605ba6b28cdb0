package io.yanmen.reading.interpret.word;

import io.yanmen.catalog.AreaNames;
import io.yanmen.catalog.Breakdown;
import io.yanmen.catalog.IndicatorNames;
import io.yanmen.evidence.AreaMention;
import io.yanmen.evidence.PartName;
import io.yanmen.evidence.PeriodPart;
import io.yanmen.model.Area;
import io.yanmen.model.Indicator;
import io.yanmen.model.Scenario;
import io.yanmen.reading.interpret.vocabulary.EvidenceBuilder;
import io.yanmen.reading.interpret.vocabulary.PeriodEdges;
import io.yanmen.reading.interpret.vocabulary.PeriodWords;
import io.yanmen.reading.interpret.vocabulary.Vocabulary;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads words that are, as a whole, a name of the catalogue, a period or a word for one of them.
 */
final class NameReader {
  /** 2025E, 2025F: a year that is estimated or forecast. */
  private static final Pattern EXPECTED_YEAR =
      Pattern.compile("((?:19|20)\\d{2})年?(?:[eEfF]|\\([eEfF]\\))");

  private final AreaNames areas;
  private final IndicatorNames indicators;
  private final Vocabulary vocabulary;

  NameReader(AreaNames areas, IndicatorNames indicators, Vocabulary vocabulary) {
    this.areas = areas;
    this.indicators = indicators;
    this.vocabulary = vocabulary;
  }

  /** Tells a builder what the text as a whole is; false if it is no name. */
  boolean read(String text, EvidenceBuilder builder) {
    List<Indicator> named = indicators.lookup(text);
    if (!named.isEmpty()) {
      builder.indicator(named);
      return true;
    }
    Optional<AreaMention.Total> total = vocabulary.total(text);
    if (total.isPresent()) {
      builder.area(AreaMention.total(total.get()));
      return true;
    }
    Optional<PeriodPart> period = PeriodWords.whole(text);
    if (period.isPresent() && !PeriodEdges.isBareNumber(text)) {
      builder.period(period.get());
      return true;
    }
    Matcher expected = EXPECTED_YEAR.matcher(text);
    if (expected.matches()) {
      builder.period(PeriodPart.year(Integer.parseInt(expected.group(1))));
      builder.scenario(Scenario.FORECAST);
      return true;
    }
    List<Area> found = areas.lookup(text);
    if (!found.isEmpty()) {
      builder.area(AreaMention.of(found));
      return true;
    }
    return (builder.mayBePart() && part(text, builder)) || Vocabulary.addsNothing(text);
  }

  private boolean part(String text, EvidenceBuilder builder) {
    List<Breakdown> parts = indicators.breakdowns().named(text);
    Optional<Indicator> alone = indicators.bare(text);
    if (parts.isEmpty() && alone.isEmpty()) {
      return false;
    }
    builder.part(new PartName(parts, alone));
    return true;
  }

  /** The area of a name, or of a word for one (全市); nothing for other words. */
  Optional<AreaMention> area(String name) {
    Optional<AreaMention.Total> total = vocabulary.total(name);
    if (total.isPresent()) {
      return total.map(AreaMention::total);
    }
    List<Area> found = areas.named(name);
    return Optional.of(found).filter(it -> !it.isEmpty()).map(AreaMention::of);
  }

  /** The parts of a name that an indicator may be broken down into; none where it names several. */
  List<Breakdown> fitting(List<Breakdown> parts, Optional<List<Indicator>> whole) {
    return whole.isEmpty() || whole.get().size() != 1
        ? List.of()
        : parts.stream()
            .filter(it -> indicators.breakdowns().of(whole.get().get(0).code(), it).isPresent())
            .toList();
  }

  List<Breakdown> parts(String name) {
    return indicators.breakdowns().named(name);
  }
}
