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
 * @param outer empty where nothing tells
 * @param year the latest that the table names; 0 for none
 */
record AreaScope(AreaNames names, Optional<Area> outer, int year) {
  // Fewer do not show what they are a part of.
  private static final int FEWEST_NEIGHBOURS = 3;
  private static final int MOST_STRANGERS = 1;

  /** The scope that most neighbours share where nothing around the table names one. */
  AreaScope orOf(Collection<Area> neighbours) {
    return outer.isPresent() ? this : new AreaScope(names, shared(neighbours), year);
  }

  /** What lies around the outer area. */
  AreaScope above() {
    return new AreaScope(names, outer.flatMap(Area::parentCode).flatMap(names::byCode), year);
  }

  /** Those of the bearers of a name that lie within; the areas around it may stand beside it. */
  List<Area> within(List<Area> bearers) {
    return outer.isEmpty() ? bearers : bearers.stream().filter(this::holds).toList();
  }

  private boolean holds(Area area) {
    Area around = outer.get();
    return area.code().equals(around.code())
        || names.isWithin(area, around.code())
        || names.isWithin(around, area.code());
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
