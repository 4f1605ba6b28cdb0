package io.yanmen.reading.format.limit;

/**
 * How much a file may ask of the reader.
 *
 * @param maxExpandedBytes most bytes that one part of a zipped workbook, and all parts together,
 *     may expand to
 * @param maxExpansionRatio most bytes expanded for a byte packed, counted once a part has passed
 *     one mebibyte
 * @param maxCellCharacters most characters in a cell
 * @param maxColumns most columns in use
 * @param maxSharedTextBytes most memory that the texts which a workbook keeps apart from its cells
 *     may take
 */
public record ReadLimits(
    long maxExpandedBytes,
    int maxExpansionRatio,
    int maxCellCharacters,
    int maxColumns,
    int maxSharedTextBytes) {
  // A row may hold many long cells, yet not a file's worth of them.
  private static final int CELLS_OF_FULL_LENGTH = 64;

  public static final ReadLimits DEFAULT = new ReadLimits(4L << 30, 200, 32_767, 16_384, 128 << 20);

  /** Most characters in all cells of a row together. */
  public long maxRowCharacters() {
    return (long) maxCellCharacters * CELLS_OF_FULL_LENGTH;
  }
}
