package io.yanmen.reading.feed.format;

import io.yanmen.model.outcome.UnreadableFileException;
import io.yanmen.reading.feed.mapping.FeedSettings;
import io.yanmen.reading.feed.message.FeedFormat;
import io.yanmen.reading.feed.message.FeedValueSink;
import io.yanmen.reading.feed.message.NoteSink;
import io.yanmen.reading.feed.sdmx.SdmxMlReader;
import java.io.IOException;
import java.nio.file.Path;

/** SDMX-ML 2.1 generic and structure-specific data, 3.0 structure-specific data. */
record SdmxMlFormat() implements FeedFormatReader {
  private static final FeedFormat FORMAT =
      new FeedFormat("sdmx-ml", "SDMX-ML", FeedFormat.Family.XML, FeedFormat.Trait.SDMX_CODES);

  @Override
  public FeedFormat format() {
    return FORMAT;
  }

  @Override
  public boolean isXml(String text) {
    return SdmxMlReader.isNamespace(text);
  }

  @Override
  public void read(Path content, FeedSettings settings, FeedValueSink sink, NoteSink notes)
      throws UnreadableFileException, IOException {
    new SdmxMlReader(sink).read(content);
  }
}
