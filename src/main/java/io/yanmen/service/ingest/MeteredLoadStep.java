package io.yanmen.service.ingest;

import io.yanmen.model.outcome.LandedFile;
import io.yanmen.model.outcome.Outcome;
import io.yanmen.reading.source.Source;
import io.yanmen.service.observe.Metrics;
import java.io.IOException;
import java.sql.SQLException;

/** Counts what becomes of each file that is loaded. */
public record MeteredLoadStep(LoadStep loading, Metrics metrics) implements LoadStep {
  @Override
  public Outcome load(LandedFile file, Source source) throws SQLException, IOException {
    return prepare(file, source).load();
  }

  @Override
  public PreparedLoad prepare(LandedFile file, Source source) throws SQLException, IOException {
    PreparedLoad prepared = counted(source, () -> loading.prepare(file, source));
    return () -> {
      Outcome outcome = counted(source, prepared::load);
      metrics.loaded(source.code(), outcome);
      return outcome;
    };
  }

  private interface LoadWork<T> {
    T get() throws SQLException, IOException;
  }

  private <T> T counted(Source source, LoadWork<T> work) throws SQLException, IOException {
    try {
      return work.get();
    } catch (SQLException | IOException | RuntimeException e) {
      metrics.loadFailed(source.code());
      throw e;
    }
  }
}
