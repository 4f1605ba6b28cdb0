package io.yanmen.warehouse.stored;

import io.yanmen.model.ObservationStatus;
import io.yanmen.model.Qualifier;
import java.math.BigDecimal;

/**
 * A value with its qualifier and status in 64 bits, exact: equal codes are equal figures. The few
 * figures with more than 15 digits do not fit; they have a code that is never the same as another,
 * so that whoever compares must look at the figures themselves.
 *
 * <p>From the lowest bit: 1 bit set in every figure, 3 of status, 3 of qualifier, 5 of scale, 52 of
 * the unscaled value.
 */
public final class FigureCode {
  /** No figure. */
  public static final long NONE = 0;

  /** Cells that say different things of one observation: no figure either. */
  public static final long CONTRADICTED = 2;

  private static final int STATUS = 1;
  private static final int QUALIFIER = 4;
  private static final int SCALE = 7;
  private static final int UNSCALED = 12;
  private static final int LARGE_SCALE = 31;
  private static final int MOST_DIGITS = 18;
  private static final long LIMIT = 1L << 51;
  private static final ObservationStatus[] STATUSES = ObservationStatus.values();
  private static final Qualifier[] QUALIFIERS = Qualifier.values();
  private static final double[] POWERS = new double[LARGE_SCALE + 1];

  static {
    for (int i = 0; i < LARGE_SCALE; i++) {
      POWERS[i] = Double.parseDouble("1e" + i);
    }
    POWERS[LARGE_SCALE] = Double.NaN;
  }

  private FigureCode() {}

  @SuppressWarnings("EnumOrdinal") // A code lives no longer than the process.
  public static long of(BigDecimal value, Qualifier qualifier, ObservationStatus status) {
    long rest = 1 | (long) status.ordinal() << STATUS | (long) qualifier.ordinal() << QUALIFIER;
    int scale = value.scale();
    if (value.precision() > MOST_DIGITS || scale < -MOST_DIGITS || scale > MOST_DIGITS) {
      return rest | (long) LARGE_SCALE << SCALE;
    }
    BigDecimal whole = value;
    if (scale < 0) {
      if (value.precision() - scale > MOST_DIGITS) {
        return rest | (long) LARGE_SCALE << SCALE;
      }
      whole = value.setScale(0);
      scale = 0;
    } else if (scale > 0) {
      // Of a value without decimals Java gives the number at once, else by way of a large one.
      whole = value.movePointRight(scale);
    }
    long unscaled = whole.longValue();
    while (scale > 0 && unscaled % 10 == 0) {
      unscaled /= 10;
      scale--;
    }
    if (unscaled >= LIMIT || unscaled <= -LIMIT) {
      return rest | (long) LARGE_SCALE << SCALE;
    }
    return rest | (long) scale << SCALE | unscaled << UNSCALED;
  }

  /** Whether this is a figure at all. */
  public static boolean isFigure(long code) {
    return (code & 1) != 0;
  }

  /** Whether the value did not fit. */
  public static boolean isLarge(long code) {
    return scale(code) == LARGE_SCALE;
  }

  /** Unscaled value of a figure that fits. */
  public static long unscaled(long code) {
    return code >> UNSCALED;
  }

  /** Digits behind the point of a figure that fits, without trailing zeros. */
  public static int scale(long code) {
    return (int) (code >> SCALE) & LARGE_SCALE;
  }

  public static Qualifier qualifier(long code) {
    return QUALIFIERS[(int) (code >> QUALIFIER) & 7];
  }

  public static ObservationStatus status(long code) {
    return STATUSES[(int) (code >> STATUS) & 7];
  }

  /** The nearest double; not a number where the value did not fit. */
  public static double value(long code) {
    return unscaled(code) / POWERS[scale(code)];
  }

  /** Whether two figures have the same value and qualifier, whatever their status. */
  public static boolean sameValue(long one, long other) {
    return one >> QUALIFIER == other >> QUALIFIER && !isLarge(one);
  }

  /**
   * Whether a figure that comes leaves the stored one as it is: it says the same, or says
   * provisionally what is stored as final.
   */
  public static boolean leaves(long stored, long coming) {
    return sameValue(stored, coming)
        && (stored == coming
            || status(coming) == ObservationStatus.P && status(stored) == ObservationStatus.A);
  }
}
