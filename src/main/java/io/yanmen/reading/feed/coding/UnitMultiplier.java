package io.yanmen.reading.feed.coding;

import io.yanmen.catalog.Unit;
import io.yanmen.evidence.Evidence;
import io.yanmen.evidence.EvidenceItem;
import io.yanmen.model.Indicator;
import io.yanmen.model.outcome.RejectionCode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Evidence whose units have taken up a power of ten (SDMX UNIT_MULT), exactly. Refuses a power
 * without a unit, and one of a unit that has a scale of its own or takes none: 亿元 with a multiplier
 * of 8 may be meant to be multiplied or not, and so may percent.
 */
public record UnitMultiplier(Evidence evidence, Optional<ComponentMeaning.Refused> refusal) {
  private static final Pattern SCALED =
      Pattern.compile(
          ".*[万亿].*|[十百千](?!瓦|克|分).*|\\d.*|.*(?:hundred|thousand|million|billion|trillion).*",
          Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

  private static final Set<String> RELATIONS = Set.of("percent", "point", "place");

  public static UnitMultiplier of(Evidence evidence, int power) {
    if (power == 0) {
      return new UnitMultiplier(evidence, Optional.empty());
    }
    if (evidence.units().isEmpty()) {
      List<Indicator> indicators = evidence.indicator().map(EvidenceItem::value).orElse(List.of());
      boolean clear = indicators.size() == 1;
      return refused(
          evidence,
          RejectionCode.NO_UNIT,
          clear ? indicators.get(0).nameZh() : "",
          clear ? indicators.get(0).unit() : "");
    }
    BigDecimal factor = BigDecimal.ONE.scaleByPowerOfTen(Math.abs(power));
    List<List<EvidenceItem<Unit>>> levels = new ArrayList<>();
    for (List<EvidenceItem<Unit>> level : evidence.units()) {
      List<EvidenceItem<Unit>> multiplied = new ArrayList<>();
      for (EvidenceItem<Unit> found : level) {
        Unit unit = found.value();
        if (hasScale(unit) || RELATIONS.contains(unit.dimension())) {
          return refused(
              evidence,
              RejectionCode.AMBIGUOUS_UNIT,
              unit.symbol(),
              "10^" + power + " " + unit.symbol());
        }
        Unit larger =
            new Unit(
                "10^" + power + " " + unit.symbol(),
                unit.dimension(),
                power > 0 ? unit.numerator().multiply(factor) : unit.numerator(),
                power > 0 ? unit.denominator() : unit.denominator().multiply(factor));
        multiplied.add(EvidenceItem.of(larger, found.text(), found.where()));
      }
      levels.add(multiplied);
    }
    return new UnitMultiplier(evidence.withUnits(levels), Optional.empty());
  }

  private static UnitMultiplier refused(
      Evidence evidence, RejectionCode code, String... arguments) {
    return new UnitMultiplier(
        evidence, Optional.of(new ComponentMeaning.Refused(code, List.of(arguments))));
  }

  /** 万元, 亿千瓦时, million yuan; 千瓦 and 百分点 are units of their own. */
  private static boolean hasScale(Unit unit) {
    return SCALED.matcher(unit.symbol().strip()).matches();
  }
}
