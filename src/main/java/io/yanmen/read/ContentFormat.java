package io.yanmen.read;

/**
 * What a file's bytes are, whatever its name says.
 *
 * @param label what people call it, the same in every language
 */
record ContentFormat(Kind kind, String label) {
  enum Kind {
    XLSX,
    XLS,
    TEXT,
    /** A workbook that only a password opens. */
    PROTECTED,
    /** A container of the kind that workbooks use, too damaged to tell what is in it. */
    DAMAGED,
    /** Known, and not read. */
    OTHER
  }

  static final ContentFormat XLSX = new ContentFormat(Kind.XLSX, "xlsx");
  static final ContentFormat XLS = new ContentFormat(Kind.XLS, "xls");
  static final ContentFormat TEXT = new ContentFormat(Kind.TEXT, "csv/txt");
  static final ContentFormat PROTECTED = new ContentFormat(Kind.PROTECTED, "xlsx/xls");
  static final ContentFormat OLD_EXCEL = other("Excel 95 (xls)");

  static ContentFormat other(String label) {
    return new ContentFormat(Kind.OTHER, label);
  }

  static ContentFormat damaged(String label) {
    return new ContentFormat(Kind.DAMAGED, label);
  }
}
