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
public record CodeMeaning(Map<DimensionRole, String> facets) {
  /** Says nothing. */
  public static final CodeMeaning NONE = new CodeMeaning(Map.of());

  public CodeMeaning {
    facets = Map.copyOf(facets);
    facets.forEach(CodeMeaning::check);
  }

  /** A meaning of one facet. */
  public static CodeMeaning of(DimensionRole facet, String word) {
    return new CodeMeaning(Map.of(facet, word));
  }

  /**
   * @param words facets by their names in source files
   * @throws IllegalArgumentException if a name is no facet, or a word is not of the vocabulary
   */
  public static CodeMeaning of(Map<String, String> words) {
    Map<DimensionRole, String> facets = new EnumMap<>(DimensionRole.class);
    words.forEach((name, word) -> facets.put(DimensionRole.of(name), word));
    return new CodeMeaning(facets);
  }

  public Optional<String> word(DimensionRole facet) {
    return Optional.ofNullable(facets.get(facet));
  }

  boolean saysNothing() {
    return facets.isEmpty();
  }

  private static void check(DimensionRole facet, String word) {
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
