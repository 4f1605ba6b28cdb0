package io.yanmen.reading.interpret.word;

/** Where a text stands: names that programs give are harmless in some places only. */
enum Place {
  TITLE,
  SHEET_NAME,
  FILE_NAME,
  SECTION,
  NOTE;

  /** Whether programs, not people, may have written it. */
  boolean isName() {
    return this == SHEET_NAME || this == FILE_NAME;
  }
}
