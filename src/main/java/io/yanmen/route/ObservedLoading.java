package io.yanmen.route;

import io.yanmen.model.LandedFile;
import io.yanmen.model.Outcome;
import io.yanmen.observe.Metrics;
import java.io.IOException;
import java.sql.SQLException;

/** Counts what becomes of each file that is loaded. */
record ObservedLoading(Loading loading, Metrics metrics) implements Loading {
  @Override
  public Outcome load(LandedFile file, Source source) throws SQLException, IOException {
    try {
      Outcome outcome = loading.load(file, source);
      metrics.loaded(source.code(), outcome);
      return outcome;
    } catch (SQLException | IOException | RuntimeException e) {
      metrics.loadFailed(source.code());
      throw e;
    }
  }
}
