package io.yanmen.reading.format.text;

import java.io.IOException;
import java.io.Reader;
import java.util.Arrays;

/**
 * Cuts delimited text into records (RFC 4180, with any delimiter and any line end). This is the hot
 * loop of reading text: a record is only marked in the buffer, and objects are made by whoever
 * needs them.
 *
 * <p>A field that begins with a quote ends with one; within it a doubled quote is one quote, and
 * delimiters and line ends are content. Behind its closing quote only white space may stand, and
 * before its opening one blanks, where the text is written so.
 */
final class CsvRecords {
  /** A record that cannot be read, and neither can what stands behind it. */
  static final class BrokenRecordException extends IOException {
    private static final long serialVersionUID = 1L;

    private final boolean tooLong;

    private BrokenRecordException(boolean tooLong) {
      super(tooLong ? "record too long" : "open quote");
      this.tooLong = tooLong;
    }

    /** Whether the record is too long, by no fault of a quote; else a quote does not close. */
    boolean tooLong() {
      return tooLong;
    }
  }

  private final Reader in;
  private final long longest;
  private char delimiter = ',';
  private char quote = QuoteStyle.USUAL.quote();
  private boolean blanksBefore;
  private char[] buffer;
  private int at;
  private int end;
  private boolean ended;

  // The present record: where it begins, and its fields counted from there.
  private int start;
  private int size;
  private int[] from = new int[64];
  private int[] to = new int[64];
  private boolean manyLines;

  /**
   * @param longest most characters of a record
   * @param capacity characters to read at once
   */
  CsvRecords(Reader in, long longest, int capacity) {
    this.in = in;
    this.longest = longest;
    this.buffer = new char[capacity];
  }

  /** The beginning of the text, as much as is read at once; before the first record. */
  String sample() throws IOException {
    while (end < buffer.length && fill()) {}
    return new String(buffer, 0, end);
  }

  /** Leaves the first line out. */
  void skipLine() throws IOException {
    while (at < end && buffer[at] != '\n' && buffer[at] != '\r') {
      at++;
    }
    if (at < end) {
      separator();
    }
  }

  void delimitedBy(char character) {
    delimiter = character;
  }

  void quotedBy(QuoteStyle style) {
    quote = style.quote();
    blanksBefore = style.blanksBefore();
  }

  /** Moves to the next record; false at the end of the text. */
  boolean next() throws IOException {
    start = at;
    size = 0;
    manyLines = false;
    if (at == end && !fill()) {
      return false;
    }
    boolean more = true;
    while (more) {
      more = field();
    }
    refuseTooLong();
    return true;
  }

  /** How many fields the record has. */
  int size() {
    return size;
  }

  /** The characters that {@link #from} and {@link #to} point into, until the next record. */
  char[] buffer() {
    return buffer;
  }

  int from(int field) {
    return start + from[field];
  }

  int to(int field) {
    return start + to[field];
  }

  /** Marks a field and steps over what ends it; false if that is the end of the record. */
  private boolean field() throws IOException {
    if (at == end && !fill()) {
      add(at - start, at - start);
      return false;
    }
    int begin = at - start;
    if (blanksBefore) {
      skipBlanks();
    }
    if (at < end && buffer[at] == quote) {
      return quoted();
    }
    at = start + begin;
    while (!atSeparator()) {
      if (!fill()) {
        add(begin, at - start);
        return false;
      }
    }
    add(begin, at - start);
    return separator();
  }

  private void skipBlanks() throws IOException {
    while ((at < end || fill()) && QuoteStyle.isBlank(buffer[at]) && buffer[at] != delimiter) {
      at++;
    }
  }

  /** Moves to the next delimiter or line end; false if there is none in the buffer. */
  private boolean atSeparator() {
    char[] text = buffer;
    int i = at;
    int last = end;
    char wanted = delimiter;
    while (i < last) {
      char c = text[i];
      if (c == wanted || (c <= '\r' && (c == '\n' || c == '\r'))) {
        at = i;
        return true;
      }
      i++;
    }
    at = i;
    return false;
  }

  /** Steps over a delimiter or line end; false if it was a line end. */
  private boolean separator() throws IOException {
    char c = buffer[at++];
    if (c == '\r' && (at < end || fill()) && buffer[at] == '\n') {
      at++;
    }
    return c == delimiter;
  }

  private boolean quoted() throws IOException {
    at++;
    int begin = at - start;
    int length = quotedLength(begin);
    add(begin, begin + length);
    while (at < end || fill()) {
      char c = buffer[at];
      if (c == delimiter || c == '\n' || c == '\r') {
        return separator();
      }
      if (!Character.isWhitespace(c)) {
        throw new BrokenRecordException(false);
      }
      at++;
    }
    return false;
  }

  /** Moves behind the closing quote; the content is pressed together where quotes are doubled. */
  private int quotedLength(int begin) throws IOException {
    int length = 0;
    while (at < end || fill()) {
      char c = buffer[at++];
      if (c == quote) {
        if ((at == end && !fill()) || buffer[at] != quote) {
          return length;
        }
        at++;
      }
      manyLines |= c == '\n' || c == '\r';
      buffer[start + begin + length] = c;
      length++;
    }
    throw new BrokenRecordException(false);
  }

  private void add(int begin, int behind) {
    if (size == from.length) {
      from = Arrays.copyOf(from, size * 2);
      to = Arrays.copyOf(to, size * 2);
    }
    from[size] = begin;
    to[size] = behind;
    size++;
  }

  /** Reads on; the present record stays whole and moves to the front. */
  private boolean fill() throws IOException {
    if (ended) {
      return false;
    }
    refuseTooLong();
    if (start > 0) {
      System.arraycopy(buffer, start, buffer, 0, end - start);
      at -= start;
      end -= start;
      start = 0;
    }
    if (end == buffer.length) {
      buffer = Arrays.copyOf(buffer, buffer.length * 2);
    }
    int count = in.read(buffer, end, buffer.length - end);
    ended = count < 0;
    end += Math.max(0, count);
    return !ended;
  }

  /** A quote that never closes would otherwise take the whole file into memory. */
  private void refuseTooLong() throws BrokenRecordException {
    if (at - start > longest) {
      throw new BrokenRecordException(!manyLines);
    }
  }
}
