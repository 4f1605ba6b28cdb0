package io.yanmen.reading.feed.mapping;

import io.yanmen.model.Accumulation;
import io.yanmen.model.Frequency;
import io.yanmen.model.Measure;
import io.yanmen.model.ObservationStatus;
import io.yanmen.model.Scenario;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/**
 * What a source file says that a code, or a whole feed, means: facets in the words of the catalogue
 * (area code or name, indicator code or name, unit) and of the vocabulary.
 *
 * <p>Refuses words that are not of the vocabulary, and facets that no code can stand for.
 */
public record Meaning(Map<Facet, String> facets) {
  /** Says nothing. */
  public static final Meaning NONE = new Meaning(Map.of());

  public Meaning {
    facets = Map.copyOf(facets);
    facets.forEach(Meaning::check);
  }

  /** A meaning of one facet. */
  public static Meaning of(Facet facet, String word) {
    return new Meaning(Map.of(facet, word));
  }

  /**
   * @param words facets by their names in source files
   * @throws IllegalArgumentException if a name is no facet, or a word is not of the vocabulary
   */
  public static Meaning of(Map<String, String> words) {
    Map<Facet, String> facets = new EnumMap<>(Facet.class);
    words.forEach((name, word) -> facets.put(Facet.of(name), word));
    return new Meaning(facets);
  }

  public Optional<String> word(Facet facet) {
    return Optional.ofNullable(facets.get(facet));
  }

  boolean saysNothing() {
    return facets.isEmpty();
  }

  private static void check(Facet facet, String word) {
    try {
      switch (facet) {
        case MEASURE -> Measure.of(word);
        case SCENARIO -> Scenario.of(word);
        case ACCUMULATION -> Accumulation.of(word);
        case FREQUENCY -> Frequency.valueOf(word);
        case STATUS -> ObservationStatus.valueOf(word);
        case MULTIPLIER -> Integer.parseInt(word);
        case FILTER, IGNORE ->
            throw new IllegalArgumentException(facet.code() + " cannot be the meaning of a code");
        case AREA, INDICATOR, UNIT, PERIOD -> {
          if (word.isBlank()) {
            throw new IllegalArgumentException("blank");
          }
        }
      }
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(facet.code() + ": not \"" + word + "\"", e);
    }
  }
}
