package io.yanmen.read;

import io.yanmen.model.RowSink;
import io.yanmen.model.SheetInfo;
import io.yanmen.model.SheetRow;
import io.yanmen.model.UnreadableFileException;
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
