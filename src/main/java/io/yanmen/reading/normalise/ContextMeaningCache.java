package io.yanmen.reading.normalise;

import io.yanmen.catalog.AreaNames;
import io.yanmen.catalog.IndicatorNames;
import io.yanmen.catalog.UnitGrammar;
import io.yanmen.evidence.Evidence;
import io.yanmen.evidence.EvidenceItem;
import io.yanmen.evidence.UnknownWords;
import io.yanmen.model.SeriesKey;
import io.yanmen.model.outcome.RejectionCode;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Finds the verdict on what stands around a figure. Whoever interprets a table gives the same
 * object for the same words, so that a verdict is known again by identity, without comparing words.
 */
final class ContextMeaningCache {
  private static final int REMEMBERED = 50_000;
  private static final int NAMES_OFFERED = 3;
  private static final int OFFERS_MADE = 2000;

  private final AreaNames areas;
  private final IndicatorNames indicators;
  private final IndicatorChoice chosen;
  private final UnitChoice units;
  private final PeriodChoice periods;
  private final IdentityHashMap<Evidence, ContextMeaning> known = new IdentityHashMap<>();
  private final Map<UnknownWords, List<String>> offers = new HashMap<>();
  private @Nullable ContextMeaning last;

  ContextMeaningCache(
      AreaNames areas, IndicatorNames indicators, UnitGrammar units, Optional<LocalDate> arrival) {
    this.periods = new PeriodChoice(arrival);
    this.areas = areas;
    this.indicators = indicators;
    this.chosen = new IndicatorChoice(indicators, this::refusal);
    this.units = new UnitChoice(units);
  }

  /**
   * @param context without an area
   */
  @SuppressWarnings("ReferenceEquality") // Words are known again by identity, see above.
  ContextMeaning of(Evidence context) throws RefusedException {
    ContextMeaning before = last;
    ContextMeaning verdict = before == null ? null : before.follower();
    if (verdict == null || verdict.context() != context) {
      verdict = known(context);
      // Where all was forgotten meanwhile nothing leads back to it.
      if (before != null && last == before) {
        before.follow(verdict);
      }
    }
    last = verdict;
    return verdict;
  }

  private ContextMeaning known(Evidence context) throws RefusedException {
    ContextMeaning verdict = known.get(context);
    if (verdict == null) {
      List<EvidenceItem<UnknownWords>> unknown =
          context.unknown().stream().filter(it -> it.value().parts().isEmpty()).toList();
      if (!unknown.isEmpty()) {
        throw refusal(unknown);
      }
      IndicatorChoice.ChosenIndicator choice = chosen.choose(context);
      List<EvidenceItem<UnknownWords>> narrower =
          context.unknown().stream().filter(it -> isPartOf(it.value(), choice)).toList();
      if (!narrower.isEmpty()) {
        throw refusal(narrower);
      }
      verdict = new ContextMeaning(context, choice, units, periods);
      if (known.size() >= REMEMBERED) {
        known.clear();
        last = null;
      }
      known.put(context, verdict);
    }
    return verdict;
  }

  /**
   * Whether a heading names a part that the whole of an indicator has; 工业 is none of 工业投资, which
   * says it itself.
   */
  private boolean isPartOf(UnknownWords heading, IndicatorChoice.ChosenIndicator choice) {
    return choice.breakdown().equals(SeriesKey.WHOLE)
        && !choice.indicator().nameZh().contains(heading.words())
        && heading.parts().stream()
            .anyMatch(it -> indicators.breakdowns().of(choice.indicator().code(), it).isPresent());
  }

  /** Why nothing is decided where words are not understood: all of them are named. */
  RefusedException refusal(List<EvidenceItem<UnknownWords>> unknown) {
    EvidenceItem<UnknownWords> nearest = unknown.get(0);
    UnknownWords words = nearest.value();
    return switch (words.code()) {
      case UNKNOWN_AREA -> new RefusedException(words.code(), words.words(), offer(words), "");
      case UNKNOWN_INDICATOR ->
          new RefusedException(
              words.code(),
              nearest.text().isBlank() ? words.words() : nearest.text(),
              offer(words));
      case UNKNOWN_CONTEXT, UNSUPPORTED_PERIOD, UNSUPPORTED_MEASURE ->
          new RefusedException(words.code(), wordsOf(unknown), placesOf(unknown));
      case CONFLICTING_EVIDENCE ->
          new RefusedException(
              words.code(),
              words.words(),
              nearest.described(),
              nearest.rival().map(EvidenceItem::described).orElse(""));
      default -> new RefusedException(words.code(), allOf(unknown));
    };
  }

  private static String wordsOf(List<EvidenceItem<UnknownWords>> unknown) {
    return unknown.stream().map(u -> u.value().words()).distinct().collect(Collectors.joining("、"));
  }

  /** Where the words stand, with the text that they are part of. */
  private static String placesOf(List<EvidenceItem<UnknownWords>> unknown) {
    return unknown.stream()
        .map(u -> u.text().equals(u.where()) ? u.where() : u.described())
        .distinct()
        .collect(Collectors.joining("、"));
  }

  private static String allOf(List<EvidenceItem<UnknownWords>> unknown) {
    return unknown.stream().map(EvidenceItem::text).distinct().collect(Collectors.joining("、"));
  }

  private String offer(UnknownWords unknown) {
    if (offers.size() >= OFFERS_MADE && !offers.containsKey(unknown)) {
      // Who has so many names to mend has a table to mend; looking takes a while for each.
      return "";
    }
    List<String> names =
        offers.computeIfAbsent(
            unknown,
            u ->
                u.code() == RejectionCode.UNKNOWN_AREA
                    ? areas.nearest(u.words(), NAMES_OFFERED)
                    : indicators.nearest(u.words(), NAMES_OFFERED));
    return String.join("、", names);
  }
}
