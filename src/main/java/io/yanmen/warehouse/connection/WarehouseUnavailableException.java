package io.yanmen.warehouse.connection;

import io.yanmen.model.Language;

/** The warehouse cannot be reached, or is none that can be used; says why in both languages. */
public final class WarehouseUnavailableException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String zh;

  /** With a reason that somebody else gave, in whatever language. */
  public WarehouseUnavailableException(String message) {
    super(message);
    this.zh = message;
  }

  public WarehouseUnavailableException(String message, Throwable cause) {
    this(message, message, cause);
  }

  public WarehouseUnavailableException(String zh, String en, Throwable cause) {
    super(en, cause);
    this.zh = zh;
  }

  public WarehouseUnavailableException(String zh, String en) {
    super(en);
    this.zh = zh;
  }

  /** With what to do about what a server or its driver said. */
  public static WarehouseUnavailableException of(Exception failure) {
    return ConnectionFailure.of(failure);
  }

  public String in(Language language) {
    return language == Language.ZH ? zh : String.valueOf(getMessage());
  }
}
