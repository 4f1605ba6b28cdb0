package io.yanmen.reading.source;

import com.fasterxml.jackson.databind.JsonNode;
import io.yanmen.reading.feed.format.FeedFormats;
import io.yanmen.reading.feed.mapping.CodeMeaning;
import io.yanmen.reading.feed.mapping.DimensionMapping;
import io.yanmen.reading.feed.mapping.DimensionRole;
import io.yanmen.reading.feed.mapping.FeedSettings;
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
    DimensionMapping toRule() {
      if (as == null) {
        throw new IllegalArgumentException("as: what does the dimension tell?");
      }
      DimensionRole facet = DimensionRole.of(as);
      if (facet == DimensionRole.IGNORE && codes != null) {
        throw new IllegalArgumentException("a dimension that is ignored has no codes");
      }
      Map<String, CodeMeaning> meanings = new HashMap<>();
      if (codes != null && codes.isArray()) {
        if (facet != DimensionRole.FILTER) {
          throw new IllegalArgumentException("codes: a list belongs to a filter only");
        }
        codes.forEach(it -> meanings.put(it.asText(), CodeMeaning.NONE));
      } else if (codes != null) {
        codes.properties().forEach(it -> meanings.put(it.getKey(), meaning(facet, it.getValue())));
      }
      return new DimensionMapping(facet, meanings);
    }

    private static CodeMeaning meaning(DimensionRole facet, JsonNode node) {
      return node.isObject() ? FeedSection.meaning(node) : CodeMeaning.of(facet, node.asText());
    }
  }

  FeedSettings toSettings(FeedFormats formats) {
    Map<String, DimensionMapping> rules = new LinkedHashMap<>();
    if (dimensions != null) {
      dimensions.forEach((name, it) -> rules.put(name, rule(name, it)));
    }
    return new FeedSettings(
        Optional.ofNullable(format).map(formats::of),
        rules,
        constants == null ? CodeMeaning.NONE : CodeMeaning.of(constants),
        toValues(),
        rows == null ? "" : rows,
        isComma());
  }

  private static DimensionMapping rule(String name, Dimension dimension) {
    try {
      return dimension.toRule();
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException("dimensions: " + name + ": " + e.getMessage(), e);
    }
  }

  private Map<String, CodeMeaning> toValues() {
    Map<String, CodeMeaning> meanings = new LinkedHashMap<>();
    if (values != null) {
      values.forEach((name, words) -> meanings.put(name, CodeMeaning.of(words)));
    }
    return meanings;
  }

  private static CodeMeaning meaning(JsonNode node) {
    Map<String, String> words = new HashMap<>();
    node.properties().forEach(it -> words.put(it.getKey(), it.getValue().asText()));
    return CodeMeaning.of(words);
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
