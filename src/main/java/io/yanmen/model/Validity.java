package io.yanmen.model;

/**
 * The years in which an area is one.
 *
 * @param from the first year
 * @param until the year in which it ceased to be, {@link Integer#MAX_VALUE} while it has not
 */
public record Validity(int from, int until) {
  public static final Validity ALWAYS = new Validity(Integer.MIN_VALUE, Integer.MAX_VALUE);

  public Validity {
    if (from > until) {
      throw new IllegalArgumentException("ends before it begins: " + from + " " + until);
    }
  }

  /** Whether all of a year, or the end of it, falls into this time. */
  public boolean includes(int year) {
    return from <= year && year < until;
  }

  /** Whether it ended before a year began; figures of the year of its end may still be its own. */
  public boolean endedBefore(int year) {
    return until < year;
  }

  /** Whether it has not ended. */
  public boolean lasts() {
    return until == Integer.MAX_VALUE;
  }
}
