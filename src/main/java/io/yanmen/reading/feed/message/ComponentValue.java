package io.yanmen.reading.feed.message;

/**
 * One dimension or attribute of a figure, as the feed has it.
 *
 * @param dimension its name in the feed
 * @param code empty where the feed has only a label
 * @param label in words; empty where the feed has none
 */
public record ComponentValue(String dimension, ComponentRole kind, String code, String label) {
  public enum ComponentRole {
    /** Identifies the figure: what is not understood is reported. */
    DIMENSION,
    /** When. */
    TIME,
    /** Adds to a figure without identifying it; read only if it bears on the figure's meaning. */
    ATTRIBUTE,
    /** Dimension or attribute: the format does not say which. */
    COMPONENT,
    STATUS,
    /** A unit in words. */
    UNIT,
    /** Which of the members that hold figures this one is. */
    VALUE
  }

  public static ComponentValue of(ComponentRole kind, String dimension, String code) {
    return new ComponentValue(dimension, kind, code, "");
  }

  /** The code with its label, for messages. */
  public String text() {
    if (code.isEmpty() || code.equals(label)) {
      return label;
    }
    return label.isEmpty() ? code : code + " " + label;
  }
}
