package io.yanmen.warehouse.query.output;

import io.yanmen.model.text.SheetText;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/**
 * Rows as csv. Names of files and sheets that a spreadsheet program would take for a formula get an
 * apostrophe before them.
 */
public final class CsvRows implements RowWriter {
  private final CSVPrinter printer;
  private List<String> columns = List.of();

  public CsvRows(OutputStream out) throws IOException {
    this.printer =
        new CSVPrinter(
            new OutputStreamWriter(out, StandardCharsets.UTF_8),
            CSVFormat.RFC4180.builder().setRecordSeparator("\n").get());
  }

  @Override
  public void header(List<String> names) throws IOException {
    columns = names;
    printer.printRecord(names);
  }

  @Override
  public void row(List<String> values) throws IOException {
    List<String> safe = new ArrayList<>(values.size());
    for (int i = 0; i < values.size(); i++) {
      String value = values.get(i);
      safe.add(RowWriter.isForeign(columns.get(i)) ? SheetText.inert(value) : value);
    }
    printer.printRecord(safe);
  }

  @Override
  public void close() throws IOException {
    printer.flush();
  }
}
