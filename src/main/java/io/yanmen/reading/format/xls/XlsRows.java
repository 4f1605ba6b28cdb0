package io.yanmen.reading.format.xls;

import io.yanmen.model.outcome.UnreadableFileException;
import io.yanmen.model.table.Cell;
import io.yanmen.model.table.CellAddress;
import io.yanmen.model.table.CellKind;
import io.yanmen.model.table.RowSink;
import io.yanmen.model.table.SheetInfo;
import io.yanmen.model.table.Style;
import io.yanmen.reading.format.limit.ReadLimits;
import io.yanmen.reading.format.limit.Refusal;
import io.yanmen.reading.format.value.CellComments;
import io.yanmen.reading.format.value.ContentCells;
import io.yanmen.reading.format.value.NumberFormat;
import io.yanmen.reading.format.value.RowBuilder;
import io.yanmen.reading.format.value.RunMarks;
import org.apache.poi.hssf.record.BOFRecord;
import org.apache.poi.hssf.record.BoolErrRecord;
import org.apache.poi.hssf.record.CellValueRecordInterface;
import org.apache.poi.hssf.record.EOFRecord;
import org.apache.poi.hssf.record.FormulaRecord;
import org.apache.poi.hssf.record.LabelRecord;
import org.apache.poi.hssf.record.LabelSSTRecord;
import org.apache.poi.hssf.record.NumberRecord;
import org.apache.poi.hssf.record.RecordBase;
import org.apache.poi.hssf.record.SSTRecord;
import org.apache.poi.hssf.record.StringRecord;
import org.apache.poi.hssf.record.common.FormatRun;
import org.apache.poi.hssf.record.common.UnicodeString;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.FormulaError;
import org.jspecify.annotations.Nullable;

/** Second pass over an xls workbook: its cells, row by row. */
final class XlsRows {

  private final XlsOutline outline;
  private final RowSink sink;
  private final ReadLimits limits;
  private final ContentCells cells;
  private final RowBuilder builder = new RowBuilder();

  private CellComments comments;
  private @Nullable SSTRecord strings;
  private int depth;
  private int stream = -1;
  private @Nullable SheetInfo sheet;
  private int row = -1;
  // Where the text result of a formula belongs, which follows in a record of its own; else -1.
  private int awaitsText = -1;
  private NumberFormat awaitedFormat = NumberFormat.GENERAL;

  XlsRows(XlsOutline outline, RowSink sink, ReadLimits limits) {
    this.outline = outline;
    this.sink = sink;
    this.limits = limits;
    this.cells = new ContentCells(outline.from1904());
    this.comments = new CellComments(limits);
  }

  void record(RecordBase record) throws UnreadableFileException {
    if (record instanceof BOFRecord) {
      if (depth++ == 0) {
        begin();
      }
    } else if (record instanceof EOFRecord) {
      if (--depth == 0) {
        end();
      }
    } else if (depth == 1) {
      if (record instanceof SSTRecord sst) {
        strings = sst;
      } else if (record instanceof StringRecord text && awaitsText >= 0) {
        put(awaitsText, ContentCells.text(ContentCells.text(text.getString()), awaitedFormat));
        awaitsText = -1;
      } else if (sheet != null && record instanceof CellValueRecordInterface cell) {
        cell(cell);
      }
    }
  }

  private void begin() throws UnreadableFileException {
    stream++;
    row = -1;
    sheet = stream == 0 ? null : outline.sheet(stream);
    if (sheet != null) {
      comments = outline.comments(stream, limits);
      sink.sheet(sheet);
    }
  }

  private void end() {
    if (sheet != null) {
      flush();
      sink.endSheet();
      sheet = null;
    }
  }

  private void flush() {
    awaitsText = -1;
    if (builder.width() > 0) {
      sink.row(comments.with(builder.take(row, outline.isHidden(stream, row))));
    }
  }

