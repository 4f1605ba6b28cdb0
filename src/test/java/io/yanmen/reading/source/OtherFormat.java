package io.yanmen.reading.source;

import io.yanmen.reading.feed.format.FeedFormatReader;
import io.yanmen.reading.feed.message.FeedFormat;

/** A format that does not ship. */
record OtherFormat() implements FeedFormatReader {
  @Override
  public FeedFormat format() {
    return new FeedFormat("other", "Other", FeedFormat.Family.JSON);
  }
}
