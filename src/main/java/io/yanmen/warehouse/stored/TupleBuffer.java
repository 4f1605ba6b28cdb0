package io.yanmen.warehouse.stored;

import io.yanmen.model.Observation;
import io.yanmen.model.ObservationStatus;
import io.yanmen.model.Qualifier;
import io.yanmen.model.table.CellAddress;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;

/**
 * Tuples in the binary format of PostgreSQL's COPY, ready to be sent. The hot loop of a load: what
 * comes again (units, sheets, qualifiers) is encoded once, numbers are written digit by digit, and
 * nothing is allocated for a figure.
 */
public final class TupleBuffer {
  /** What precedes the first tuple of a COPY. */
  static final byte[] SIGNATURE = {
    'P', 'G', 'C', 'O', 'P', 'Y', '\n', (byte) 0xFF, '\r', '\n', 0, 0, 0, 0, 0, 0, 0, 0, 0
  };

  /** What follows the last tuple. */
  static final byte[] END = {(byte) 0xFF, (byte) 0xFF};

  private static final int SIZE = 1 << 16;
  private static final int FIRST_SIZE = 1 << 12;
  private static final int COLUMNS = 10;

  /** More than the fields of fixed length take that stand one after the other. */
  private static final int SHORT_FIELDS = 64;

  private static final long DAYS_TO_2000 = LocalDate.of(2000, 1, 1).toEpochDay();
  private static final int GROUP = 10_000;
  private static final int POSITIVE = 0x0000;
  private static final int NEGATIVE = 0x4000;
  private static final long[] PADDING = {1, 1000, 100, 10};
  private static final BigInteger BIG_GROUP = BigInteger.valueOf(GROUP);
  private static final byte[][] QUALIFIERS =
      Arrays.stream(Qualifier.values())
          .map(q -> q.code().getBytes(StandardCharsets.US_ASCII))
          .toArray(byte[][]::new);
  private static final byte[] STATUSES =
      Arrays.stream(ObservationStatus.values())
          .map(ObservationStatus::name)
          .reduce("", String::concat)
          .getBytes(StandardCharsets.US_ASCII);

  private final Encoded sheets = new Encoded("!");
  private final Encoded units = new Encoded("");
  private final int[] groups = new int[16];
  private byte[] bytes = new byte[FIRST_SIZE];
  private int used;

  /** The text that stands in many tuples one after the other, with what follows it in all. */
  private static final class Encoded {
    private final String end;
    private String text = "";
    private byte[] encoded = {};

    Encoded(String end) {
      this.end = end;
    }

    @SuppressWarnings("ReferenceEquality") // Only to spare comparing what is one object.
    byte[] of(String next) {
      if (next != text && !next.equals(text)) {
        text = next;
        encoded = next.isEmpty() ? new byte[0] : utf8(next + end);
      }
      return encoded;
    }
  }

  private static byte[] utf8(String text) {
    // PostgreSQL's text cannot hold it, and no figure needs it.
    return text.replace('\0', ' ').getBytes(StandardCharsets.UTF_8);
  }

  /**
   * The tuple of a figure: {@code series_id, period_start, value, qualifier, status, load_id,
   * table_no, cell, unit_as_written, value_as_written}.
   *
   * @param status which counts instead of that of the figure
   * @param code of its value
   */
  public void figure(int series, Observation o, ObservationStatus status, long code, long load) {
    figure(COLUMNS, series, o, status, code, load);
  }

  /** The tuple of a figure, with its number in the file behind it. */
  public void numbered(
      int series, Observation o, ObservationStatus status, long code, long load, long number) {
    figure(COLUMNS + 1, series, o, status, code, load);
    field(number);
  }

  @SuppressWarnings("EnumOrdinal") // Places in the tables above.
  private void figure(
      int columns, int series, Observation o, ObservationStatus status, long code, long load) {
    room(0);
    int16(columns);
    int32(4);
    int32(series);
    int32(4);
    int32((int) (o.period().start().toEpochDay() - DAYS_TO_2000));
    if (FigureCode.isLarge(code)) {
      number(o.value());
    } else {
      number(FigureCode.unscaled(code), FigureCode.scale(code));
    }
    field(QUALIFIERS[o.qualifier().ordinal()]);
    int32(1);
    bytes[used++] = STATUSES[status.ordinal()];
    field(load);
    int32(4);
    int32(o.tableNo());
    cell(o.cell());
    field(units.of(o.unitAsWritten()));
    field(o.valueAsWritten());
  }

  /** A tuple of texts after a number. */
  public void texts(int first, String... texts) {
    room(6);
    int16(texts.length + 1);
    int32(4);
    int32(first);
    for (String text : texts) {
      field(text);
    }
  }

