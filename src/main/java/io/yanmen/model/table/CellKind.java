package io.yanmen.model.table;

/** What a file says about a cell, before anybody reads a meaning into it. */
public enum CellKind {
  EMPTY,
  TEXT,
  /** A number typed as a number. */
  NUMBER,
  /** A number that its format shows as a percentage; the text is the fraction as stored (0.081). */
  PERCENT,
  /**
   * A date or time; the text is ISO 8601, cut to what the format shows: 2025, 2025-04, 2025-04-30.
   */
  DATE,
  BOOLEAN,
  /** An error value of the spreadsheet; the text is its name (#REF!). */
  ERROR,
  /** A formula whose result the file does not hold; the text is the formula. */
  FORMULA_WITHOUT_VALUE
}
