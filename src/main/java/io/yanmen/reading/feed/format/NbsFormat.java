package io.yanmen.reading.feed.format;

import io.yanmen.model.outcome.UnreadableFileException;
import io.yanmen.reading.feed.mapping.FeedSettings;
import io.yanmen.reading.feed.message.FeedFormat;
import io.yanmen.reading.feed.message.FeedValueSink;
import io.yanmen.reading.feed.message.NoteSink;
import io.yanmen.reading.feed.other.NbsReader;
import java.io.IOException;
import java.nio.file.Path;

/** What the query service of China's national bureau answers (zb, reg, sj). */
record NbsFormat() implements FeedFormatReader {
  private static final FeedFormat FORMAT =
      new FeedFormat("nbs", "NBS JSON", FeedFormat.Family.JSON, FeedFormat.Trait.BUREAU_PERIODS);

  @Override
  public FeedFormat format() {
    return FORMAT;
  }

  @Override
  public boolean isJson(JsonOutline outline) {
    return !outline.isArray() && (outline.has("returncode") || outline.has("returndata"));
  }

  @Override
  public void read(Path content, FeedSettings settings, FeedValueSink sink, NoteSink notes)
      throws UnreadableFileException, IOException {
    new NbsReader().read(content, sink);
  }
}
