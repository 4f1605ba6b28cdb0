package io.yanmen.route;

import org.jspecify.annotations.Nullable;

/** A file in {@code routes/sources} that cannot be understood; the message names file and place. */
public final class SourceFileException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  SourceFileException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
