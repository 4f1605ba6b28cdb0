package io.yanmen.warehouse.connection;

/** The warehouse that was to be filled holds something already. */
public final class NotEmptyException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String what;

  public NotEmptyException(String what) {
    super("the warehouse is not empty: " + what);
    this.what = what;
  }

  /** A table that holds rows, or relations that are not ours. */
  public String what() {
    return what;
  }
}
