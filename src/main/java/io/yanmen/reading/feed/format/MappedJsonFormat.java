package io.yanmen.reading.feed.format;

import io.yanmen.model.outcome.UnreadableFileException;
import io.yanmen.reading.feed.mapping.FeedSettings;
import io.yanmen.reading.feed.message.FeedFormat;
import io.yanmen.reading.feed.message.FeedValueSink;
import io.yanmen.reading.feed.message.NoteSink;
import io.yanmen.reading.feed.other.JsonPointerReader;
import java.io.IOException;
import java.nio.file.Path;

/** Rows of any JSON, found by the JSON pointers that the source gives. */
record MappedJsonFormat() implements FeedFormatReader {
  private static final FeedFormat FORMAT =
      new FeedFormat("json", "JSON", FeedFormat.Family.JSON, FeedFormat.Trait.BY_HAND);

  @Override
  public FeedFormat format() {
    return FORMAT;
  }

  @Override
  public void read(Path content, FeedSettings settings, FeedValueSink sink, NoteSink notes)
      throws UnreadableFileException, IOException {
    new JsonPointerReader(settings).read(content, sink);
  }
}
