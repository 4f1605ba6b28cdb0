package io.yanmen.reading.interpret.head;

import io.yanmen.evidence.Evidence;
import io.yanmen.evidence.EvidenceItem;
import io.yanmen.evidence.PartName;
import io.yanmen.model.Indicator;
import io.yanmen.model.Measure;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Settles what a bare 位次 or 位次变动 ranks, from the columns that stand to its left: after 总量 it ranks
 * levels, after 增速 growth. Where both stand there and only one rank, it cannot be told.
 */
final class RankSubjects {
  private RankSubjects() {}

  static List<Column> resolve(List<Column> columns) {
    List<Column> resolved = new ArrayList<>(columns);
    Map<Named, Beside> groups = new HashMap<>();
    for (int i = 0; i < resolved.size(); i++) {
      Column column = resolved.get(i);
      Evidence facets = column.facets();
      if (facets.rank() || facets.change()) {
        measure(columns, resolved, i, groups)
            .ifPresent(
                m ->
                    resolved.set(
                        column.index(),
                        column.with(facets.withMeasure(EvidenceItem.of(m, words(facets), "")))));
      }
    }
    return resolved;
  }

  private static String words(Evidence facets) {
    return facets.measure().map(EvidenceItem::text).orElse("位次");
  }

  private static Optional<Measure> measure(
      List<Column> columns, List<Column> resolved, int index, Map<Named, Beside> groups) {
    Evidence facets = columns.get(index).facets();
    if (facets.measure().isPresent()) {
      return joined(facets.measure().get().value(), facets.change());
    }
    if (facets.change()) {
      return change(resolved, index);
    }
    // Told once for all ranks of an indicator: a table may have ten thousand columns of them.
    Named own = indicator(columns, index);
    Beside beside = groups.computeIfAbsent(own, it -> beside(columns, index));
    // What a head that names its indicator ranks stands before it, or does not stand there.
    boolean first = !own.equals(Named.NOTHING) && beside.growth() && beside.first() > index;
    return first ? Optional.empty() : rank(columns, index, beside);
  }

  private static Optional<Measure> joined(Measure measure, boolean change) {
    return switch (measure) {
      case YOY, YOY_RANK -> Optional.of(change ? Measure.YOY_RANK_CHANGE : Measure.YOY_RANK);
      case LEVEL, RANK -> Optional.of(change ? Measure.RANK_CHANGE : Measure.RANK);
      case RANK_CHANGE, YOY_RANK_CHANGE -> Optional.of(measure);
      default -> Optional.empty();
    };
  }

  /** The rank whose change this is: the one rank to the left, or the one just before. */
  private static Optional<Measure> change(List<Column> columns, int index) {
    Set<Measure> ranks = EnumSet.noneOf(Measure.class);
    for (int i = 0; i < index; i++) {
      sameName(columns, i, index)
          .filter(m -> m == Measure.RANK || m == Measure.YOY_RANK)
          .ifPresent(ranks::add);
    }
    Optional<Measure> justBefore =
        index > 0
            ? columns.get(index - 1).facets().measure().map(EvidenceItem::value)
            : Optional.empty();
    if (ranks.size() == 1) {
      return joined(ranks.iterator().next(), true);
    }
    return ranks.isEmpty() ? Optional.empty() : justBefore.flatMap(m -> joined(m, true));
  }

  /**
   * What stands beside a rank, below the head of the same indicator.
   *
   * @param other the first column of what may be ranked too, though no measure holds such places:
   *     progress, a share, an increment
   * @param first the first column that is no rank
   */
  private record Beside(boolean growth, boolean level, int other, int ranks, int first) {}

  private static Beside beside(List<Column> columns, int index) {
    boolean growth = false;
    boolean level = false;
    int another = columns.size();
    int ranks = 0;
    int first = columns.size();
    for (int i = 0; i < columns.size(); i++) {
      Column other = columns.get(i);
      if (other.use() != Column.Use.FIGURES || !sameGroup(columns, i, index)) {
        continue;
      }
      if (other.facets().rank() || isRank(other.facets())) {
        ranks++;
      } else if (!other.facets().change()) {
        Measure measure = other.facets().measure().map(EvidenceItem::value).orElse(Measure.LEVEL);
        growth |= measure == Measure.YOY;
        level |= measure == Measure.LEVEL;
        another =
            measure == Measure.YOY || measure == Measure.LEVEL ? another : Math.min(another, i);
        first = Math.min(first, i);
      }
    }
    return new Beside(growth, level, another, ranks, first);
  }

  private static Optional<Measure> rank(List<Column> columns, int index, Beside beside) {
    // 完成进度, 位次: a place may be one by what stands before it.
    boolean other = beside.other() < index;
    if (!beside.growth() && !other) {
      return Optional.of(Measure.RANK);
    }
    if (!beside.level() && !other) {
      return Optional.of(Measure.YOY_RANK);
    }
    if (beside.ranks() < 2 || index == 0) {
      return Optional.empty();
    }
    Measure before =
        columns.get(index - 1).facets().measure().map(EvidenceItem::value).orElse(Measure.LEVEL);
    return before == Measure.YOY
        ? Optional.of(Measure.YOY_RANK)
        : before == Measure.LEVEL ? Optional.of(Measure.RANK) : Optional.empty();
  }

  private static boolean isRank(Evidence facets) {
    return facets
        .measure()
        .filter(m -> m.value() == Measure.RANK || m.value() == Measure.YOY_RANK)
        .isPresent();
  }

  private static Optional<Measure> sameName(List<Column> columns, int other, int index) {
    return sameGroup(columns, other, index)
        ? columns.get(other).facets().measure().map(EvidenceItem::value)
        : Optional.empty();
  }

  /** Columns below the same indicator's head; all where the head of the rank names none. */
  private static boolean sameGroup(List<Column> columns, int other, int index) {
    Named own = indicator(columns, index);
    return own.equals(Named.NOTHING) || own.equals(indicator(columns, other));
  }

  /** The indicator that a head names, and the part of it. */
  private record Named(Optional<List<Indicator>> indicator, Optional<PartName> part) {
    private static final Named NOTHING = new Named(Optional.empty(), Optional.empty());
  }

  private static Named indicator(List<Column> columns, int index) {
    Evidence facets = columns.get(index).facets();
    return new Named(
        facets.indicator().map(EvidenceItem::value), facets.breakdown().map(EvidenceItem::value));
  }
}
