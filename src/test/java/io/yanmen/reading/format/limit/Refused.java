package io.yanmen.reading.format.limit;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.yanmen.model.outcome.Rejection;
import io.yanmen.model.outcome.UnreadableFileException;
import io.yanmen.reading.format.FileTableReader;
import io.yanmen.reading.format.RowCollector;
import java.nio.file.Path;

/** What a file is refused for. */
public final class Refused {
  private Refused() {}

  public static Rejection reading(Path file) {
    return reading(file, file.getFileName().toString(), ReadLimits.DEFAULT);
  }

  static Rejection reading(Path file, String name, ReadLimits limits) {
    UnreadableFileException refusal =
        catchThrowableOfType(
            UnreadableFileException.class,
            () -> new FileTableReader(limits).read(file, name, new RowCollector()));
    if (refusal == null) {
      throw new AssertionError(name + " was read");
    }
    return refusal.rejection();
  }
}
