package io.yanmen.reading.feed.format;

import io.yanmen.model.outcome.UnreadableFileException;
import io.yanmen.reading.feed.mapping.FeedSettings;
import io.yanmen.reading.feed.message.FeedFormat;
import io.yanmen.reading.feed.message.FeedValueSink;
import io.yanmen.reading.feed.message.NoteSink;
import io.yanmen.reading.feed.other.DbnomicsReader;
import java.io.IOException;
import java.nio.file.Path;

/** DBnomics: series with their periods and values in arrays. */
record DbnomicsFormat() implements FeedFormatReader {
  private static final FeedFormat FORMAT =
      new FeedFormat("dbnomics", "DBnomics JSON", FeedFormat.Family.JSON);

  @Override
  public FeedFormat format() {
    return FORMAT;
  }

  @Override
  public boolean isJson(JsonOutline outline) {
    return outline.within("series").contains("docs");
  }

  @Override
  public void read(Path content, FeedSettings settings, FeedValueSink sink, NoteSink notes)
      throws UnreadableFileException, IOException {
    new DbnomicsReader().read(content, sink);
  }
}
