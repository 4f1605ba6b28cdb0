package io.yanmen.reading.interpret.head;

import io.yanmen.evidence.Evidence;
import io.yanmen.evidence.EvidenceItem;
import io.yanmen.model.Indicator;
import io.yanmen.model.Scenario;
import io.yanmen.reading.interpret.vocabulary.HeadRole;
import io.yanmen.reading.interpret.word.WholesAbove;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Gives heads that only say how a figure is measured (同比增长, 位次, 上年同期) the indicator of the head
 * that they follow: 固定资产投资 | 增长 | 一般公共预算收入 | 增长 in one row of heads.
 *
 * <p>Where two indicators stand before one such head (固定资产投资 | 工业投资 | 增长), it cannot be told whose
 * growth that is, and both are named.
 */
final class InheritedIndicators {
  private InheritedIndicators() {}

  /**
   * @param wholes to find what parts (第一产业 right of 固定资产投资) are parts of
   */
  static List<Column> resolve(List<Column> planned, WholesAbove wholes) {
    List<Column> columns = parts(planned, wholes);
    if (columns.stream().anyMatch(c -> c.isLabel(HeadRole.INDICATOR))) {
      return columns;
    }
    List<Column> resolved = new ArrayList<>(columns);
    Optional<Column> before = Optional.empty();
    Optional<Column> leader = Optional.empty();
    Optional<Column> lone = Optional.empty();
    for (int i = 0; i < columns.size(); i++) {
      Column column = columns.get(i);
      if (names(column)) {
        lone = before.filter(InheritedIndicators::names);
        leader = Optional.of(column);
      } else if (follows(column)) {
        if (leader.isPresent() && mayLead(leader.get())) {
          resolved.set(i, column.with(led(column.facets(), leader.get().facets(), lone)));
        }
      } else {
        leader = Optional.empty();
      }
      before = Optional.of(column);
    }
    return resolved;
  }

  private static List<Column> parts(List<Column> columns, WholesAbove wholes) {
    if (columns.stream().noneMatch(c -> c.facets().breakdown().isPresent())) {
      return columns;
    }
    List<Column> bound = new ArrayList<>();
    for (Column column : columns) {
      Evidence facets = column.facets();
      boolean counts = column.use() == Column.Use.FIGURES;
      if (counts && (facets.indicator().isPresent() || !facets.unknown().isEmpty())) {
        wholes.named(facets.onlyIndicator().withUnknown(facets.unknown()), false);
      }
      boolean part = facets.breakdown().isPresent() && facets.indicator().isEmpty();
      bound.add(
          counts && part
              ? column.with(facets.beside(wholes.above(facets.breakdown().get(), false)))
              : column);
    }
    return bound;
  }

  private static boolean names(Column column) {
    return column.use() == Column.Use.FIGURES && column.facets().namesIndicator();
  }

  private static boolean follows(Column column) {
    Evidence facets = column.facets();
    boolean nameless =
        !facets.namesIndicator() && facets.area().isEmpty() && facets.unknown().isEmpty();
    return column.use() == Column.Use.FIGURES
        && nameless
        && (facets.measure().isPresent()
            || facets.rank()
            || facets.change()
            || facets.yearShift() != 0
            || facets.accumulation().isPresent());
  }

  /** A plan or the year before is not what a growth beside it is the growth of. */
  private static boolean mayLead(Column leader) {
    Evidence facets = leader.facets();
    return facets.yearShift() == 0
        && facets.scenario().filter(s -> s.value() != Scenario.ACTUAL).isEmpty();
  }

  private static Evidence led(Evidence own, Evidence leader, Optional<Column> lone) {
    Optional<EvidenceItem<List<Indicator>>> indicator =
        lone.flatMap(l -> l.facets().indicator())
            .flatMap(other -> leader.indicator().map(it -> it.beside(other)))
            .or(leader::indicator);
    Evidence named = own.withIndicator(indicator).withBreakdown(leader.breakdown());
    if (own.measure().isPresent() || own.rank() || own.change()) {
      return named;
    }
    Evidence spanned = named.over(leader.onlyPeriodAndAccumulation());
    return own.units().isEmpty() ? spanned.over(leader.onlyUnits()) : spanned;
  }
}
