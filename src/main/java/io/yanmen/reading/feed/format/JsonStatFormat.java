package io.yanmen.reading.feed.format;

import io.yanmen.model.outcome.UnreadableFileException;
import io.yanmen.reading.feed.jsonstat.JsonStatReader;
import io.yanmen.reading.feed.mapping.FeedSettings;
import io.yanmen.reading.feed.message.FeedFormat;
import io.yanmen.reading.feed.message.FeedValueSink;
import io.yanmen.reading.feed.message.NoteSink;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Set;

/** JSON-stat 2.0, and the bundles of its version 1. */
record JsonStatFormat() implements FeedFormatReader {
  private static final Set<String> CLASSES = Set.of("dataset", "collection");
  private static final FeedFormat FORMAT =
      new FeedFormat("json-stat", "JSON-stat", FeedFormat.Family.JSON);

  @Override
  public FeedFormat format() {
    return FORMAT;
  }

  @Override
  public boolean isJson(JsonOutline outline) {
    return CLASSES.contains(outline.text("class"))
        || outline.anyWithin(JsonStatFormat::isDataset)
        || (outline.isWhole() && !outline.isArray() && isDataset(outline.names()));
  }

  private static boolean isDataset(Set<String> names) {
    return names.contains("dimension") && names.contains("value");
  }

  @Override
  public void read(Path content, FeedSettings settings, FeedValueSink sink, NoteSink notes)
      throws UnreadableFileException, IOException {
    new JsonStatReader().read(content, sink);
  }
}
