package io.yanmen.reading.interpret.row;

import io.yanmen.evidence.EvidenceItem;
import io.yanmen.evidence.UnknownWords;
import io.yanmen.model.outcome.RejectionCode;
import io.yanmen.model.table.Cell;
import io.yanmen.model.table.CellAddress;
import io.yanmen.model.table.SheetRow;
import io.yanmen.reading.interpret.head.Column;
import io.yanmen.reading.interpret.label.LabelColumn;
import io.yanmen.reading.interpret.note.CommentReader;
import io.yanmen.reading.interpret.vocabulary.HeadRole;
import io.yanmen.reading.interpret.word.NoteReader;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What makes figures doubtful whatever heads and labels say: how their rows and columns are
 * written.
 */
public final class CellDoubts {
  private final List<LabelColumn> labelColumns;
  private final List<Column> remarks;
  private final NoteReader notes;
  private final CommentReader comments;
  private final BitSet figures = new BitSet();
  private final LongRows longRows;
  private final BitSet slipped;
  private final BitSet commas;
  private String harmless = "";

  /**
   * @param columns of the table, those of remarks on their rows among them
   * @param notes reads remarks
   * @param comments reads what people hung on cells
   * @param slipped columns whose figures may stand one column off
   * @param commas columns in which a comma may be a decimal point
   */
  public CellDoubts(
      List<LabelColumn> labelColumns,
      List<Column> columns,
      NoteReader notes,
      CommentReader comments,
      LongRows longRows,
      BitSet slipped,
      BitSet commas) {
    this.labelColumns = labelColumns;
    this.remarks =
        columns.stream()
            .filter(it -> it.role().filter(role -> role == HeadRole.REMARK).isPresent())
            .toList();
    this.notes = notes;
    this.comments = comments;
    columns.stream()
        .filter(it -> it.use() == Column.Use.FIGURES)
        .forEach(it -> figures.set(it.index()));
    this.longRows = longRows;
    this.slipped = slipped;
    this.commas = commas;
  }

  /** What is doubtful of all figures of a row. */
  public Optional<EvidenceItem<UnknownWords>> ofRow(SheetRow row) {
    return named(row)
        .map(it -> EvidenceItem.of(it, it.words(), ""))
        .or(() -> comments.doubt(row, column -> !figures.get(column)));
  }

  private Optional<UnknownWords> named(SheetRow row) {
    if (longRows.isTooLong(row)) {
      String text = row.cells().stream().map(Cell::text).collect(Collectors.joining(","));
      return Optional.of(new UnknownWords(text, RejectionCode.ROW_TOO_LONG));
    }
    for (LabelColumn label : labelColumns) {
      Cell cell = row.cell(label.index());
      if (cell.isTakenBack()) {
        return Optional.of(new UnknownWords(cell.text(), RejectionCode.HIDDEN_VALUE));
      }
    }
    return remarks.stream()
        .map(it -> row.cell(it.index()).text())
        .filter(it -> !it.isBlank() && !changesNothing(it))
        .findFirst()
        .map(it -> new UnknownWords(it.strip(), RejectionCode.UNKNOWN_CONTEXT));
  }

  /** 预计数 and 不含开发区 in a column of remarks speak of the figures of their row alone. */
  private boolean changesNothing(String remark) {
    // A remark is mostly that of the row before.
    if (!remark.equals(harmless)) {
      if (!notes.changesNothing(remark)) {
        return false;
      }
      harmless = remark;
    }
    return true;
  }

  /**
   * What is doubtful of one cell, whatever stands around it.
   *
   * @param doubt of its row, or of all that it is merged over
   */
  public Optional<EvidenceItem<UnknownWords>> ofCell(
      Optional<EvidenceItem<UnknownWords>> doubt,
      SheetRow row,
      int column,
      Cell cell,
      CellAddress address) {
    Optional<EvidenceItem<UnknownWords>> own =
        doubt.or(() -> comments.doubt(row, commented -> commented == column));
    if (own.isPresent()) {
      return own.map(
          it ->
              it.where().isEmpty()
                  ? EvidenceItem.of(it.value(), it.text(), address.toString())
                  : it);
    }
    if (slipped.get(column)) {
      return Optional.of(doubt(cell, RejectionCode.SLIPPED_COLUMN, address));
    }
    return commas.get(column) && cell.text().indexOf(',') > 0
        ? Optional.of(doubt(cell, RejectionCode.AMBIGUOUS_VALUE, address))
        : Optional.empty();
  }

  /** A figure that is merged over several rows or columns belongs to none of them alone. */
  public EvidenceItem<UnknownWords> merged(Cell cell) {
    UnknownWords words = new UnknownWords(cell.text(), RejectionCode.MERGED_FIGURE);
    return EvidenceItem.of(words, words.words(), "");
  }

  private static EvidenceItem<UnknownWords> doubt(
      Cell cell, RejectionCode code, CellAddress address) {
    return EvidenceItem.of(new UnknownWords(cell.text(), code), cell.text(), address.toString());
  }
}
