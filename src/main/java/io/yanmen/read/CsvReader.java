package io.yanmen.read;

import io.yanmen.model.Cell;
import io.yanmen.model.CellAddress;
import io.yanmen.model.RowSink;
import io.yanmen.model.SheetInfo;
import io.yanmen.model.UnreadableFileException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * Reads delimited text. Every cell is text; a row's number is the one that a spreadsheet program
 * would give it: blank lines count, lines within quotes do not.
 */
final class CsvReader {
  private static final int SAMPLE = 1 << 16;
  private static final String SEPARATOR_LINE = "sep=";
  // A record may hold many long cells, yet not a file's worth of them.
  private static final int CELLS_OF_FULL_LENGTH = 64;

  private final ReadLimits limits;

  CsvReader(ReadLimits limits) {
    this.limits = limits;
  }

  /**
   * @param ending what the file's name ends with
   */
  void read(Path file, String ending, RowSink sink) throws UnreadableFileException, IOException {
    TextEncoding encoding = TextEncoding.find(file, ending);
    try (BufferedReader text = new BufferedReader(encoding.open(file), SAMPLE)) {
      text.mark(SAMPLE);
      String sample = sample(text);
      text.reset();
      char delimiter = DelimiterFinder.find(sample);
      if (sample.startsWith(SEPARATOR_LINE) && isSeparatorLine(sample)) {
        // Spreadsheet programs take this line as an order, not as a row.
        text.readLine();
        delimiter = sample.charAt(SEPARATOR_LINE.length());
      }
      sink.sheet(new SheetInfo(0, "", false, List.of(), false));
      rows(text, delimiter, sink);
      sink.endSheet();
    }
  }

  private static String sample(Reader text) throws IOException {
    char[] buffer = new char[SAMPLE];
    int length = 0;
    int count;
    while (length < SAMPLE && (count = text.read(buffer, length, SAMPLE - length)) > 0) {
      length += count;
    }
    return new String(buffer, 0, length);
  }

  private static boolean isSeparatorLine(String sample) {
    int end = SEPARATOR_LINE.length() + 1;
    return sample.length() > end && (sample.charAt(end) == '\r' || sample.charAt(end) == '\n');
  }

  private void rows(Reader text, char delimiter, RowSink sink)
      throws UnreadableFileException, IOException {
    RecordLimitReader limited = new RecordLimitReader(text, longestRecord());
    CSVFormat format =
        CSVFormat.DEFAULT.builder().setDelimiter(delimiter).setIgnoreEmptyLines(false).get();
    try (CSVParser parser = CSVParser.builder().setReader(limited).setFormat(format).get()) {
      Iterator<CSVRecord> records = parser.iterator();
      RowBuilder row = new RowBuilder();
      for (int number = 0; hasNext(records, number); number++) {
        fill(row, records.next(), number);
        limited.recordDone();
        if (row.width() > 0) {
          sink.row(row.take(number, false));
        }
      }
    }
  }

  private long longestRecord() {
    return (long) limits.maxCellCharacters() * CELLS_OF_FULL_LENGTH;
  }

  private boolean hasNext(Iterator<CSVRecord> records, int number)
      throws UnreadableFileException, IOException {
    try {
      return records.hasNext();
    } catch (UncheckedIOException e) {
      if (e.getCause() instanceof FileSystemException) {
        throw e.getCause();
      }
      if (e.getCause() instanceof RecordLimitReader.RecordTooLongException tooLong
          && !tooLong.manyLines()) {
        throw Refusal.tooLarge(
            new CellAddress("", number, 0),
            "一行的字数 (characters in a row)",
            longestRecord() + 1,
            longestRecord());
      }
      throw openQuote(number);
    }
  }

  private void fill(RowBuilder row, CSVRecord csv, int number) throws UnreadableFileException {
    for (int column = 0; column < csv.size(); column++) {
      String value = csv.get(column);
      if (value.length() > limits.maxCellCharacters()) {
        throw value.indexOf('\n') >= 0
            ? openQuote(number)
            : Refusal.tooLarge(
                new CellAddress("", number, column),
                "单元格字数 (characters in a cell)",
                value.length(),
                limits.maxCellCharacters());
      }
      Cell cell = ContentCells.text(value);
      if (!cell.isEmpty() && column >= limits.maxColumns()) {
        throw Refusal.tooLarge("列数 (columns)", csv.size(), limits.maxColumns());
      }
      row.set(column, cell);
    }
  }

  private static UnreadableFileException openQuote(int number) {
    return Refusal.damaged(
        new CellAddress("", number, 0),
        "第 " + (number + 1) + " 行的引号没有正确闭合",
        "a quote that opens in row " + (number + 1) + " is not closed as it should be");
  }
}
