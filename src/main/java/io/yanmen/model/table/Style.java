package io.yanmen.model.table;

/**
 * How cells show what they hold; one object for all cells of a style.
 *
 * @param format the number format's code; empty for text and csv
 */
public record Style(String format) {
  /** Of cells that show what they hold as it is. */
  public static final Style PLAIN = new Style("");

  public static Style of(String format) {
    return format.isEmpty() ? PLAIN : new Style(format);
  }
}
