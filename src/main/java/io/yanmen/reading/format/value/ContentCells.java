package io.yanmen.reading.format.value;

import io.yanmen.model.table.Cell;
import io.yanmen.model.table.CellKind;
import io.yanmen.model.table.Style;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import org.jspecify.annotations.Nullable;

/** Makes cells of what workbooks store: texts, and numbers as their format shows them. */
public final class ContentCells {
  private static final Cell TRUE = new Cell(CellKind.BOOLEAN, "TRUE", Style.PLAIN);
  private static final Cell FALSE = new Cell(CellKind.BOOLEAN, "FALSE", Style.PLAIN);

  private static final int LONG = 1000;

  private final boolean from1904;

  public ContentCells(boolean from1904) {
    this.from1904 = from1904;
  }

  /** The text as it is; a text of nothing but white space is an empty cell, as people see it. */
  public static Cell text(String text) {
    // Thousands of spaces around a word would be passed over again with every question about it.
    String kept = text.length() > LONG ? text.strip() : text;
    return isBlank(kept) ? Cell.EMPTY : new Cell(CellKind.TEXT, kept, Style.PLAIN);
  }

  /** A text as its cell shows it: struck out, or not at all. */
  @SuppressWarnings("ReferenceEquality") // Nearly all texts are plain.
  public static Cell text(Cell text, NumberFormat format) {
    return format.text() == Style.PLAIN || text.isEmpty()
        ? text
        : new Cell(text.kind(), text.text(), format.text());
  }

  /** A text all of which is struck out. */
  public static Cell struckOut(String text) {
    Cell cell = text(text);
    return cell.isEmpty()
        ? cell
        : new Cell(cell.kind(), cell.text(), Style.PLAIN.looking(Style.Look.STRUCK_OUT));
  }

  public static Cell bool(boolean value) {
    return value ? TRUE : FALSE;
  }

  public static Cell error(String name) {
    return new Cell(CellKind.ERROR, name, Style.PLAIN);
  }

  /** The number in a part of the buffer; as text where it is none. */
  public Cell number(char[] buffer, int from, int to, NumberFormat format) {
    int start = from;
    int end = to;
    while (start < end && buffer[start] <= ' ') {
      start++;
    }
    while (end > start && buffer[end - 1] <= ' ') {
      end--;
    }
    if (start == end) {
      return Cell.EMPTY;
    }
    String plain = NumberText.plain(buffer, start, end);
    return plain == null
        ? new Cell(CellKind.TEXT, new String(buffer, start, end - start), format.style())
        : number(plain, format);
  }

  public Cell number(double value, NumberFormat format) {
    String plain = NumberText.plain(value);
    return plain == null
        ? new Cell(CellKind.TEXT, Double.toString(value), format.style())
        : number(plain, format);
  }

  private Cell number(String plain, NumberFormat format) {
    return switch (format.shows()) {
      case NUMBER -> new Cell(CellKind.NUMBER, plain, format.styleOf(plain));
      case PERCENT -> new Cell(CellKind.PERCENT, plain, format.styleOf(plain));
      case DATE, TIME -> DateText.of(Double.parseDouble(plain), format, from1904);
    };
  }

  /** A date stored as ISO 8601 text, as strict workbooks do; as text where it is none. */
  public Cell isoDate(String text, NumberFormat format) {
    int time = text.indexOf('T');
    NumberFormat shown = format.shows() == NumberFormat.Shows.DATE ? format : BuiltInFormats.of(14);
    try {
      LocalDate date = LocalDate.parse(time < 0 ? text : text.substring(0, time));
      return DateText.date(date, time < 0 ? 0 : secondOfDay(text.substring(time + 1)), shown);
    } catch (DateTimeException e) {
      return text(text);
    }
  }

  private static int secondOfDay(String text) {
    return LocalTime.parse(text.endsWith("Z") ? text.substring(0, text.length() - 1) : text)
        .toSecondOfDay();
  }

  static boolean isBlank(@Nullable String text) {
    if (text == null) {
      return true;
    }
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c > ' '
          && c != '\u00a0'
          && c != '\u3000'
          && c != '\ufeff'
          && !Character.isWhitespace(c)) {
        return false;
      }
    }
    return true;
  }
}
