package io.yanmen.reading.interpret.head;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The rows of each sheet that are the head of its first table, as people count them.
 *
 * @param first from 1
 * @param last from 1, part of the head
 */
public record HeaderRows(int first, int last) {
  private static final Pattern FORM = Pattern.compile("(\\d{1,7})(?:\\s*-\\s*(\\d{1,7}))?");

  public HeaderRows {
    if (first < 1 || last < first) {
      throw new IllegalArgumentException("no rows: " + first + "-" + last);
    }
  }

  /**
   * @param text {@code 3} or {@code 3-4}
   * @throws IllegalArgumentException if it is neither
   */
  public static HeaderRows of(String text) {
    Matcher form = FORM.matcher(text.strip());
    if (!form.matches()) {
      throw new IllegalArgumentException("no rows: " + text);
    }
    int first = Integer.parseInt(form.group(1));
    return new HeaderRows(first, form.group(2) == null ? first : Integer.parseInt(form.group(2)));
  }

  /** Whether a row stands above the head. */
  public boolean areBelow(int row) {
    return row + 1 < first;
  }

  /**
   * @param row from 0
   */
  public boolean endAbove(int row) {
    return row + 1 > last;
  }
}
