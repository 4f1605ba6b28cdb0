package io.yanmen.catalog;

import com.ibm.icu.text.Transliterator;
import java.nio.charset.Charset;
import java.text.Normalizer;

/**
 * Brings names as people write them into the one form that names are compared in: Unicode NFKC
 * (full width to half width), no spaces, one kind of dash and bracket, no marks of footnotes.
 */
public final class NameNormalForm {
  private NameNormalForm() {}

  /** The text without any space, in compatibility composition, with ASCII brackets and dashes. */
  public static String of(String text) {
    if (isPlainAscii(text)) {
      return text;
    }
    String compatible =
        Normalizer.isNormalized(text, Normalizer.Form.NFKC)
            ? text
            : Normalizer.normalize(FootnoteMarks.removed(text), Normalizer.Form.NFKC);
    StringBuilder plain = new StringBuilder(compatible.length());
    for (int i = 0; i < compatible.length(); i++) {
      char c = compatible.charAt(i);
      if (isSpace(c)) {
        continue;
      }
      plain.append(
          switch (c) {
            case '—', '–', '‐', '‑', '‒', '―', '−', '─', '━' -> '-';
            case '〔', '［', '【', '﹙', '「', '『', '[' -> '(';
            case '〕', '］', '】', '﹚', '」', '』', ']' -> ')';
            case '、' -> '、';
            case '。' -> '。';
            case '∶', '︰' -> ':';
            case '〜', '∼' -> '~';
            default -> c;
          });
    }
    return plain.toString();
  }

  /** Nothing of it would change: most codes and figures are such. */
  private static boolean isPlainAscii(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c <= ' ' || c >= '\u007F' || c == '[' || c == ']') {
        return false;
      }
    }
    return true;
  }

  /**
   * Whether a text has digits, at most one point, a sign at most before them, and nothing else.
   *
   * @param commas whether commas may stand between
   */
  public static boolean isDecimal(String text, boolean commas) {
    int digits = 0;
    int points = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c >= '0' && c <= '9') {
        digits++;
      } else if (c == '.') {
        points++;
      } else if (!(commas && c == ',') && !(i == 0 && (c == '-' || c == '+'))) {
        return false;
      }
    }
    return digits > 0 && points <= 1;
  }

  /** Whether a character is white space of any script, or invisible. */
  public static boolean isSpace(char c) {
    return c <= ' '
        || c == '\u00A0'
        || c == '\u3000'
        || c == '\u200B'
        || c == '\u200C'
        || c == '\u200D'
        || isDirectionMark(c)
        || c == '\uFEFF'
        || (c >= '\u2000' && c <= '\u200A')
        || c == '\u202F'
        || c == '\u205F'
        || c == '\u00AD';
  }

  /** Marks that only say which way a text runs. */
  private static boolean isDirectionMark(char c) {
    return c == '\u200E'
        || c == '\u200F'
        || c == '\u061C'
        || (c >= '\u202A' && c <= '\u202E')
        || (c >= '\u2060' && c <= '\u2064')
        || (c >= '\u2066' && c <= '\u2069');
  }

  /** Whether a text has characters that the simplified standard set (GB 2312) does not. */
  public static boolean mayBeTraditional(String text) {
    return !Charset.forName("GB2312").newEncoder().canEncode(text);
  }

  /** Traditional characters as simplified ones. */
  public static String simplified(String text) {
    return Simplifier.INSTANCE.transliterate(text);
  }

  /** The rules take a while to load, and most files never need them. */
  private static final class Simplifier {
    private static final Transliterator INSTANCE =
        Transliterator.getInstance("Traditional-Simplified");
  }
}
