package io.yanmen.catalog;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Names and words that people taught beside those of the catalogue. */
public record LearnedNames(List<Alias> areas, List<Alias> indicators, List<Word> words) {
  public static final LearnedNames NONE = new LearnedNames(List.of(), List.of(), List.of());

  public LearnedNames {
    areas = List.copyOf(areas);
    indicators = List.copyOf(indicators);
    words = List.copyOf(words);
  }

  /**
   * What people say that words around figures mean.
   *
   * @param source code of the source whose files use them so; empty for all
   * @param means other words that they stand for; empty if they change nothing
   */
  public record Word(String source, String words, Optional<String> means) {}

  /** The catalogue with these names. */
  public Catalog in(Catalog catalog) {
    return areas.isEmpty() && indicators.isEmpty()
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
