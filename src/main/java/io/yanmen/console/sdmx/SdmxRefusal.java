package io.yanmen.console.sdmx;

import io.yanmen.model.Language;
import io.yanmen.model.message.Bilingual;
import io.yanmen.model.message.Messages;

/** Why a query is not answered, with its HTTP status, in both languages. */
final class SdmxRefusal extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final int status;
  private final String zh;
  private final String en;

  /**
   * @param key of the text in {@link Messages}
   */
  SdmxRefusal(int status, String key, Object... arguments) {
    this(status, Bilingual.whole(key, arguments));
  }

  private SdmxRefusal(int status, Bilingual words) {
    super(words.en());
    this.status = status;
    this.zh = words.zh();
    this.en = words.en();
  }

  static SdmxRefusal syntax(String key, Object... arguments) {
    return new SdmxRefusal(400, key, arguments);
  }

  static SdmxRefusal notImplemented(String what) {
    return new SdmxRefusal(501, "sdmx.refused.unserved", what);
  }

  int status() {
    return status;
  }

  String in(Language language) {
    return new Bilingual(zh, en).in(language);
  }
}
