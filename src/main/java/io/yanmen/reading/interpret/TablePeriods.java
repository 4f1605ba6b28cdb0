package io.yanmen.reading.interpret;

import io.yanmen.evidence.Evidence;
import io.yanmen.evidence.EvidenceItem;
import io.yanmen.evidence.PeriodPart;
import io.yanmen.model.table.Cell;
import io.yanmen.model.table.SheetRow;
import io.yanmen.reading.interpret.head.Column;
import io.yanmen.reading.interpret.label.LabelMemory;
import io.yanmen.reading.interpret.vocabulary.HeadRole;
import java.util.List;
import java.util.stream.Stream;

/**
 * The periods that a table's own heads and labels name.
 *
 * @param said in the order of columns, then of rows
 */
record TablePeriods(List<EvidenceItem<PeriodPart>> said) {
  static TablePeriods of(List<Column> columns, List<SheetRow> sample, LabelMemory labels) {
    Stream<Evidence> heads = columns.stream().map(Column::facets);
    Stream<Evidence> rows =
        columns.stream()
            .filter(c -> c.isLabel(HeadRole.PERIOD))
            .flatMap(c -> sample.stream().map(r -> label(r, c.index(), labels)));
    return new TablePeriods(
        Stream.concat(heads, rows).flatMap(it -> it.period().stream()).toList());
  }

  private static Evidence label(SheetRow row, int column, LabelMemory labels) {
    Cell cell = row.cell(column);
    return cell.isEmpty()
        ? Evidence.NONE
        : labels.of(HeadRole.PERIOD, cell, row.number(), column).facets();
  }

  /** The last year of all: a table is made in the names of its own day. 0 where none is named. */
  int latestYear(Evidence around) {
    return Stream.concat(said.stream(), around.period().stream())
        .flatMap(it -> Stream.concat(Stream.of(it), it.rival().stream()))
        .mapToInt(it -> it.value().year())
        .max()
        .orElse(0);
  }
}
