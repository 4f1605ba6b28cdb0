package io.yanmen.model.outcome;

import java.io.IOException;

/**
 * Something that can be read for its figures, any number of times with the same result: a landed
 * file with all that it takes to read it.
 */
@FunctionalInterface
public interface FigureSource {
  /**
   * @throws UnreadableFileException if the file cannot be read as a whole; what was sent before
   *     must not be kept
   */
  ReadingSummary read(ObservationSink sink) throws UnreadableFileException, IOException;
}
