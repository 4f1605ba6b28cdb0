package io.yanmen.reading.feed.format;

import io.yanmen.model.outcome.UnreadableFileException;
import io.yanmen.reading.feed.mapping.FeedSettings;
import io.yanmen.reading.feed.message.FeedFormat;
import io.yanmen.reading.feed.message.FeedValueSink;
import io.yanmen.reading.feed.message.NoteSink;
import io.yanmen.reading.feed.other.WorldBankReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Set;

/** World Bank API, version 2: what page it is, or a message, before the rows. */
record WorldBankFormat() implements FeedFormatReader {
  private static final Set<String> PAGE = Set.of("page", "pages", "total");
  private static final FeedFormat FORMAT =
      new FeedFormat("world-bank", "World Bank JSON", FeedFormat.Family.JSON);

  @Override
  public FeedFormat format() {
    return FORMAT;
  }

  @Override
  public boolean isJson(JsonOutline outline) {
    return outline.isArray()
        && outline.isWhole()
        && (outline.names().containsAll(PAGE) || outline.names().equals(Set.of("message")));
  }

  @Override
  public void read(Path content, FeedSettings settings, FeedValueSink sink, NoteSink notes)
      throws UnreadableFileException, IOException {
    new WorldBankReader(notes).read(content, sink);
  }
}
