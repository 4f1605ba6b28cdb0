package io.yanmen.reading.format.xlsx;

import io.yanmen.model.outcome.UnreadableFileException;
import io.yanmen.model.table.Cell;
import io.yanmen.model.table.CellAddress;
import io.yanmen.model.table.CellKind;
import io.yanmen.model.table.RowSink;
import io.yanmen.model.table.Style;
import io.yanmen.reading.format.limit.ReadLimits;
import io.yanmen.reading.format.limit.Refusal;
import io.yanmen.reading.format.value.CellComments;
import io.yanmen.reading.format.value.ContentCells;
import io.yanmen.reading.format.value.NumberFormat;
import io.yanmen.reading.format.value.RowBuilder;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Reads the rows of a sheet's part. This is the hot loop of reading workbooks: it makes no object
 * for what a cell does not keep.
 */
final class SheetPart {
  private final XmlPart part;
  private final XMLStreamReader xml;
  private final WorkbookPart workbook;
  private final WorkbookPart.Sheet sheet;
  private final NumberFormat[] styles;
  private final SharedStrings strings;
  private final ContentCells cells;
  private final CellComments comments;
  private final ReadLimits limits;
  private final XlsxText value;
  private final XlsxText formula;
  private final RowBuilder builder = new RowBuilder();

  private int row = -1;
  private int column;

  // The present cell's attributes.
  private char type;
  private int style;

  SheetPart(
      XmlPart part,
      WorkbookPart workbook,
      WorkbookPart.Sheet sheet,
      NumberFormat[] styles,
      SharedStrings strings,
      CellComments comments,
      ReadLimits limits) {
    this.part = part;
    this.xml = part.xml();
    this.workbook = workbook;
    this.sheet = sheet;
    this.styles = styles;
    this.strings = strings;
    this.cells = new ContentCells(workbook.from1904());
    this.comments = comments;
    this.limits = limits;
    this.value = new XlsxText(limits.maxCellCharacters());
    this.formula = new XlsxText(limits.maxCellCharacters());
  }

  void read(RowSink sink) throws XMLStreamException, UnreadableFileException {
    while (part.nextElement()) {
      if (part.is("sheetData")) {
        int data = part.depth();
        while (part.nextWithin(data)) {
          if (part.is("row")) {
            readRow(sink);
          } else {
            part.skip();
          }
        }
      } else if (part.depth() > 1) {
        part.skip();
      }
    }
  }

  private void readRow(RowSink sink) throws XMLStreamException, UnreadableFileException {
    int next = row + 1;
    boolean hidden = false;
    for (int i = xml.getAttributeCount() - 1; i >= 0; i--) {
      String name = xml.getAttributeLocalName(i);
      if (name.equals("r")) {
        String number = xml.getAttributeValue(i);
        next = CellReference.positive(number, 0, number.length()) - 1;
        if (next <= row) {
          throw damaged("行号 " + number, "row number " + number);
        }
      } else if (name.equals("hidden")) {
        hidden |= part.flag("hidden");
      } else if (name.equals("ht")) {
        hidden |= HiddenColumns.isNought(xml.getAttributeValue(i));
      }
    }
    row = next;
    column = -1;
    int depth = part.depth();
    while (part.nextWithin(depth)) {
      if (part.is("c")) {
        readCell();
      } else {
        part.skip();
      }
    }
    if (builder.width() > 0) {
      sink.row(comments.with(builder.take(row, hidden)));
    }
  }

  private void readCell() throws XMLStreamException, UnreadableFileException {
    readAttributes();
    builder.put(sheet.name(), row, column, readContent(), limits);
  }

  private void readAttributes() throws UnreadableFileException {
    column++;
    type = 'n';
    style = 0;
    for (int i = xml.getAttributeCount() - 1; i >= 0; i--) {
      String name = xml.getAttributeLocalName(i);
      if (name.length() != 1) {
        continue;
      }
      String text = xml.getAttributeValue(i);
      switch (name.charAt(0)) {
        case 'r' -> {
          column = CellReference.column(text, 0, text.length());
          if (column < 0) {
            throw damaged("单元格位置 " + text, "cell reference " + text);
          }
        }
        case 's' -> style = Math.max(0, CellReference.positive(text, 0, text.length()));
        case 't' -> type = type(text);
        default -> {}
      }
    }
  }

  private static char type(String text) {
    return switch (text) {
      case "s" -> 's';
      case "str" -> 't';
      case "inlineStr" -> 'i';
      case "b" -> 'b';
      case "e" -> 'e';
      case "d" -> 'd';
      default -> 'n';
    };
  }

  private Cell readContent() throws XMLStreamException, UnreadableFileException {
    int depth = part.depth();
    value.clear();
    boolean hasFormula = false;
    while (part.nextWithin(depth)) {
      String name = xml.getLocalName();
      if (name.equals("v")) {
        value.addElement(part);
      } else if (name.equals("f")) {
        hasFormula = true;
        formula.clear();
        formula.addElement(part);
      } else if (name.equals("is")) {
        value.addRuns(part);
      } else {
        part.skip();
      }
    }
    if (hasFormula && isUncalculated()) {
      return new Cell(CellKind.FORMULA_WITHOUT_VALUE, formula.toString(), Style.PLAIN);
    }
    return value.length() == 0 ? Cell.EMPTY : content();
  }

  /** No value, or a zero in a workbook whose writer left the calculating to others. */
  private boolean isUncalculated() {
    if (value.length() == 0) {
      return type != 't';
    }
    return workbook.recalculates()
        && type == 'n'
        && value.length() == 1
        && value.buffer()[0] == '0';
  }

  private Cell content() throws UnreadableFileException {
    return switch (type) {
      case 's' -> ContentCells.text(shared(), format());
      case 't', 'i' -> ContentCells.text(inline(), format());
      case 'b' -> ContentCells.bool(value.buffer()[0] == '1' || value.buffer()[0] == 't');
      case 'e' -> ContentCells.error(value.toString());
      case 'd' -> cells.isoDate(value.toString(), format());
      default -> cells.number(value.buffer(), 0, value.length(), format());
    };
  }

  private Cell inline() {
    return value.isStruckOut()
        ? ContentCells.struckOut(value.toString())
        : ContentCells.text(value.toString());
  }

  private NumberFormat format() {
    return style < styles.length ? styles[style] : NumberFormat.GENERAL;
  }

  private Cell shared() throws UnreadableFileException {
    char[] digits = value.buffer();
    int index = 0;
    for (int i = 0; i < value.length(); i++) {
      char c = digits[i];
      if (c < '0' || c > '9' || index > strings.size()) {
        throw damaged("文字编号 " + value, "number of a text " + value);
      }
      index = index * 10 + c - '0';
    }
    if (index >= strings.size()) {
      throw damaged("文字编号 " + value, "number of a text " + value);
    }
    return strings.cell(index);
  }

  private UnreadableFileException damaged(String zh, String en) {
    return Refusal.damaged(
        new CellAddress(sheet.name(), Math.max(0, row), Math.max(0, column)), zh, en);
  }
}
