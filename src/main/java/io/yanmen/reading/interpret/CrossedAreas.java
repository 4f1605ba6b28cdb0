package io.yanmen.reading.interpret;

import io.yanmen.evidence.AreaMention;
import io.yanmen.evidence.EvidenceItem;
import io.yanmen.evidence.UnknownWords;
import io.yanmen.model.outcome.RejectionCode;
import io.yanmen.model.table.Cell;
import io.yanmen.model.table.SheetRow;
import io.yanmen.reading.interpret.head.Column;
import io.yanmen.reading.interpret.label.LabelMemory;
import io.yanmen.reading.interpret.vocabulary.HeadRole;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Columns of one area among columns that are about the areas of their rows: 全市增速 beside the
 * counties' own figures is neither the city's, being told in the row of a county, nor the county's.
 *
 * @param row the first area that a row names, where some columns name another
 */
record CrossedAreas(Optional<EvidenceItem<AreaMention>> row) {
  static CrossedAreas of(List<Column> columns, List<SheetRow> sample, LabelMemory labels) {
    List<Column> figures = columns.stream().filter(c -> c.use() == Column.Use.FIGURES).toList();
    long ofAreas = figures.stream().filter(c -> c.facets().area().isPresent()).count();
    return ofAreas == 0 || ofAreas == figures.size()
        ? new CrossedAreas(Optional.empty())
        : new CrossedAreas(firstOfRows(columns, sample, labels));
  }

  private static Optional<EvidenceItem<AreaMention>> firstOfRows(
      List<Column> columns, List<SheetRow> sample, LabelMemory labels) {
    return columns.stream()
        .filter(c -> c.isLabel(HeadRole.AREA) || c.isLabel(HeadRole.AREA_CODE))
        .flatMap(c -> sample.stream().flatMap(r -> area(r, c.index(), labels)))
        .findFirst();
  }

  private static Stream<EvidenceItem<AreaMention>> area(
      SheetRow row, int column, LabelMemory labels) {
    Cell cell = row.cell(column);
    return cell.isEmpty()
        ? Stream.empty()
        : labels.of(HeadRole.AREA, cell, row.number(), column).facets().area().stream();
  }

  /** The column, with what is doubtful of its area. */
  Column told(Column column) {
    if (row.isEmpty() || column.facets().area().isEmpty()) {
      return column;
    }
    EvidenceItem<AreaMention> own = column.facets().area().get();
    UnknownWords words = new UnknownWords("area", RejectionCode.CONFLICTING_EVIDENCE);
    EvidenceItem<UnknownWords> doubt =
        new EvidenceItem<>(
            words,
            own.text(),
            own.where(),
            Optional.of(EvidenceItem.of(words, row.get().text(), row.get().where())));
    return column.with(column.facets().withUnknown(List.of(doubt)));
  }
}
