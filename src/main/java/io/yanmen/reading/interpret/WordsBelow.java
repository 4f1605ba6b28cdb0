package io.yanmen.reading.interpret;

import io.yanmen.catalog.NameNormalForm;
import io.yanmen.evidence.Evidence;
import io.yanmen.evidence.EvidenceItem;
import io.yanmen.evidence.UnknownWords;
import io.yanmen.model.outcome.RejectionCode;
import io.yanmen.model.table.SheetRow;
import io.yanmen.reading.interpret.head.Column;
import io.yanmen.reading.interpret.vocabulary.HeadRole;
import io.yanmen.reading.interpret.vocabulary.SpansNotHeld;
import java.util.List;

/**
 * What a table itself says of words that a title or a name leaves over: 2021-2025年 above columns of
 * years, a file name that repeats a head of the table.
 */
final class WordsBelow {
  private static final int LONGEST = 200;

  private final List<Column> columns;
  private final List<SheetRow> header;
  private final List<String> lines;
  private final NumberOfCounties counties;

  /**
   * @param lines the lines above the table, as written
   */
  WordsBelow(
      List<Column> columns, List<SheetRow> header, List<String> lines, NumberOfCounties counties) {
    this.columns = columns;
    this.header = header;
    this.lines = lines;
    this.counties = counties;
  }

  /**
   * What the first lines of a sheet say of a later table: where it was, when, and what of that is
   * not understood; all that is not, where the table has no title of its own.
   */
  Evidence ofFirstLines(Evidence own, Evidence first) {
    boolean titled =
        own.area().isPresent() || own.period().isPresent() || own.indicator().isPresent();
    List<EvidenceItem<UnknownWords>> unknown =
        first.unknown().stream()
            .filter(u -> !titled || u.value().code() != RejectionCode.UNKNOWN_CONTEXT)
            .toList();
    return first.onlyAreaAndPeriod().withUnknown(unknown);
  }

  /**
   * The name of a sheet or file without words that stand above all figures too, where they are read
   * better: in a line above the table, or in the heads of all columns.
   */
  Evidence ofName(Evidence name) {
    return name.withUnknown(
        name.unknown().stream()
            .filter(
                u ->
                    u.value().code() != RejectionCode.UNKNOWN_CONTEXT
                        || !standsAbove(u.value().words()))
            .toList());
  }

  private boolean standsAbove(String words) {
    List<Column> figures = columns.stream().filter(c -> c.use() == Column.Use.FIGURES).toList();
    return lines.stream().anyMatch(text -> contains(text, words))
        || !figures.isEmpty() && figures.stream().allMatch(c -> isHeaded(c, words));
  }

  private boolean isHeaded(Column column, String words) {
    return header.stream().anyMatch(row -> contains(row.cell(column.index()).text(), words));
  }

  private static boolean contains(String text, String words) {
    return text.length() <= LONGEST && NameNormalForm.of(text).contains(words);
  }

  /**
   * Without the span of years that the table divides into its years, and without the number of the
   * counties that there are.
   */
  List<EvidenceItem<UnknownWords>> stillUnknown(List<EvidenceItem<UnknownWords>> unknown) {
    if (unknown.isEmpty()) {
      return unknown;
    }
    boolean years = saysYears();
    return unknown.stream()
        .filter(u -> !(years && SpansNotHeld.areSeveralYears(u.value().words())))
        .filter(u -> !counties.isOfAll(u.value().words()))
        .toList();
  }

  private boolean saysYears() {
    return columns.stream()
        .anyMatch(
            c ->
                c.isLabel(HeadRole.PERIOD)
                    || (c.use() == Column.Use.FIGURES
                        && c.facets().period().filter(p -> !p.value().lacksYear()).isPresent()));
  }
}
