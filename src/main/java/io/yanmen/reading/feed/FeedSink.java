package io.yanmen.reading.feed;

import io.yanmen.evidence.Statement;
import io.yanmen.model.outcome.Rejection;

/** Takes what a feed says of its figures, and the figures that it says too little or much of. */
public interface FeedSink {
  void statement(Statement statement);

  void rejection(Rejection rejection);
}
