package io.yanmen.reading.format.value;

import io.yanmen.model.table.Cell;
import io.yanmen.model.table.CellKind;
import java.time.LocalDate;

/**
 * Dates and times of spreadsheets: days since the end of 1899 or 1903, as ISO 8601 cut to what the
 * format shows. A format without a year gives {@code --04-30} or {@code --04}, because the year
 * that the cell holds is the one of its typing and nobody sees it. A time of day alone is text.
 */
final class DateText {
  // What people see in place of a date before the first or after the last day of the calendar.
  private static final String NO_DATE = "#####";
  private static final int LAST_DAY_1900 = 2_958_465;
  private static final int DAYS_1900_TO_1904 = 1462;
  private static final int DAY_THAT_NEVER_WAS = 60;
  private static final long SECONDS_OF_DAY = 86_400;

  private DateText() {}

  static Cell of(double serial, NumberFormat format, boolean from1904) {
    int last = from1904 ? LAST_DAY_1900 - DAYS_1900_TO_1904 : LAST_DAY_1900;
    if (!(serial >= 0 && serial < last + 1)) {
      return new Cell(CellKind.ERROR, NO_DATE, format.style());
    }
    long seconds = Math.round(serial * SECONDS_OF_DAY);
    int day = (int) (seconds / SECONDS_OF_DAY);
    int time = (int) (seconds % SECONDS_OF_DAY);
    if (format.shows() == NumberFormat.Shows.TIME) {
      StringBuilder text = new StringBuilder();
      clock(text, format.elapsed() ? seconds : time, format.seconds());
      return new Cell(CellKind.TEXT, text.toString(), format.style());
    }
    if (from1904) {
      return date(LocalDate.of(1904, 1, 1).plusDays(day), time, format);
    }
    // Spreadsheets count a 0 January and a 29 February 1900, which no calendar has.
    if (day == 0) {
      return new Cell(CellKind.TEXT, "1900-01-00", format.style());
    }
    if (day == DAY_THAT_NEVER_WAS) {
      return new Cell(CellKind.TEXT, "1900-02-29", format.style());
    }
    LocalDate start = LocalDate.of(1899, 12, day < DAY_THAT_NEVER_WAS ? 31 : 30);
    return date(start.plusDays(day), time, format);
  }

  /** A date with the seconds of its day, cut to what the format shows. */
  static Cell date(LocalDate date, int time, NumberFormat format) {
    StringBuilder text = new StringBuilder(19);
    boolean weekdayAlone = !format.year() && !format.month() && !format.day();
    if (weekdayAlone || (format.year() && format.day())) {
      text.append(date);
      if (format.clock() && time != 0) {
        text.append('T');
        clock(text, time, format.seconds());
      }
    } else if (format.year()) {
      pad(text, date.getYear(), 4);
      if (format.month()) {
        pad(text.append('-'), date.getMonthValue(), 2);
      }
    } else {
      text.append("--");
      if (format.month()) {
        pad(text, date.getMonthValue(), 2);
      }
      if (format.day()) {
        pad(text.append('-'), date.getDayOfMonth(), 2);
      }
    }
    return new Cell(CellKind.DATE, text.toString(), format.style());
  }

  private static void clock(StringBuilder text, long seconds, boolean showSeconds) {
    pad(text, seconds / 3600, 2);
    pad(text.append(':'), seconds / 60 % 60, 2);
    if (showSeconds) {
      pad(text.append(':'), seconds % 60, 2);
    }
  }

  private static void pad(StringBuilder text, long number, int width) {
    String digits = Long.toString(number);
    for (int i = digits.length(); i < width; i++) {
      text.append('0');
    }
    text.append(digits);
  }
}