  private void field(long value) {
    room(12);
    int32(8);
    int32((int) (value >> 32));
    int32((int) value);
  }

  private void field(byte[] text) {
    room(4 + text.length);
    int32(text.length);
    System.arraycopy(text, 0, bytes, used, text.length);
    used += text.length;
  }

  private void field(String text) {
    room(4 + text.length());
    int start = used;
    used += 4;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c >= 0x80 || c == 0) {
        used = start;
        field(utf8(text));
        return;
      }
      bytes[used++] = (byte) c;
    }
    int32At(start, text.length());
  }

  private void cell(CellAddress cell) {
    byte[] sheet = sheets.of(cell.sheet());
    room(32 + sheet.length);
    int start = used;
    used += 4;
    System.arraycopy(sheet, 0, bytes, used, sheet.length);
    used += sheet.length;
    column(cell.column());
    decimal(cell.row() + 1);
    int32At(start, used - start - 4);
  }

  private void column(int index) {
    if (index >= 26) {
      column(index / 26 - 1);
    }
    bytes[used++] = (byte) ('A' + index % 26);
  }

  private void decimal(int value) {
    if (value >= 10) {
      decimal(value / 10);
    }
    bytes[used++] = (byte) ('0' + value % 10);
  }

  /** PostgreSQL keeps a number as groups of four decimal digits, the highest first. */
  private void number(long unscaled, int scale) {
    int fraction = scale + 3 >> 2;
    long rest = Math.abs(unscaled) * PADDING[scale & 3];
    int count = 0;
    while (rest > 0) {
      groups[count++] = (int) (rest % GROUP);
      rest /= GROUP;
    }
    number(count, fraction, unscaled < 0, scale);
  }

  private void number(int count, int fraction, boolean negative, int scale) {
    int lowest = 0;
    while (lowest < count && groups[lowest] == 0) {
      lowest++;
    }
    room(12 + 2 * count);
    int32(8 + 2 * (count - lowest));
    int16(count - lowest);
    int16(count == lowest ? 0 : count - 1 - fraction);
    int16(negative ? NEGATIVE : POSITIVE);
    int16(scale);
    for (int i = count - 1; i >= lowest; i--) {
      int16(groups[i]);
    }
  }

  /** The few that have more digits than a code holds. */
  private void number(BigDecimal value) {
    BigDecimal plain = value.scale() < 0 ? value.setScale(0) : value;
    int scale = plain.scale();
    int fraction = scale + 3 >> 2;
    BigInteger rest = plain.unscaledValue().abs().multiply(BigInteger.valueOf(PADDING[scale & 3]));
    byte[] digits = new byte[2 * (rest.bitLength() / 13 + 1)];
    int count = 0;
    while (rest.signum() > 0) {
      BigInteger[] parts = rest.divideAndRemainder(BIG_GROUP);
      int group = parts[1].intValue();
      digits[2 * count] = (byte) (group >> 8);
      digits[2 * count + 1] = (byte) group;
      count++;
      rest = parts[0];
    }
    room(12 + 2 * count);
    int32(8 + 2 * count);
    int16(count);
    int16(count == 0 ? 0 : count - 1 - fraction);
    int16(plain.signum() < 0 ? NEGATIVE : POSITIVE);
    int16(scale);
    for (int i = count - 1; i >= 0; i--) {
      bytes[used++] = digits[2 * i];
      bytes[used++] = digits[2 * i + 1];
    }
  }

  private void int16(int value) {
    bytes[used++] = (byte) (value >> 8);
    bytes[used++] = (byte) value;
  }

  private void int32(int value) {
    int32At(used, value);
    used += 4;
  }

  private void int32At(int at, int value) {
    bytes[at] = (byte) (value >> 24);
    bytes[at + 1] = (byte) (value >> 16);
    bytes[at + 2] = (byte) (value >> 8);
    bytes[at + 3] = (byte) value;
  }

  /** Makes room for a field of variable length, and for the short ones up to the next. */
  private void room(int more) {
    int needed = used + more + SHORT_FIELDS;
    if (needed > bytes.length) {
      bytes = Arrays.copyOf(bytes, Math.max(bytes.length << 1, needed));
    }
  }

  /** Whether it is time to send. */
  boolean isFull() {
    return used > SIZE - (SIZE >> 3);
  }

  boolean isEmpty() {
    return used == 0;
  }

  byte[] bytes() {
    return bytes;
  }

  int used() {
    return used;
  }

  void clear() {
    used = 0;
  }
}
