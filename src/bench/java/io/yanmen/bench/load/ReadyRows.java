package io.yanmen.bench.load;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import org.postgresql.PGConnection;

/**
 * The rows of a warehouse as they would be if somebody had read the file, resolved its series and
 * checked it: all that is left is to load them. In the order of the file, which is not that of the
 * key.
 */
final class ReadyRows {
  private final Path folder;

  private ReadyRows(Path folder) {
    this.folder = folder;
  }

  /** Takes what a long file left in the warehouse: its cells are all in one column. */
  static ReadyRows export(BenchServer server, Path folder, int sampleRows, int sampleShare)
      throws SQLException, IOException {
    ReadyRows rows = new ReadyRows(Files.createDirectories(folder));
    try (Connection connection = server.connection()) {
      BenchServer.execute(
          connection,
          java.util.List.of(
              "set work_mem = '512MB'",
              """
              create temp table ready as
              select row_number() over (order by substring(cell from '[0-9]+$')::int) as n, o.*
                from observation o
              """));
      rows.write(connection, rows.text(), "(format text)", Long.MAX_VALUE);
      rows.write(connection, rows.binary(), "(format binary)", Long.MAX_VALUE);
      rows.write(connection, rows.csv(), "(format csv, header)", Long.MAX_VALUE);
      long all = BenchServer.content(connection, "observation").figures();
      rows.write(connection, rows.part(), "(format csv, header)", all / sampleShare);
      rows.write(connection, rows.sample(), "(format csv, header)", sampleRows);
    }
    Written.settle(folder);
    return rows;
  }

  private void write(Connection connection, Path file, String format, long most)
      throws SQLException, IOException {
    String sql =
        """
        copy (select series_id, period_start, value, qualifier, status, load_id, table_no, cell,
                     unit_as_written, value_as_written
                from ready where n <= %d order by n) to stdout %s
        """
            .formatted(most, format);
    try (OutputStream out = Files.newOutputStream(file)) {
      connection.unwrap(PGConnection.class).getCopyAPI().copyOut(sql, out);
    }
  }

  Path text() {
    return folder.resolve("ready.txt");
  }

  Path binary() {
    return folder.resolve("ready.bin");
  }

  Path csv() {
    return folder.resolve("ready.csv");
  }

  /** A part, for a peer that is slow. */
  Path part() {
    return folder.resolve("ready-part.csv");
  }

  /** Few, for a peer that is very slow. */
  Path sample() {
    return folder.resolve("ready-sample.csv");
  }
}
