package io.yanmen.model.message;

import io.yanmen.model.Language;
import java.util.function.Function;

/** The same words in both languages. */
public record Bilingual(String zh, String en) {
  public static Bilingual of(Function<Messages, String> text) {
    return new Bilingual(
        text.apply(Messages.of(Language.ZH)), text.apply(Messages.of(Language.EN)));
  }

  public static Bilingual text(String key, Object... arguments) {
    return of(m -> m.text(key, arguments));
  }

  /** With all of its arguments, as {@link Messages#whole} says it. */
  public static Bilingual whole(String key, Object... arguments) {
    return of(m -> m.whole(key, arguments));
  }

  /** In both languages, one after the other, for logs and whoever may read either. */
  public String both() {
    return same() ? zh : zh + " / " + en;
  }

  /** Whether both languages say it in the same characters. */
  public boolean same() {
    return zh.equals(en);
  }

  public String in(Language language) {
    return language == Language.ZH ? zh : en;
  }
}
