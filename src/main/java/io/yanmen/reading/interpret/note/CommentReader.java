package io.yanmen.reading.interpret.note;

import io.yanmen.evidence.Evidence;
import io.yanmen.evidence.EvidenceItem;
import io.yanmen.evidence.UnknownWords;
import io.yanmen.model.outcome.RejectionCode;
import io.yanmen.model.table.CellAddress;
import io.yanmen.model.table.SheetRow;
import io.yanmen.reading.interpret.head.Column;
import io.yanmen.reading.interpret.head.HeaderGrid;
import io.yanmen.reading.interpret.word.NoteReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.regex.Pattern;

/**
 * Comments on cells are notes on what the cell stands for: a figure, a row, the columns below a
 * head. One that is known to change nothing is passed over; any other (预计数, 单位亿元, 当月数) may make the
 * figures others than the table says.
 */
public final class CommentReader {
  private static final Pattern BLANKS = Pattern.compile("\\s+");

  private final NoteReader notes;
  private final String sheet;

  public CommentReader(NoteReader notes, String sheet) {
    this.notes = notes;
    this.sheet = sheet;
  }

  /** The first comment of a row that may change what figures mean, of those on some columns. */
  public Optional<EvidenceItem<UnknownWords>> doubt(SheetRow row, IntPredicate columns) {
    return row.comments().isEmpty() ? Optional.empty() : doubts(row, columns).stream().findFirst();
  }

  /** What the comments of a line say of all that stands below it. */
  public Evidence of(SheetRow line) {
    return said(doubts(line, column -> true));
  }

  private static Evidence said(List<EvidenceItem<UnknownWords>> doubts) {
    return doubts.isEmpty() ? Evidence.NONE : Evidence.NONE.withUnknown(doubts);
  }

  /** The columns, those doubted that a head with a comment stands above. */
  public List<Column> onHeads(List<Column> columns, HeaderGrid grid, List<SheetRow> header) {
    List<Column> read = new ArrayList<>(columns);
    for (SheetRow row : header) {
      for (int commented : row.comments().keySet()) {
        Evidence said = said(doubts(row, commented));
        read.replaceAll(
            it ->
                it.use() == Column.Use.FIGURES && isBelow(it, grid, row, commented)
                    ? it.with(it.facets().beside(said))
                    : it);
      }
    }
    return read;
  }

  /** What comments on the heads of labels say of the table. */
  public Evidence onLabels(List<Column> columns, HeaderGrid grid, List<SheetRow> header) {
    Evidence all = Evidence.NONE;
    for (SheetRow row : header) {
      for (int commented : row.comments().keySet()) {
        boolean ofFigures =
            columns.stream()
                .anyMatch(
                    it -> it.use() == Column.Use.FIGURES && isBelow(it, grid, row, commented));
        all = ofFigures ? all : all.beside(said(doubts(row, commented)));
      }
    }
    return all;
  }

  private static boolean isBelow(Column column, HeaderGrid grid, SheetRow row, int commented) {
    return column.index() == commented || grid.standsAbove(row.number(), commented, column.index());
  }

  private List<EvidenceItem<UnknownWords>> doubts(SheetRow row, int column) {
    return doubts(row, it -> it == column);
  }

  private List<EvidenceItem<UnknownWords>> doubts(SheetRow row, IntPredicate columns) {
    List<EvidenceItem<UnknownWords>> found = new ArrayList<>();
    for (Map.Entry<Integer, String> comment : row.comments().entrySet()) {
      if (columns.test(comment.getKey()) && !notes.changesNothing(comment.getValue())) {
        String words = BLANKS.matcher(comment.getValue().strip()).replaceAll(" ");
        String where = new CellAddress(sheet, row.number(), comment.getKey()).toString();
        found.add(
            EvidenceItem.of(new UnknownWords(words, RejectionCode.UNKNOWN_CONTEXT), words, where));
      }
    }
    return found;
  }
}
