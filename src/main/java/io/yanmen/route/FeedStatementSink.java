package io.yanmen.route;

import io.yanmen.evidence.Statement;
import io.yanmen.evidence.StatementSink;
import io.yanmen.feed.FeedSink;
import io.yanmen.model.ObservationSink;
import io.yanmen.model.Rejection;

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
