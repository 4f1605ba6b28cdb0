package io.yanmen.interpret;

import java.util.List;
import java.util.Optional;

/**
 * What a source's file says by hand about its tables. A hint counts more than anything in the
 * table.
 *
 * @param area name or code
 * @param indicator name
 * @param period in words of a table (2025年1-4月)
 * @param skipSheets names of sheets that are not read
 * @param ignoreColumns heads of columns that are not read
 */
public record SourceHints(
    Optional<String> area,
    Optional<String> indicator,
    Optional<String> unit,
    Optional<String> period,
    Optional<String> measure,
    Optional<String> scenario,
    List<String> skipSheets,
    List<String> ignoreColumns) {
  public static final SourceHints NONE =
      new SourceHints(
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          List.of(),
          List.of());

  public SourceHints {
    skipSheets = List.copyOf(skipSheets);
    ignoreColumns = List.copyOf(ignoreColumns);
  }
}
