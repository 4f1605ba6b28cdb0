package io.yanmen.warehouse;

/** The warehouse cannot be reached, or is none that can be used. */
public final class WarehouseUnavailableException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public WarehouseUnavailableException(String message) {
    super(message);
  }

  public WarehouseUnavailableException(String message, Throwable cause) {
    super(message, cause);
  }
}
