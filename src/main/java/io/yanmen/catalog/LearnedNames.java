package io.yanmen.catalog;

import java.util.ArrayList;
import java.util.List;

/** Names that people taught beside those of the catalogue. */
public record LearnedNames(List<Alias> areas, List<Alias> indicators) {
  public static final LearnedNames NONE = new LearnedNames(List.of(), List.of());

  public LearnedNames {
    areas = List.copyOf(areas);
    indicators = List.copyOf(indicators);
  }

  /** The catalogue with these names. */
  public Catalog in(Catalog catalog) {
    return equals(NONE)
        ? catalog
        : new Catalog(
            catalog.areas(),
            catalog.formerAreas(),
            both(catalog.areaAliases(), areas),
            catalog.indicators(),
            both(catalog.indicatorAliases(), indicators),
            catalog.bareNames(),
            catalog.breakdowns(),
            catalog.units(),
            catalog.checks());
  }

  private static List<Alias> both(List<Alias> known, List<Alias> learned) {
    List<Alias> all = new ArrayList<>(known);
    all.addAll(learned);
    return all;
  }
}
