package io.yanmen.model.outcome;

/** A file that cannot be read at all, with the refusal to report. */
public final class UnreadableFileException extends Exception {
  private static final long serialVersionUID = 1L;

  private final transient Rejection rejection;

  public UnreadableFileException(Rejection rejection) {
    super(rejection.code() + " " + rejection.arguments());
    this.rejection = rejection;
  }

  public Rejection rejection() {
    return rejection;
  }
}
