package io.yanmen.reading.feed.format;

import io.yanmen.model.outcome.UnreadableFileException;
import io.yanmen.reading.feed.mapping.FeedSettings;
import io.yanmen.reading.feed.message.FeedFormat;
import io.yanmen.reading.feed.message.FeedValueSink;
import io.yanmen.reading.feed.message.NoteSink;
import io.yanmen.reading.feed.sdmx.SdmxJsonReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Set;

/** SDMX-JSON 1.0 and 2.0 data messages. */
record SdmxJsonFormat() implements FeedFormatReader {
  private static final FeedFormat FORMAT =
      new FeedFormat("sdmx-json", "SDMX-JSON", FeedFormat.Family.JSON, FeedFormat.Trait.SDMX_CODES);

  @Override
  public FeedFormat format() {
    return FORMAT;
  }

  @Override
  public boolean isJson(JsonOutline outline) {
    return !outline.isArray()
        && (outline.has("dataSets")
            || outline.within("data").contains("dataSets")
            || outline.within("structure").containsAll(Set.of("dimensions", "attributes")));
  }

  @Override
  public void read(Path content, FeedSettings settings, FeedValueSink sink, NoteSink notes)
      throws UnreadableFileException, IOException {
    new SdmxJsonReader().read(content, sink);
  }
}
