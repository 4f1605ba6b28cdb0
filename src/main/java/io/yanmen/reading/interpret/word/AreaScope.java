package io.yanmen.reading.interpret.word;

import io.yanmen.catalog.AreaNames;
import io.yanmen.model.Area;
import io.yanmen.model.AreaLevel;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The area that a table speaks of, and the year that it speaks in: where and when its names of
 * areas are looked for.
 *
 * @param outer all that bear its name, where that names several (城区); empty where nothing tells
 * @param year the latest that the table names; 0 for none
 */
record AreaScope(AreaNames names, List<Area> outer, int year) {
  // Of the years before, and where none is named, nobody recorded what had begun.
  private static final int FIRST_RECORDED = 1983;
  // Fewer do not show what they are a part of.
  private static final int FEWEST_NEIGHBOURS = 3;
  private static final int MOST_STRANGERS = 1;

  /** The scope that most neighbours share where nothing around the table names one. */
  AreaScope orOf(Collection<Area> neighbours) {
    return outer.isEmpty()
        ? new AreaScope(names, shared(neighbours).stream().toList(), year)
        : this;
  }

  /** Whether anything tells where the table is, closer than the nation. */
  boolean isKnown() {
    return !outer.isEmpty() && outer.stream().noneMatch(it -> it.level() == AreaLevel.NATION);
  }

  /** What lies around the outer area. */
  AreaScope above() {
    List<Area> parents =
        outer.stream().flatMap(it -> it.parentCode().flatMap(names::byCode).stream()).toList();
    return new AreaScope(names, parents, year);
  }

  /**
   * Those of the bearers of a name that lie within, and had begun by the table's time; the areas
   * around it may stand beside it.
   */
  List<Area> within(List<Area> bearers) {
    return bearers.stream()
        .filter(it -> year < FIRST_RECORDED || it.validity().from() <= year)
        .filter(it -> outer.isEmpty() || holds(it))
        .toList();
  }

  private boolean holds(Area area) {
    return outer.stream()
        .anyMatch(
            around ->
                area.code().equals(around.code())
                    || names.isWithin(area, around.code())
                    || names.isWithin(around, area.code()));
  }

  /** What is meant in the table's time. */
  List<Area> asOf(List<Area> bearers) {
    return names.asOf(bearers, year);
  }

  /** The smallest area that holds all neighbours but a stranger. */
  private Optional<Area> shared(Collection<Area> neighbours) {
    if (neighbours.size() < FEWEST_NEIGHBOURS) {
      return Optional.empty();
    }
    Set<Area> around = new LinkedHashSet<>();
    neighbours.stream().limit(MOST_STRANGERS + 1L).forEach(it -> around.addAll(parents(it)));
    return around.stream()
        .filter(it -> it.level() != AreaLevel.NATION)
        .filter(it -> strangers(it, neighbours) <= MOST_STRANGERS)
        .max((a, b) -> a.level().compareTo(b.level()));
  }

  private long strangers(Area around, Collection<Area> areas) {
    return areas.stream()
        .filter(it -> !it.equals(around) && !names.isWithin(it, around.code()))
        .count();
  }

  private List<Area> parents(Area area) {
    List<Area> all = new ArrayList<>();
    Optional<Area> parent = area.parentCode().flatMap(names::byCode);
    while (parent.isPresent()) {
      all.add(parent.get());
      parent = parent.get().parentCode().flatMap(names::byCode);
    }
    return all;
  }
}
