package io.yanmen.reading.format.value;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/**
 * Numbers of a spreadsheet as plain decimals: at most 15 significant digits, half up, no exponent,
 * no zeros at the end. Fifteen digits are all that spreadsheet programs show or let anybody type;
 * what stands beyond them (0.30000000000000004) is the trace of binary arithmetic.
 */
final class NumberText {
  private static final int DIGITS = 15;
  private static final MathContext SHOWN = new MathContext(DIGITS, RoundingMode.HALF_UP);
  private static final int LONGEST = 64;
  // The range of a double: nothing beyond it can come from a spreadsheet program.
  private static final int HIGHEST_EXPONENT = 308;
  private static final int LOWEST_EXPONENT = -324;
  private static final double EXACT_LONG = 1e15;

  private NumberText() {}

  /** The plain decimal of a stored number; null where the text is no number of a double's range. */
  static @Nullable String plain(char[] buffer, int from, int to) {
    if (isPlain(buffer, from, to)) {
      return new String(buffer, from, to - from);
    }
    if (to - from > LONGEST) {
      return null;
    }
    try {
      return plain(new BigDecimal(buffer, from, to - from));
    } catch (ArithmeticException | NumberFormatException e) {
      return null;
    }
  }

  /** The plain decimal of a double; null where it is infinite or no number. */
  static @Nullable String plain(double value) {
    if (Math.abs(value) < EXACT_LONG && value == (long) value) {
      return Long.toString((long) value);
    }
    return Double.isFinite(value) ? plain(BigDecimal.valueOf(value)) : null;
  }

  private static @Nullable String plain(BigDecimal value) {
    if (value.signum() == 0) {
      return "0";
    }
    BigDecimal shown = value.round(SHOWN).stripTrailingZeros();
    long exponent = (long) shown.precision() - shown.scale() - 1;
    return exponent > HIGHEST_EXPONENT || exponent < LOWEST_EXPONENT ? null : shown.toPlainString();
  }

  /** Whether the text is already what {@link #plain} would make of it. */
  private static boolean isPlain(char[] buffer, int from, int to) {
    int start = from < to && buffer[from] == '-' ? from + 1 : from;
    int length = to - start;
    if (length == 0 || length > DIGITS) {
      return false;
    }
    boolean point = false;
    for (int i = start; i < to; i++) {
      char c = buffer[i];
      if (c == '.') {
        if (point || i == start || i == to - 1) {
          return false;
        }
        point = true;
      } else if (c < '0' || c > '9') {
        return false;
      }
    }
    if (point && buffer[to - 1] == '0') {
      return false;
    }
    if (buffer[start] == '0') {
      return length == 1 ? start == from : buffer[start + 1] == '.';
    }
    return true;
  }
}
