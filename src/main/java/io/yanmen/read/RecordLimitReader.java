package io.yanmen.read;

import java.io.FilterReader;
import java.io.IOException;
import java.io.Reader;

/**
 * Stops a parser that goes on and on within one record: a quote that never closes would otherwise
 * take the whole file into memory.
 */
final class RecordLimitReader extends FilterReader {
  /** Met the limit. */
  static final class RecordTooLongException extends IOException {
    private static final long serialVersionUID = 1L;

    private final boolean manyLines;

    RecordTooLongException(boolean manyLines) {
      this.manyLines = manyLines;
    }

    /** Whether the record runs over line ends, as only a quote makes it. */
    boolean manyLines() {
      return manyLines;
    }
  }

  private final long limit;
  private long sinceRecord;
  private boolean lineEnd;

  RecordLimitReader(Reader in, long limit) {
    super(in);
    this.limit = limit;
  }

  void recordDone() {
    sinceRecord = 0;
    lineEnd = false;
  }

  @Override
  public int read() throws IOException {
    int c = super.read();
    lineEnd |= c == '\n' || c == '\r';
    count(1);
    return c;
  }

  @Override
  public int read(char[] buffer, int offset, int length) throws IOException {
    int count = super.read(buffer, offset, length);
    for (int i = offset; i < offset + count && !lineEnd; i++) {
      lineEnd = buffer[i] == '\n' || buffer[i] == '\r';
    }
    count(Math.max(0, count));
    return count;
  }

  private void count(int characters) throws RecordTooLongException {
    sinceRecord += characters;
    if (sinceRecord > limit) {
      throw new RecordTooLongException(lineEnd);
    }
  }
}
