package io.yanmen.reading.interpret.head;

import io.yanmen.evidence.Evidence;
import io.yanmen.evidence.EvidenceItem;
import io.yanmen.model.Indicator;
import io.yanmen.model.Scenario;
import io.yanmen.reading.interpret.word.HeadRole;
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

  static List<Column> resolve(List<Column> columns) {
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

  private static boolean names(Column column) {
    return column.use() == Column.Use.FIGURES && column.facets().indicator().isPresent();
  }

  private static boolean follows(Column column) {
    Evidence facets = column.facets();
    boolean nameless =
        facets.indicator().isEmpty() && facets.area().isEmpty() && facets.unknown().isEmpty();
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
            .map(other -> Optional.of(leader.indicator().orElseThrow().beside(other)))
            .orElse(leader.indicator());
    Evidence named = own.withIndicator(indicator);
    if (own.measure().isPresent() || own.rank() || own.change()) {
      return named;
    }
    Evidence spanned = named.over(leader.onlyPeriodAndAccumulation());
    return own.units().isEmpty() ? spanned.over(leader.onlyUnits()) : spanned;
  }
}
