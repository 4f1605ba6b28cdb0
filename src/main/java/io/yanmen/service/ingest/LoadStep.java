package io.yanmen.service.ingest;

import io.yanmen.model.outcome.LandedFile;
import io.yanmen.model.outcome.Outcome;
import io.yanmen.reading.source.Source;
import java.io.IOException;
import java.sql.SQLException;

/** From a landed file to its outcome in the warehouse. */
@FunctionalInterface
public interface LoadStep {
  /**
   * @throws SQLException if the warehouse fails or cannot be reached; then nothing was loaded
   * @throws IOException if the archive cannot be read; then nothing was loaded
   */
  Outcome load(LandedFile file, Source source) throws SQLException, IOException;

  /** Does what may be done before a file's turn comes. */
  default PreparedLoad prepare(LandedFile file, Source source) throws SQLException, IOException {
    return () -> load(file, source);
  }

  /** A file that only has to be loaded; as often as it takes. */
  @FunctionalInterface
  interface PreparedLoad {
    Outcome load() throws SQLException, IOException;
  }
}
