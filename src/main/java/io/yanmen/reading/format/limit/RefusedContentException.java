package io.yanmen.reading.format.limit;

import io.yanmen.model.outcome.UnreadableFileException;
import java.io.IOException;

/** Carries a refusal out of a stream, whose methods may only throw an {@link IOException}. */
public final class RefusedContentException extends IOException {
  private static final long serialVersionUID = 1L;

  private final UnreadableFileException refusal;

  public RefusedContentException(UnreadableFileException refusal) {
    super(refusal);
    this.refusal = refusal;
  }

  public UnreadableFileException refusal() {
    return refusal;
  }
}
