package io.yanmen.service.ingest;

import io.yanmen.model.outcome.Outcome;
import java.io.IOException;
import java.nio.file.Path;

/** Writes the reports of an outcome into a folder, beside where its file is going to lie. */
@FunctionalInterface
public interface Reporting {
  /**
   * @param name of the file in that folder; the reports' names begin with it
   */
  void write(Outcome outcome, Path folder, String name) throws IOException;
}
