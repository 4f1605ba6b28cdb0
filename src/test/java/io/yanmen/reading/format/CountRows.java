package io.yanmen.reading.format;

import io.yanmen.model.outcome.UnreadableFileException;
import io.yanmen.model.table.RowSink;
import io.yanmen.model.table.SheetInfo;
import io.yanmen.model.table.SheetRow;
import io.yanmen.reading.format.limit.ReadLimits;
import java.nio.file.Path;

/** Reads the file of its first argument in a machine of its own and prints its rows and cells. */
final class CountRows implements RowSink {
  private long rows;
  private long cells;

  private CountRows() {}

  public static void main(String[] arguments) throws Exception {
    Path file = Path.of(arguments[0]);
    CountRows count = new CountRows();
    try {
      new FileTableReader(ReadLimits.DEFAULT).read(file, file.getFileName().toString(), count);
      System.out.println("rows " + count.rows + " cells " + count.cells);
    } catch (UnreadableFileException e) {
      System.out.println("refused " + e.rejection().code() + " after rows " + count.rows);
    }
  }

  @Override
  public void sheet(SheetInfo sheet) {}

  @Override
  public void row(SheetRow row) {
    rows++;
    cells += row.cells().size();
  }

  @Override
  public void endSheet() {}
}
