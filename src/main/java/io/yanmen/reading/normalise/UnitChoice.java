package io.yanmen.reading.normalise;

import io.yanmen.catalog.Unit;
import io.yanmen.catalog.UnitConversion;
import io.yanmen.catalog.UnitGrammar;
import io.yanmen.evidence.Evidence;
import io.yanmen.evidence.EvidenceItem;
import io.yanmen.model.Indicator;
import io.yanmen.model.IndicatorKind;
import io.yanmen.model.Measure;
import io.yanmen.model.outcome.RejectionCode;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Decides the unit of a figure: that in its cell, or else the nearest in the table that fits
 * indicator and measure. A unit is never assumed where more than one is possible.
 */
final class UnitChoice {
  private final UnitGrammar grammar;
  private final Map<String, Unit> canonicals = new HashMap<>();
  private final Interner<ChosenUnit> shared = new Interner<>();

  UnitChoice(UnitGrammar grammar) {
    this.grammar = grammar;
  }

  /**
   * @param measure the measure, which the unit may have made clearer (百分点 of a growth)
   * @param conversion from the unit to the canonical one
   * @param found the unit of the table; empty where it stands in the cell or nowhere
   */
  record ChosenUnit(
      Measure measure,
      UnitConversion conversion,
      String asWritten,
      DecisionRule rule,
      Optional<EvidenceItem<Unit>> found) {
    BigDecimal canonical(BigDecimal value) {
      return conversion.of(value);
    }
  }

  /** The same object for the same choice. */
  ChosenUnit choose(Evidence evidence, ParsedValue figure, Indicator indicator, Measure measure)
      throws RefusedException {
    return shared.of(chosen(evidence, figure, indicator, measure));
  }

  private ChosenUnit chosen(
      Evidence evidence, ParsedValue figure, Indicator indicator, Measure measure)
      throws RefusedException {
    Optional<Unit> inCell = figure.unit();
    Measure clearer = clearer(measure, inCell, evidence.units());
    Unit canonical = canonical(clearer.unit(indicator.unit()));
    if (inCell.isPresent()) {
      agreed(inCell.get(), evidence.units());
      return fitting(perHead(inCell.get(), canonical, indicator), canonical, indicator, clearer);
    }
    boolean quantity = clearer == Measure.LEVEL || clearer == Measure.INCREMENT;
    Optional<EvidenceItem<Unit>> nearest =
        nearestFitting(evidence.units(), canonical, indicator, quantity);
    if (nearest.isPresent()) {
      Unit unit = perHead(nearest.get().value(), canonical, indicator);
      return new ChosenUnit(
          clearer, unit.to(canonical), unit.symbol(), DecisionRule.NEAREST_FITTING_UNIT, nearest);
    }
    return withoutFittingUnit(evidence, canonical, indicator, clearer);
  }

  /** 1234亿元 below （万元）: one of them is a slip. What a line above the table says is for the rest. */
  private static void agreed(Unit inCell, List<List<EvidenceItem<Unit>>> units)
      throws RefusedException {
    for (EvidenceItem<Unit> head : units.isEmpty() ? List.<EvidenceItem<Unit>>of() : units.get(0)) {
      boolean sameKind = head.value().dimension().equals(inCell.dimension());
      if (sameKind && !head.afar() && !head.value().measuresAs(inCell)) {
        throw new RefusedException(
            RejectionCode.CONFLICTING_EVIDENCE, "unit", inCell.symbol(), head.described());
      }
    }
  }

  /** 元/人 of a figure that is per head by its name is as much as 元. */
  private static Unit perHead(Unit unit, Unit canonical, Indicator indicator) {
    boolean same = unit.dimension().equals(canonical.dimension() + "/person");
    return same && indicator.nameZh().contains("人均")
        ? new Unit(unit.symbol(), canonical.dimension(), unit.numerator(), unit.denominator())
        : unit;
  }

  /** 增长（百分点） is a change in points, not in percent. */
  private static Measure clearer(
      Measure measure, Optional<Unit> inCell, List<List<EvidenceItem<Unit>>> units) {
    if (measure != Measure.YOY) {
      return measure;
    }
    boolean points =
        inCell
            .map(u -> u.dimension().equals("point"))
            .orElseGet(
                () -> !units.isEmpty() && units.get(0).get(0).value().dimension().equals("point"));
    return points ? Measure.YOY_POINTS : measure;
  }

  private ChosenUnit fitting(Unit unit, Unit canonical, Indicator indicator, Measure measure)
      throws RefusedException {
    if (unit.dimension().equals(canonical.dimension())) {
      return new ChosenUnit(
          measure, unit.to(canonical), unit.symbol(), DecisionRule.IN_CELL, Optional.empty());
    }
    if (unit.dimension().equals("percent")) {
      throw new RefusedException(RejectionCode.PERCENT_IN_LEVEL, unit.symbol(), canonical.symbol());
    }
    throw unfit(unit, indicator, canonical);
  }

