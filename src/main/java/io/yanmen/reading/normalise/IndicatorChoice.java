package io.yanmen.reading.normalise;

import io.yanmen.catalog.Breakdown;
import io.yanmen.catalog.Breakdowns;
import io.yanmen.catalog.IndicatorNames;
import io.yanmen.catalog.NameNormalForm;
import io.yanmen.evidence.Evidence;
import io.yanmen.evidence.EvidenceItem;
import io.yanmen.evidence.PartName;
import io.yanmen.evidence.UnknownWords;
import io.yanmen.model.Indicator;
import io.yanmen.model.SeriesKey;
import io.yanmen.model.outcome.RejectionCode;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Decides which indicator a figure is of, and which part of it. */
final class IndicatorChoice {
  private final IndicatorNames indicators;

  // Why words that are not understood are refused, with the names offered for them.
  private final Function<List<EvidenceItem<UnknownWords>>, RefusedException> refusal;

  /**
   * @param breakdown as it stands in the series
   */
  record ChosenIndicator(Indicator indicator, String breakdown) {}

  IndicatorChoice(
      IndicatorNames indicators,
      Function<List<EvidenceItem<UnknownWords>>, RefusedException> refusal) {
    this.indicators = indicators;
    this.refusal = refusal;
  }

  ChosenIndicator choose(Evidence context) throws RefusedException {
    if (context.breakdown().isEmpty()) {
      return new ChosenIndicator(whole(context), SeriesKey.WHOLE);
    }
    EvidenceItem<PartName> part = context.breakdown().get();
    Normaliser.agreed("breakdown", part);
    Optional<Indicator> alone = part.value().alone();
    if (context.indicator().isEmpty()) {
      return new ChosenIndicator(
          alone.orElseThrow(() -> refused(part, RejectionCode.UNKNOWN_INDICATOR)), SeriesKey.WHOLE);
    }
    Indicator whole = whole(context);
    return alone.filter(whole::equals).isPresent()
        ? new ChosenIndicator(whole, SeriesKey.WHOLE)
        : part(whole, part);
  }

  private ChosenIndicator part(Indicator whole, EvidenceItem<PartName> part)
      throws RefusedException {
    if (isInName(whole, part)) {
      return new ChosenIndicator(whole, SeriesKey.WHOLE);
    }
    List<Breakdowns.Part> possible =
        part.value().parts().stream()
            .map((Breakdown it) -> indicators.breakdowns().of(whole.code(), it))
            .flatMap(Optional::stream)
            .distinct()
            .toList();
    if (possible.size() != 1) {
      // 第一产业 of 税收收入: known words that say nothing together.
      throw refused(part, RejectionCode.UNKNOWN_CONTEXT);
    }
    Breakdowns.Part found = possible.get(0);
    return new ChosenIndicator(
        indicators.byCode(found.indicator()).orElse(whole), found.breakdown());
  }

  /** 工业 above 规模以上工业增加值 says again what the name says; 全部工业 above it is something else. */
  private boolean isInName(Indicator whole, EvidenceItem<PartName> part) throws RefusedException {
    String name = NameNormalForm.of(whole.nameZh());
    boolean said =
        part.value().parts().stream().anyMatch(it -> name.contains(NameNormalForm.of(it.nameZh())));
    if (said && !name.contains(NameNormalForm.of(part.text()))) {
      throw refused(part, RejectionCode.UNKNOWN_CONTEXT);
    }
    return said;
  }

  private RefusedException refused(EvidenceItem<PartName> part, RejectionCode code) {
    return refusal.apply(
        List.of(EvidenceItem.of(new UnknownWords(part.text(), code), part.text(), part.where())));
  }

  private static Indicator whole(Evidence context) throws RefusedException {
    EvidenceItem<List<Indicator>> found =
        context.indicator().orElseThrow(() -> new RefusedException(RejectionCode.NO_INDICATOR));
    Normaliser.agreed("indicator", found);
    List<Indicator> named = found.value();
    if (named.size() == 1) {
      return named.get(0);
    }
    throw new RefusedException(
        RejectionCode.AMBIGUOUS_INDICATOR,
        found.text(),
        named.stream().map(Indicator::nameZh).collect(Collectors.joining("、")));
  }
}
