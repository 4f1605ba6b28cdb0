package io.yanmen.route;

import io.yanmen.model.LandedFile;
import io.yanmen.model.Outcome;
import java.io.IOException;
import java.sql.SQLException;

/** From a landed file to its outcome in the warehouse. */
@FunctionalInterface
public interface Loading {
  /**
   * @throws SQLException if the warehouse fails or cannot be reached; then nothing was loaded
   * @throws IOException if the archive cannot be read; then nothing was loaded
   */
  Outcome load(LandedFile file, Source source) throws SQLException, IOException;
}
