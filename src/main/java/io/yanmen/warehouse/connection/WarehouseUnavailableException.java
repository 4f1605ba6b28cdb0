package io.yanmen.warehouse.connection;

import io.yanmen.model.Language;
import io.yanmen.model.message.Bilingual;
import io.yanmen.model.message.Messages;

/** The warehouse cannot be reached, or is none that can be used; says why in both languages. */
public final class WarehouseUnavailableException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String zh;
  private final String en;

  /**
   * @param key of the text in {@link Messages}
   */
  public WarehouseUnavailableException(String key, Object... arguments) {
    this(Bilingual.whole(key, arguments));
  }

  private WarehouseUnavailableException(Bilingual words) {
    super(words.en());
    this.zh = words.zh();
    this.en = words.en();
  }

  /**
   * With what it comes from.
   *
   * @param key of the text in {@link Messages}
   */
  public static WarehouseUnavailableException because(
      Throwable cause, String key, Object... arguments) {
    WarehouseUnavailableException unavailable = new WarehouseUnavailableException(key, arguments);
    unavailable.initCause(cause);
    return unavailable;
  }

  /** With what to do about what a server or its driver said. */
  public static WarehouseUnavailableException of(Exception failure) {
    return ConnectionFailure.of(failure);
  }

  public String in(Language language) {
    return new Bilingual(zh, en).in(language);
  }
}
