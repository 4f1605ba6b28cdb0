package io.yanmen.model.message;

import io.yanmen.model.Language;

/**
 * What a person asked for, or set, cannot be as it stands: says what is wrong and what to do. The
 * command line and the console word it in the language of whoever asks.
 */
public final class UserError extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String zh;
  private final String en;

  /**
   * @param key of the text in {@link Messages}
   */
  public UserError(String key, Object... arguments) {
    this(Bilingual.whole(key, arguments));
  }

  private UserError(Bilingual words) {
    super(words.both());
    this.zh = words.zh();
    this.en = words.en();
  }

  public String in(Language language) {
    return new Bilingual(zh, en).in(language);
  }
}