  private void cell(CellValueRecordInterface cell) throws UnreadableFileException {
    if (cell.getRow() != row) {
      flush();
      if (cell.getRow() < row) {
        throw Refusal.damaged(
            new CellAddress(name(), cell.getRow(), 0), "行的顺序颠倒", "rows are not in order");
      }
      row = cell.getRow();
    }
    awaitsText = -1;
    put(column(cell), content(cell));
  }

  private void put(int column, Cell cell) throws UnreadableFileException {
    builder.put(name(), row, column, cell, limits);
  }

  private Cell content(CellValueRecordInterface cell) throws UnreadableFileException {
    if (cell instanceof NumberRecord number) {
      return cells.number(number.getValue(), format(cell));
    }
    if (cell instanceof LabelSSTRecord label) {
      return ContentCells.text(shared(label), format(cell));
    }
    if (cell instanceof LabelRecord label) {
      return ContentCells.text(ContentCells.text(label.getValue()), format(cell));
    }
    if (cell instanceof BoolErrRecord value) {
      return value.isBoolean()
          ? ContentCells.bool(value.getBooleanValue())
          : error(value.getErrorValue());
    }
    return cell instanceof FormulaRecord formula ? result(formula) : Cell.EMPTY;
  }

  private Cell shared(LabelSSTRecord label) throws UnreadableFileException {
    if (strings == null
        || label.getSSTIndex() < 0
        || label.getSSTIndex() >= strings.getNumUniqueStrings()) {
      throw Refusal.damaged(
          new CellAddress(name(), row, column(label)),
          "文字编号 " + label.getSSTIndex(),
          "number of a text " + label.getSSTIndex());
    }
    UnicodeString text = strings.getString(label.getSSTIndex());
    return text.getFormatRunCount() == 0
        ? ContentCells.text(text.getString())
        : written(text, label.getXFIndex() & 0xFFFF);
  }

  /** A text of several fonts. */
  private Cell written(UnicodeString text, int style) {
    String all = text.getString();
    RunMarks marks = new RunMarks();
    RunMarks.Writing writing = outline.writingOfStyle(style);
    int from = 0;
    for (int i = 0; i < text.getFormatRunCount(); i++) {
      FormatRun run = text.getFormatRun(i);
      int to = Math.min(all.length(), Math.max(from, run.getCharacterPos()));
      marks.add(all.substring(from, to), writing);
      writing = outline.writing(run.getFontIndex());
      from = to;
    }
    marks.add(all.substring(from), writing);
    return marks.isStruckOut()
        ? ContentCells.struckOut(marks.text())
        : ContentCells.text(marks.text());
  }

  private Cell result(FormulaRecord formula) {
    if (formula.hasCachedResultString()) {
      awaitsText = column(formula);
      awaitedFormat = format(formula);
      return Cell.EMPTY;
    }
    CellType type = formula.getCachedResultTypeEnum();
    if (isUncalculated(formula, type)) {
      return new Cell(CellKind.FORMULA_WITHOUT_VALUE, XlsFormula.text(formula), Style.PLAIN);
    }
    if (type == CellType.STRING) {
      return Cell.EMPTY;
    }
    if (type == CellType.BOOLEAN) {
      return ContentCells.bool(formula.getCachedBooleanValue());
    }
    if (type == CellType.ERROR) {
      return error(formula.getCachedErrorValue());
    }
    return cells.number(formula.getValue(), format(formula));
  }

  /** Programs that do not calculate leave an empty text or a zero to be calculated on opening. */
  private boolean isUncalculated(FormulaRecord formula, CellType type) {
    if (outline.calculated()) {
      return false;
    }
    return type == CellType.STRING
        || (type == CellType.NUMERIC && formula.getValue() == 0 && formula.isCalcOnLoad());
  }

  private NumberFormat format(CellValueRecordInterface cell) {
    return outline.format(cell.getXFIndex() & 0xFFFF);
  }

  private static int column(CellValueRecordInterface cell) {
    return cell.getColumn() & 0xFFFF;
  }

  private static Cell error(int code) {
    return ContentCells.error(
        FormulaError.isValidCode(code) ? FormulaError.forInt(code).getString() : "#" + code);
  }

  private String name() {
    return sheet == null ? "" : sheet.name();
  }
}
