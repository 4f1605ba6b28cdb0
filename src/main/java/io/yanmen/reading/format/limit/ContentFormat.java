package io.yanmen.reading.format.limit;

/**
 * What a file's bytes are that are not read, whatever its name says.
 *
 * @param label what people call it, the same in every language
 */
public record ContentFormat(FormatFamily kind, String label) {
  public enum FormatFamily {
    /** A workbook that only a password opens. */
    PROTECTED,
    /** A container of the kind that workbooks use, too damaged to tell what is in it. */
    DAMAGED,
    /** Known, and not read. */
    OTHER
  }

  public static final ContentFormat PROTECTED =
      new ContentFormat(FormatFamily.PROTECTED, "xlsx/xls");
  public static final ContentFormat OLD_EXCEL = other("Excel 95 (xls)");

  public static ContentFormat other(String label) {
    return new ContentFormat(FormatFamily.OTHER, label);
  }

  public static ContentFormat damaged(String label) {
    return new ContentFormat(FormatFamily.DAMAGED, label);
  }
}
