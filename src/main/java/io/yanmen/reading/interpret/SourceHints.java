package io.yanmen.reading.interpret;

import io.yanmen.reading.interpret.head.HeaderRows;
import java.util.List;
import java.util.Optional;

/**
 * What a source's file says by hand about its tables. A hint counts more than anything in the
 * table.
 *
 * @param area name or code
 * @param indicator name or code
 * @param period in words of a table (2025年1-4月)
 * @param measure code
 * @param scenario code
 * @param accumulation code
 * @param headerRows where each sheet's first table has its head
 * @param sheets names of the sheets that are read; empty for all
 * @param skipSheets names of sheets that are not read
 * @param ignoreColumns heads of columns that are not read
 * @param refuseHidden whether figures that the workbook hides are refused, not only told of
 */
public record SourceHints(
    Optional<String> area,
    Optional<String> indicator,
    Optional<String> unit,
    Optional<String> period,
    Optional<String> measure,
    Optional<String> scenario,
    Optional<String> accumulation,
    Optional<HeaderRows> headerRows,
    List<String> sheets,
    List<String> skipSheets,
    List<String> ignoreColumns,
    boolean refuseHidden) {
  public static final SourceHints NONE =
      new SourceHints(
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          List.of(),
          List.of(),
          List.of(),
          false);

  public SourceHints {
    sheets = List.copyOf(sheets);
    skipSheets = List.copyOf(skipSheets);
    ignoreColumns = List.copyOf(ignoreColumns);
  }

  public boolean saysNothing() {
    return equals(NONE);
  }

  /** Whether a sheet is read; a file without sheets (csv) always is. */
  boolean read(String sheet) {
    boolean named = sheets.isEmpty() || sheet.isEmpty() || sheets.contains(sheet);
    return named && !skipSheets.contains(sheet);
  }
}
