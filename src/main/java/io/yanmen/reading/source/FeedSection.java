package io.yanmen.reading.source;

import com.fasterxml.jackson.databind.JsonNode;
import io.yanmen.reading.feed.mapping.DimensionRule;
import io.yanmen.reading.feed.mapping.Facet;
import io.yanmen.reading.feed.mapping.FeedSettings;
import io.yanmen.reading.feed.mapping.Meaning;
import io.yanmen.reading.feed.message.FeedFormat;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The form of {@code feed} in a source file; see {@code docs/add-a-feed.md}. */
record FeedSection(
    @Nullable String format,
    @Nullable Map<String, Dimension> dimensions,
    @Nullable Map<String, String> constants,
    @Nullable Map<String, Map<String, String>> values,
    @Nullable String rows,
    @Nullable String decimal) {

  /**
   * @param codes a list of codes, or a mapping from codes to what they mean: a word for the facet
   *     of the dimension, or a mapping of facets
   */
  record Dimension(@Nullable String as, @Nullable JsonNode codes) {
    DimensionRule toRule() {
      if (as == null) {
        throw new IllegalArgumentException("as: what does the dimension tell?");
      }
      Facet facet = Facet.of(as);
      if (facet == Facet.IGNORE && codes != null) {
        throw new IllegalArgumentException("a dimension that is ignored has no codes");
      }
      Map<String, Meaning> meanings = new HashMap<>();
      if (codes != null && codes.isArray()) {
        if (facet != Facet.FILTER) {
          throw new IllegalArgumentException("codes: a list belongs to a filter only");
        }
        codes.forEach(it -> meanings.put(it.asText(), Meaning.NONE));
      } else if (codes != null) {
        codes.properties().forEach(it -> meanings.put(it.getKey(), meaning(facet, it.getValue())));
      }
      return new DimensionRule(facet, meanings);
    }

    private static Meaning meaning(Facet facet, JsonNode node) {
      return node.isObject() ? FeedSection.meaning(node) : Meaning.of(facet, node.asText());
    }
  }

  FeedSettings toSettings() {
    Map<String, DimensionRule> rules = new LinkedHashMap<>();
    if (dimensions != null) {
      dimensions.forEach((name, it) -> rules.put(name, rule(name, it)));
    }
    return new FeedSettings(
        Optional.ofNullable(format).map(FeedFormat::of),
        rules,
        constants == null ? Meaning.NONE : Meaning.of(constants),
        toValues(),
        rows == null ? "" : rows,
        isComma());
  }

  private static DimensionRule rule(String name, Dimension dimension) {
    try {
      return dimension.toRule();
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException("dimensions: " + name + ": " + e.getMessage(), e);
    }
  }

  private Map<String, Meaning> toValues() {
    Map<String, Meaning> meanings = new LinkedHashMap<>();
    if (values != null) {
      values.forEach((name, words) -> meanings.put(name, Meaning.of(words)));
    }
    return meanings;
  }

  private static Meaning meaning(JsonNode node) {
    Map<String, String> words = new HashMap<>();
    node.properties().forEach(it -> words.put(it.getKey(), it.getValue().asText()));
    return Meaning.of(words);
  }

  private boolean isComma() {
    if (decimal == null || decimal.equals("point")) {
      return false;
    }
    if (decimal.equals("comma")) {
      return true;
    }
    throw new IllegalArgumentException("decimal: point or comma, not \"" + decimal + "\"");
  }
}
