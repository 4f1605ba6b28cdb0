package io.yanmen.report;

/**
 * How large a workbook may be to be marked: it is held in memory whole, so these bound the heap. A
 * larger one gets a list of its refused cells instead.
 *
 * @param maxXlsxBytes most bytes of an xlsx, packed
 * @param maxXlsxTags most XML tags in it, counted as they unpack; a cell with a number has four
 * @param maxXlsBytes most bytes of an xls; two bytes of it can stand for a cell
 * @param maxXlsCells most cells of an xls
 * @param maxComments most comments; further cells are coloured only
 */
public record MarkLimits(
    long maxXlsxBytes, long maxXlsxTags, long maxXlsBytes, long maxXlsCells, int maxComments) {
  public static final MarkLimits DEFAULT =
      new MarkLimits(20L << 20, 1_000_000, 6L << 20, 200_000, 2_000);
}
