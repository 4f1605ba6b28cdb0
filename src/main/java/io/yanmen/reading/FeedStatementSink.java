package io.yanmen.reading;

import io.yanmen.evidence.Statement;
import io.yanmen.evidence.StatementSink;
import io.yanmen.model.outcome.ObservationSink;
import io.yanmen.model.outcome.Rejection;
import io.yanmen.reading.feed.FeedSink;

/** Sends the statements of a feed to be normalised, and its refusals on as they are. */
record FeedStatementSink(StatementSink statements, ObservationSink observations)
    implements FeedSink {
  @Override
  public void statement(Statement statement) {
    statements.statement(statement);
  }

  @Override
  public void rejection(Rejection rejection) {
    observations.rejection(rejection);
  }
}
