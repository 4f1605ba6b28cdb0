package io.yanmen.reading.format.text;

import io.yanmen.model.outcome.UnreadableFileException;
import io.yanmen.model.table.Cell;
import io.yanmen.model.table.CellAddress;
import io.yanmen.model.table.RowSink;
import io.yanmen.model.table.SheetInfo;
import io.yanmen.reading.format.limit.ReadLimits;
import io.yanmen.reading.format.limit.Refusal;
import io.yanmen.reading.format.value.RowBuilder;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Reads delimited text. Every cell is text; a row's number is the one that a spreadsheet program
 * would give it: blank lines count, lines within quotes do not.
 */
public final class CsvReader {
  private static final int SAMPLE = 1 << 16;
  private static final String SEPARATOR_LINE = "sep=";

  private final ReadLimits limits;
  private final RowBuilder row = new RowBuilder();
  private final RepeatedCells cells = new RepeatedCells();

  public CsvReader(ReadLimits limits) {
    this.limits = limits;
  }

  /**
   * @param ending what the file's name ends with
   */
  public void read(Path file, String ending, RowSink sink)
      throws UnreadableFileException, IOException {
    TextEncoding encoding = TextEncoding.find(file, ending);
    try (Reader text = encoding.open(file)) {
      int capacity = (int) Math.min(SAMPLE, Files.size(file) + 1);
      CsvRecords records = new CsvRecords(text, limits.maxRowCharacters(), capacity);
      String sample = records.sample();
      char delimiter = DelimiterFinder.find(sample);
      if (isSeparatorLine(sample)) {
        // Spreadsheet programs take this line as an order, not as a row.
        records.skipLine();
        delimiter = sample.charAt(SEPARATOR_LINE.length());
      }
      records.delimitedBy(delimiter);
      records.quotedBy(QuoteStyle.find(sample, delimiter));
      sink.sheet(new SheetInfo(0, "", false, List.of(), false));
      rows(records, sink);
      sink.endSheet();
    }
  }

  private static boolean isSeparatorLine(String sample) {
    int end = SEPARATOR_LINE.length() + 1;
    return sample.startsWith(SEPARATOR_LINE)
        && sample.length() > end
        && "\r\n\"".indexOf(sample.charAt(end - 1)) < 0
        && (sample.charAt(end) == '\r' || sample.charAt(end) == '\n');
  }

  private void rows(CsvRecords records, RowSink sink) throws UnreadableFileException, IOException {
    for (int number = 0; hasNext(records, number); number++) {
      fill(records, number);
      if (row.width() > 0) {
        sink.row(row.take(number, false));
      }
    }
  }

  private boolean hasNext(CsvRecords records, int number)
      throws UnreadableFileException, IOException {
    try {
      return records.next();
    } catch (CsvRecords.BrokenRecordException e) {
      if (e.tooLong()) {
        throw Refusal.tooLarge(
            new CellAddress("", number, 0),
            "一行的字数 (characters in a row)",
            limits.maxRowCharacters() + 1,
            limits.maxRowCharacters());
      }
      throw openQuote(number);
    }
  }

  private void fill(CsvRecords records, int number) throws UnreadableFileException {
    char[] text = records.buffer();
    for (int column = 0; column < records.size(); column++) {
      int from = records.from(column);
      int to = records.to(column);
      if (to - from > limits.maxCellCharacters()) {
        throw cellTooLong(new String(text, from, to - from), number, column);
      }
      Cell cell = cells.cell(column, text, from, to);
      if (!cell.isEmpty() && column >= limits.maxColumns()) {
        throw Refusal.tooLarge("列数 (columns)", records.size(), limits.maxColumns());
      }
      row.set(column, cell);
    }
  }

  private UnreadableFileException cellTooLong(String value, int number, int column) {
    return value.indexOf('\n') >= 0
        ? openQuote(number)
        : Refusal.tooLarge(
            new CellAddress("", number, column),
            "单元格字数 (characters in a cell)",
            value.length(),
            limits.maxCellCharacters());
  }

  private static UnreadableFileException openQuote(int number) {
    return Refusal.damaged(
        new CellAddress("", number, 0),
        "第 " + (number + 1) + " 行的引号没有正确闭合",
        "a quote that opens in row " + (number + 1) + " is not closed as it should be");
  }
}
