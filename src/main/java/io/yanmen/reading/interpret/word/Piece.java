package io.yanmen.reading.interpret.word;

/**
 * A piece of a text that was taken apart; the pieces of a text follow each other without a gap.
 *
 * @param text the words, in the form in which they are understood
 */
record Piece(Kind kind, String text, int start, int end) {
  /** What a piece is; of two that fit equally well the earlier counts. */
  enum Kind {
    AREA(0),
    PERIOD(1),
    SPAN_NOT_HELD(2),
    INDICATOR(3),
    UNIT(4),
    SCENARIO(5),
    STATUS(6),
    ACCUMULATION(7),
    MEASURE(8),
    MEASURE_LIST(9),
    FIELD(10),
    GENERIC(11),
    DOCUMENT(12),
    PROGRESS(13),
    COLLECTIVE(14),
    OFFICE(15),
    DAY(16),
    CONNECTIVE(17),
    HARMLESS(18),
    COUNTED(19),
    LEFTOVER(20);

    private final int unlikely;

    Kind(int unlikely) {
      this.unlikely = unlikely;
    }

    /** How little a piece of this kind is to be expected, where it could be another as well. */
    int unlikely() {
      return unlikely;
    }
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
