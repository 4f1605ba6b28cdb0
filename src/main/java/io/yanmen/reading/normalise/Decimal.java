package io.yanmen.reading.normalise;

import io.yanmen.catalog.NameNormalForm;
import java.math.BigDecimal;

/** Plain decimals: digits with at most one point, and a sign before. Most figures are such. */
final class Decimal {
  // So many digits fit into a long, whatever they are.
  private static final int DIGITS_OF_LONG = 18;

  private Decimal() {}

  static boolean isPlain(String text) {
    return NameNormalForm.isDecimal(text, false);
  }

  /**
   * As {@link BigDecimal#BigDecimal(String)}, several times faster for plain decimals of up to 18
   * digits.
   */
  static BigDecimal of(String text) {
    int length = text.length();
    if (length > DIGITS_OF_LONG || !isPlain(text)) {
      return new BigDecimal(text);
    }
    long unscaled = 0;
    int point = length - 1;
    for (int i = 0; i < length; i++) {
      char c = text.charAt(i);
      if (c == '.') {
        point = i;
      } else if (c >= '0') {
        unscaled = 10 * unscaled + c - '0';
      }
    }
    return BigDecimal.valueOf(text.charAt(0) == '-' ? -unscaled : unscaled, length - 1 - point);
  }
}
