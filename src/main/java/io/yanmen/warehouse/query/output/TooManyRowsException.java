package io.yanmen.warehouse.query.output;

import java.io.IOException;

/** More rows than the form can hold that they are asked for in. */
public final class TooManyRowsException extends IOException {
  private static final long serialVersionUID = 1L;

  private final int most;

  TooManyRowsException(int most) {
    super("a sheet holds " + most + " rows; ask for fewer, or for csv");
    this.most = most;
  }

  /** How many it holds. */
  public int most() {
    return most;
  }
}
