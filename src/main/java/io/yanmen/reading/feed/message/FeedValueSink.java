package io.yanmen.reading.feed.message;

import io.yanmen.model.outcome.UnreadableFileException;

/** Takes the figures of a feed in the order of the file. */
@FunctionalInterface
public interface FeedValueSink {
  /**
   * @throws UnreadableFileException if the file turns out to be one that cannot be read
   */
  void value(FeedValue value) throws UnreadableFileException;
}
