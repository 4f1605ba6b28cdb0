package io.yanmen.reading.feed.mapping;

import java.util.Map;

/**
 * How a source reads one dimension of its feed.
 *
 * @param facet what the dimension tells
 * @param codes what each code means; where it is empty, codes and labels must be names or codes of
 *     the catalogue, and where it is not, codes that are not listed are reported
 */
public record DimensionMapping(DimensionRole facet, Map<String, CodeMeaning> codes) {
  public DimensionMapping {
    codes = Map.copyOf(codes);
    if (facet == DimensionRole.FILTER && codes.isEmpty()) {
      throw new IllegalArgumentException("a filter needs the codes that are read");
    }
    if (facet == DimensionRole.IGNORE && !codes.isEmpty()) {
      throw new IllegalArgumentException("a dimension that is ignored has no codes");
    }
  }
}
