package io.yanmen.reading.format.xls;

import io.yanmen.model.outcome.UnreadableFileException;
import io.yanmen.model.table.CellRange;
import io.yanmen.model.table.SheetInfo;
import io.yanmen.model.table.Style;
import io.yanmen.reading.format.limit.ReadLimits;
import io.yanmen.reading.format.limit.Refusal;
import io.yanmen.reading.format.value.BuiltInFormats;
import io.yanmen.reading.format.value.CellComments;
import io.yanmen.reading.format.value.NumberFormat;
import io.yanmen.reading.format.value.RunMarks;
import io.yanmen.reading.format.xlsx.MergeOverlaps;
import io.yanmen.reading.format.xlsx.MergeScanner;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.poi.hssf.record.BOFRecord;
import org.apache.poi.hssf.record.BoundSheetRecord;
import org.apache.poi.hssf.record.ColumnInfoRecord;
import org.apache.poi.hssf.record.DateWindow1904Record;
import org.apache.poi.hssf.record.EOFRecord;
import org.apache.poi.hssf.record.ExtendedFormatRecord;
import org.apache.poi.hssf.record.FontRecord;
import org.apache.poi.hssf.record.FormatRecord;
import org.apache.poi.hssf.record.FormulaRecord;
import org.apache.poi.hssf.record.MergeCellsRecord;
import org.apache.poi.hssf.record.RecordBase;
import org.apache.poi.hssf.record.RowRecord;
import org.apache.poi.ss.util.CellRangeAddress;
import org.jspecify.annotations.Nullable;

/**
 * What a first pass over an xls workbook gathers: its sheets with their merged rectangles and
 * hidden rows, which stand behind the cells, and the formats and fonts of its cell styles.
 */
final class XlsOutline {
  /** What stands between a BOF and an EOF, in the order of the file. */
  private static final class Stream {
    private final int type;
    private final List<CellRange> merged = new ArrayList<>();
    private final BitSet hidden = new BitSet();
    private final List<SheetInfo.Columns> hiddenColumns = new ArrayList<>();
    private final XlsComments comments = new XlsComments();

    Stream(int type) {
      this.type = type;
    }
  }

  private static final int NO_FONT = 4;
  private static final int NO_FILL = 0;
  private static final int WHITE = 9;
  private static final int WHITE_OF_SYSTEM = 1;

  private final List<Long> positions;
  private final List<Stream> streams = new ArrayList<>();
  private final List<BoundSheetRecord> sheets = new ArrayList<>();
  private final Map<Integer, NumberFormat> formats = new HashMap<>();
  private final List<ExtendedFormatRecord> styles = new ArrayList<>();
  private final List<FontRecord> fonts = new ArrayList<>();
  private final Map<Integer, NumberFormat> formatOfStyle = new HashMap<>();
  private int depth;
  private boolean from1904;
  private boolean calculated;

  XlsOutline(BiffScan scan) {
    this.positions = scan.streams();
  }

  void record(RecordBase record) throws UnreadableFileException {
    if (record instanceof BOFRecord bof) {
      if (depth++ == 0) {
        streams.add(new Stream(bof.getType()));
      }
    } else if (record instanceof EOFRecord) {
      depth--;
    } else if (depth == 1) {
      if (streams.size() == 1) {
        workbookRecord(record);
      } else {
        sheetRecord(record, streams.get(streams.size() - 1));
      }
    }
  }

  private void workbookRecord(RecordBase record) {
    if (record instanceof BoundSheetRecord sheet) {
      sheets.add(sheet);
    } else if (record instanceof FormatRecord format) {
      formats.put(format.getIndexCode(), NumberFormat.parse(format.getFormatString()));
    } else if (record instanceof ExtendedFormatRecord style) {
      styles.add(style);
    } else if (record instanceof FontRecord font) {
      fonts.add(font);
    } else if (record instanceof DateWindow1904Record window) {
      from1904 = window.getWindowing() == 1;
    }
  }

  private void sheetRecord(RecordBase record, Stream stream) throws UnreadableFileException {
    if (record instanceof MergeCellsRecord merges) {
      for (int i = 0; i < merges.getNumAreas(); i++) {
        stream.merged.add(range(merges.getAreaAt(i)));
      }
      MergeScanner.refuseTooMany(stream.merged);
    } else if (record instanceof RowRecord row && (row.getZeroHeight() || row.getHeight() == 0)) {
      stream.hidden.set(row.getRowNumber());
    } else if (record instanceof ColumnInfoRecord column
        && (column.getHidden() || column.getColumnWidth() == 0)
        && column.getLastColumn() >= column.getFirstColumn()) {
      stream.hiddenColumns.add(
          new SheetInfo.Columns(column.getFirstColumn(), column.getLastColumn()));
    } else if (record instanceof FormulaRecord formula) {
      calculated |= holdsResult(formula);
    } else {
      stream.comments.record(record);
    }
  }

