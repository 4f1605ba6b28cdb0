package io.yanmen.reading.interpret.head;

import io.yanmen.evidence.Evidence;
import io.yanmen.evidence.EvidenceItem;
import io.yanmen.evidence.PeriodPart;
import io.yanmen.model.Accumulation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Gives heads that measure a change or a place (增长, 位次, 进度) the span of the figures before them:
 * 1-4月 | 增长, 当月 | 增长 | 累计 | 增长. Of two years side by side (2025年1-4月 | 2024年1-4月 | 增长) the change
 * leads to the later. Where other spans stand before it, it cannot be told which is meant, and two
 * of them are named.
 */
final class InheritedPeriods {
  private final List<Column> columns;

  /** Figures that stand together, before any change or place among them. */
  private final List<Evidence> block = new ArrayList<>();

  private boolean open;

  /** A head that is not understood, until one that is: changes and places may be those of it. */
  private Evidence doubted = Evidence.NONE;

  private InheritedPeriods(List<Column> columns) {
    this.columns = columns;
  }

  static List<Column> resolve(List<Column> columns) {
    return new InheritedPeriods(columns).resolve();
  }

  private List<Column> resolve() {
    List<Column> resolved = new ArrayList<>();
    for (Column column : columns) {
      resolved.add(column.use() == Column.Use.FIGURES ? spanned(column) : column);
      if (column.use() != Column.Use.FIGURES) {
        block.clear();
        open = false;
        doubted = Evidence.NONE;
      }
    }
    return resolved;
  }

  private Column spanned(Column column) {
    Evidence facets = column.facets();
    if (!facets.unknown().isEmpty()) {
      doubted = facets;
      block.clear();
      open = false;
      return column;
    }
    if (measuresChange(facets) && mayFollow(doubted, facets)) {
      return column.with(facets.withUnknown(doubted.unknown()));
    }
    doubted = Evidence.NONE;
    if (TargetGrowth.isPlanned(column)) {
      open = false;
      return column;
    }
    boolean spans = facets.period().isPresent() || facets.accumulation().isPresent();
    if (!spans && measuresChange(facets)) {
      open = false;
      return column.with(withSpan(facets));
    }
    if (!open && (spans || facets.yearShift() == 0)) {
      block.clear();
    }
    open = spans;
    if (spans) {
      block.add(facets);
    }
    return column;
  }

  private static boolean mayFollow(Evidence doubted, Evidence change) {
    boolean own =
        change.namesIndicator() && !change.indicator().equals(doubted.indicator())
            || change.period().isPresent();
    return !doubted.unknown().isEmpty() && !own;
  }

  private static boolean measuresChange(Evidence facets) {
    return facets.unknown().isEmpty()
        && (facets.measure().isPresent() || facets.rank() || facets.change());
  }

  /** Of figures that name an indicator, only those of the same one tell the span of its change. */
  private Evidence withSpan(Evidence facets) {
    List<Evidence> block = this.block.stream().filter(e -> isOfOne(e, facets)).toList();
    List<EvidenceItem<PeriodPart>> periods =
        block.stream().map(Evidence::period).flatMap(Optional::stream).toList();
    List<EvidenceItem<Accumulation>> spans =
        block.stream().map(Evidence::accumulation).flatMap(Optional::stream).toList();
    Evidence dated = periods.isEmpty() ? facets : facets.withPeriod(Optional.of(period(periods)));
    return spans.stream()
        .reduce(EvidenceItem::beside)
        .map(one -> dated.withAccumulation(Optional.of(one)))
        .orElse(dated);
  }

  private static boolean isOfOne(Evidence figures, Evidence change) {
    return figures.indicator().isEmpty()
        || change.indicator().isEmpty()
        || figures.indicator().get().value().equals(change.indicator().get().value());
  }

  private static EvidenceItem<PeriodPart> period(List<EvidenceItem<PeriodPart>> periods) {
    EvidenceItem<PeriodPart> last = periods.get(periods.size() - 1);
    EvidenceItem<PeriodPart> first = periods.get(0);
    boolean one = periods.stream().allMatch(p -> p.value().equals(last.value()));
    if (one || last.rival().isPresent()) {
      return last;
    }
    if (periods.size() == 2 && isYearBefore(first.value(), last.value())) {
      return last;
    }
    if (periods.size() == 2 && isYearBefore(last.value(), first.value())) {
      return first;
    }
    return last.beside(first);
  }

  private static boolean isYearBefore(PeriodPart earlier, PeriodPart later) {
    return later.year() != 0 && later.ofYear(later.year() - 1).equals(earlier);
  }
}