  private static RefusedException unfit(Unit unit, Indicator indicator, Unit canonical) {
    if (unit.isForeignMoney() && canonical.dimension().equals("money")) {
      return new RefusedException(
          RejectionCode.FOREIGN_CURRENCY, unit.symbol(), indicator.nameZh());
    }
    return new RefusedException(
        RejectionCode.UNFIT_UNIT, unit.symbol(), indicator.nameZh(), canonical.symbol());
  }

  /** The nearest unit that fits; two that fit in one place leave the matter open. */
  private static Optional<EvidenceItem<Unit>> nearestFitting(
      List<List<EvidenceItem<Unit>>> levels,
      Unit canonical,
      Indicator indicator,
      boolean mustBeNearest)
      throws RefusedException {
    for (List<EvidenceItem<Unit>> level : levels) {
      Optional<EvidenceItem<Unit>> chosen = Optional.empty();
      for (EvidenceItem<Unit> found : level) {
        Unit unit = perHead(found.value(), canonical, indicator);
        if (!unit.dimension().equals(canonical.dimension())) {
          continue;
        }
        if (chosen.isPresent() && !unit.measuresAs(chosen.get().value())) {
          throw new RefusedException(
              RejectionCode.AMBIGUOUS_UNIT, chosen.get().value().symbol(), unit.symbol());
        }
        chosen = chosen.or(() -> Optional.of(found));
      }
      if (mustBeNearest && chosen.isPresent()) {
        for (EvidenceItem<Unit> found : level) {
          agrees(chosen.get(), found, canonical, indicator);
        }
      }
      if (chosen.isPresent() || (mustBeNearest && !level.isEmpty())) {
        return chosen;
      }
    }
    return Optional.empty();
  }

  /**
   * 万元 beside the row and 万美元 in the head cannot both be true, nor 户、万元 in one head; a list in a
   * line above the table can, unless it has the money of two countries. A rate in one head with it
   * is that of a growth; one that stands elsewhere is of the same figure.
   */
  private static void agrees(
      EvidenceItem<Unit> chosen, EvidenceItem<Unit> other, Unit canonical, Indicator indicator)
      throws RefusedException {
    Unit unit = perHead(other.value(), canonical, indicator);
    if (unit.dimension().equals(canonical.dimension())) {
      return;
    }
    boolean together = chosen.where().equals(other.where());
    boolean listed = together && (chosen.afar() && !unit.isForeignMoney() || isRate(unit));
    if (!listed) {
      throw new RefusedException(
          RejectionCode.AMBIGUOUS_UNIT, chosen.value().symbol(), unit.symbol());
    }
  }

  private static boolean isRate(Unit unit) {
    return switch (unit.dimension()) {
      case "percent", "point" -> true;
      default -> false;
    };
  }

  private ChosenUnit withoutFittingUnit(
      Evidence evidence, Unit canonical, Indicator indicator, Measure measure)
      throws RefusedException {
    boolean level = measure == Measure.LEVEL || measure == Measure.INCREMENT;
    Optional<EvidenceItem<Unit>> unfit =
        evidence.units().stream()
            .limit(1)
            .flatMap(List::stream)
            .filter(it -> level || isBesideMeasure(it, evidence))
            .findFirst();
    if (unfit.isPresent()) {
      throw unfit(unfit.get().value(), indicator, canonical);
    }
    if (hasOneUnitOnly(indicator, measure)) {
      return new ChosenUnit(
          measure, canonical.to(canonical), "", DecisionRule.ONLY_POSSIBLE_UNIT, Optional.empty());
    }
    throw new RefusedException(RejectionCode.NO_UNIT, indicator.nameZh(), canonical.symbol());
  }

  /** 位次（%） says two things of one figure; 位次 below 增速（%） does not. */
  private static boolean isBesideMeasure(EvidenceItem<Unit> unit, Evidence evidence) {
    return evidence
        .measure()
        .filter(it -> it.where().equals(unit.where()) || unit.text().contains(it.text()))
        .isPresent();
  }

  /**
   * Places are counted in places and things in things; but a growth without a sign of percent may
   * be a fraction, and money may be in any power of ten.
   */
  private static boolean hasOneUnitOnly(Indicator indicator, Measure measure) {
    return switch (measure) {
      case RANK, RANK_CHANGE, YOY_RANK, YOY_RANK_CHANGE, YOY_POINTS -> true;
      case YOY, MOM, YOY_REAL, SHARE, PROGRESS -> false;
      case LEVEL, INCREMENT ->
          indicator.kind() == IndicatorKind.COUNT || indicator.kind() == IndicatorKind.INDEX;
    };
  }

  private Unit canonical(String symbol) {
    return canonicals.computeIfAbsent(
        symbol,
        s ->
            grammar
                .parse(s)
                .orElseThrow(() -> new IllegalStateException("canonical unit not known: " + s)));
  }
}