  private static CellRange range(CellRangeAddress area) throws UnreadableFileException {
    try {
      return new CellRange(
          area.getFirstRow(), area.getFirstColumn(), area.getLastRow(), area.getLastColumn());
    } catch (IllegalArgumentException e) {
      throw Refusal.damaged(
          "合并区域 " + area.formatAsString(), "merged range " + area.formatAsString());
    }
  }

  private static boolean holdsResult(FormulaRecord formula) {
    return switch (formula.getCachedResultTypeEnum()) {
      case NUMERIC -> formula.getValue() != 0;
      case STRING -> formula.hasCachedResultString();
      default -> true;
    };
  }

  /** Refuses a workbook with a sheet that is announced and not there. */
  void close() throws UnreadableFileException {
    for (Stream stream : streams) {
      MergeOverlaps.refuse(stream.merged);
    }
    for (BoundSheetRecord sheet : sheets) {
      int stream = positions.indexOf((long) sheet.getPositionOfBof());
      if (stream < 1 || stream >= streams.size()) {
        throw Refusal.damaged(
            "工作表 " + sheet.getSheetname() + " 没有内容",
            "sheet " + sheet.getSheetname() + " has no content");
      }
    }
  }

  boolean from1904() {
    return from1904;
  }

  /** Whether any formula holds a result: if none does, nobody has calculated this workbook. */
  boolean calculated() {
    return calculated;
  }

  boolean isHidden(int stream, int row) {
    return streams.get(stream).hidden.get(row);
  }

  CellComments comments(int stream, ReadLimits limits) throws UnreadableFileException {
    Stream rows = streams.get(stream);
    return rows.comments.of(rows.merged, limits);
  }

  /** The sheet of cells that a stream holds; null where it holds none. */
  @Nullable SheetInfo sheet(int stream) {
    if (stream >= positions.size() || streams.get(stream).type != BOFRecord.TYPE_WORKSHEET) {
      return null;
    }
    long position = positions.get(stream);
    for (int i = 0; i < sheets.size(); i++) {
      BoundSheetRecord sheet = sheets.get(i);
      if (sheet.getPositionOfBof() == position) {
        boolean hidden = sheet.isHidden() || sheet.isVeryHidden();
        Stream rows = streams.get(stream);
        return new SheetInfo(
            i, sheet.getSheetname(), hidden, rows.merged, true, rows.hiddenColumns);
      }
    }
    return null;
  }

  NumberFormat format(int style) {
    return style < styles.size()
        ? formatOfStyle.computeIfAbsent(style, s -> format(styles.get(s)))
        : NumberFormat.GENERAL;
  }

  private NumberFormat format(ExtendedFormatRecord style) {
    int id = style.getFormatIndex();
    NumberFormat own = formats.get(id);
    NumberFormat format = own == null ? BuiltInFormats.of(id) : own;
    FontRecord font = font(style.getFontIndex());
    if (font == null) {
      return format;
    }
    if (font.isStruckout()) {
      return format.looking(Style.Look.STRUCK_OUT);
    }
    boolean paper = style.getAdtlFillPattern() == NO_FILL || isWhite(style.getFillForeground());
    return isWhite(font.getColorPaletteIndex()) && paper
        ? format.looking(Style.Look.WHITE)
        : format;
  }

  private static boolean isWhite(int colour) {
    return colour == WHITE || colour == WHITE_OF_SYSTEM;
  }

  /** A font by its number; none has the number 4. */
  private @Nullable FontRecord font(int number) {
    int index = number < NO_FONT ? number : number - 1;
    return number == NO_FONT || index < 0 || index >= fonts.size() ? null : fonts.get(index);
  }

  /** How a run of a text in a font is written. */
  RunMarks.Writing writing(int fontNumber) {
    FontRecord font = font(fontNumber);
    if (font == null) {
      return RunMarks.Writing.PLAIN;
    }
    if (font.isStruckout()) {
      return RunMarks.Writing.STRUCK_OUT;
    }
    return switch (font.getSuperSubScript()) {
      case FontRecord.SS_SUPER -> RunMarks.Writing.RAISED;
      case FontRecord.SS_SUB -> RunMarks.Writing.LOWERED;
      default -> RunMarks.Writing.PLAIN;
    };
  }

  /** How a text is written before its first run: in the font of its cell. */
  RunMarks.Writing writingOfStyle(int style) {
    return style < styles.size()
        ? writing(styles.get(style).getFontIndex())
        : RunMarks.Writing.PLAIN;
  }
}
