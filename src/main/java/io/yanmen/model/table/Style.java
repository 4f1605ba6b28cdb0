package io.yanmen.model.table;

/**
 * How cells show what they hold; one object for all cells of a style.
 *
 * @param format the number format's code; empty for text and csv
 * @param before what stands before the number by its format, as if it were written
 * @param after what stands behind it
 * @param look what people see of it
 */
public record Style(String format, String before, String after, Look look) {
  /** Of cells that show what they hold as it is. */
  public static final Style PLAIN = new Style("", "", "", Look.AS_STORED);

  /** What people see of what a cell holds. */
  public enum Look {
    /** All of it. */
    AS_STORED,
    /** A number without its minus, which the words beside it stand for. */
    WITHOUT_SIGN,
    /** Another number: scaled, or without its minus. */
    OTHER_NUMBER,
    /** Nothing: the format shows nothing. */
    NOTHING,
    /** All of it in the colour of the paper. */
    WHITE,
    /** Whatever it is, its source lets nothing be read that is not seen, and this is not. */
    UNSEEN,
    /** All of it, struck out. */
    STRUCK_OUT
  }

  public static Style of(String format) {
    return format.isEmpty() ? PLAIN : new Style(format, "", "", Look.AS_STORED);
  }

  /** Whether people see what the cell holds, no more and no less. */
  public boolean isPlain() {
    return look == Look.AS_STORED && before.isEmpty() && after.isEmpty();
  }

  public boolean hasWords() {
    return !before.isEmpty() || !after.isEmpty();
  }

  /** The same style, looked at otherwise. */
  public Style looking(Look other) {
    return new Style(format, before, after, other);
  }
}
