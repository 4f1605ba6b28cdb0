package io.yanmen.load;

import io.yanmen.model.Observation;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import org.postgresql.copy.CopyIn;

/**
 * Writes observations as lines of PostgreSQL's COPY text format into a buffer that is sent when it
 * is full. The one hot loop of the load: nothing is allocated for a field but what Java needs for
 * text.
 */
final class CopyBuffer {
  private static final int SIZE = 1 << 16;

  private final CopyIn copy;
  private byte[] buffer = new byte[SIZE];
  private int used;
  private long rows;

  CopyBuffer(CopyIn copy) {
    this.copy = copy;
  }

  /** Columns in the order of {@link Stage#COPY}. */
  void add(Observation o) throws SQLException {
    number(rows++);
    field(o.series().areaCode());
    field(o.series().indicatorCode());
    field(o.series().measure().code());
    field(o.series().scenario().code());
    field(o.series().frequency().name());
    field(o.series().accumulation().code());
    field(o.period().start().toString());
    field(o.value().toPlainString());
    field(o.qualifier().code());
    field(o.status().name());
    tab();
    number(o.tableNo());
    field(o.cell().toString());
    field(o.unitAsWritten());
    field(o.valueAsWritten());
    put((byte) '\n');
    if (used > SIZE - (SIZE >> 2)) {
      flush();
    }
  }

  long rows() {
    return rows;
  }

  private void field(String text) {
    tab();
    text(text);
  }

  private void tab() {
    put((byte) '\t');
  }

  private void number(long value) {
    text(Long.toString(value));
  }

  private void text(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '\\' -> escaped('\\');
        case '\t' -> escaped('t');
        case '\n' -> escaped('n');
        case '\r' -> escaped('r');
        // PostgreSQL's text cannot hold it, and no figure needs it.
        case '\0' -> put((byte) ' ');
        default -> {
          if (c < 0x80) {
            put((byte) c);
          } else {
            i = beyondAscii(text, i);
          }
        }
      }
    }
  }

  /** Writes the character at an index in UTF-8; returns the index of its last char. */
  private int beyondAscii(String text, int index) {
    char c = text.charAt(index);
    boolean pair =
        Character.isHighSurrogate(c)
            && index + 1 < text.length()
            && Character.isLowSurrogate(text.charAt(index + 1));
    if (pair) {
      bytes(text.substring(index, index + 2).getBytes(StandardCharsets.UTF_8));
      return index + 1;
    }
    if (Character.isSurrogate(c)) {
      put((byte) '?');
    } else if (c < 0x800) {
      put((byte) (0xC0 | c >> 6));
      put((byte) (0x80 | c & 0x3F));
    } else {
      put((byte) (0xE0 | c >> 12));
      put((byte) (0x80 | c >> 6 & 0x3F));
      put((byte) (0x80 | c & 0x3F));
    }
    return index;
  }

  private void escaped(char c) {
    put((byte) '\\');
    put((byte) c);
  }

  private void bytes(byte[] all) {
    for (byte b : all) {
      put(b);
    }
  }

  private void put(byte b) {
    if (used == buffer.length) {
      buffer = java.util.Arrays.copyOf(buffer, buffer.length * 2);
    }
    buffer[used++] = b;
  }

  void flush() throws SQLException {
    if (used > 0) {
      copy.writeToCopy(buffer, 0, used);
      used = 0;
    }
  }
}
