package io.yanmen.reading.interpret.word;

/**
 * A piece of a text that was taken apart; the pieces of a text follow each other without a gap.
 *
 * @param text the words, in the form in which they are understood
 */
record Piece(Kind kind, String text, int start, int end) {
  /** What a piece is; of two that fit equally well the earlier counts. */
  enum Kind {
    AREA,
    PERIOD,
    SPAN_NOT_HELD,
    INDICATOR,
    UNIT,
    SCENARIO,
    STATUS,
    ACCUMULATION,
    MEASURE,
    MEASURE_LIST,
    FIELD,
    GENERIC,
    DOCUMENT,
    PROGRESS,
    COLLECTIVE,
    OFFICE,
    DAY,
    CONNECTIVE,
    HARMLESS,
    LEFTOVER
  }

  Piece as(Kind other) {
    return new Piece(other, text, start, end);
  }

  boolean is(Kind wanted) {
    return kind == wanted;
  }

  int length() {
    return end - start;
  }
}
