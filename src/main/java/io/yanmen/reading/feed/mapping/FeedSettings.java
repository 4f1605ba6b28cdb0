package io.yanmen.reading.feed.mapping;

import io.yanmen.reading.feed.message.FeedFormat;
import java.util.Map;
import java.util.Optional;

/**
 * What a source file says of its feed. All of it may be missing: then the content tells the format,
 * and figures are understood as far as the feed names catalogue entries.
 *
 * @param format empty where the content is to tell
 * @param dimensions by the name of the dimension: an SDMX component, a JSON-stat dimension, the
 *     head of a column, a JSON pointer within a row
 * @param constants what holds for every figure, and must not contradict what the feed says
 * @param values the members that hold figures and what each means, by name as for dimensions; empty
 *     for formats that have one figure an observation
 * @param rows JSON pointer to the array of rows, for plain JSON; empty for the root
 * @param decimalComma whether figures that are text have a decimal comma
 */
public record FeedSettings(
    Optional<FeedFormat> format,
    Map<String, DimensionMapping> dimensions,
    CodeMeaning constants,
    Map<String, CodeMeaning> values,
    String rows,
    boolean decimalComma) {
  public static final FeedSettings NONE =
      new FeedSettings(Optional.empty(), Map.of(), CodeMeaning.NONE, Map.of(), "", false);

  public FeedSettings {
    dimensions = Map.copyOf(dimensions);
    values = Map.copyOf(values);
    boolean byHand = format.filter(FeedFormat::isByHand).isPresent();
    if (byHand && values.isEmpty()) {
      throw new IllegalArgumentException(
          "values: name what holds the figures of a feed in csv or json");
    }
    if (!rows.isEmpty() && !rows.startsWith("/")) {
      throw new IllegalArgumentException(
          "rows: a JSON pointer begins with /, not \"" + rows + "\"");
    }
  }
}
