package io.yanmen.bench.load;

import io.yanmen.bench.peer.RowByRowRoute;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** Other programs that load the same data into a table of the same columns and key. */
final class Peers {
  private static final String TABLE = "peer";
  private static final Path SCRIPTS = Path.of("src/bench/python");

  private final BenchServer server;
  private final ReadyRows rows;
  private final Optional<String> python;

  Peers(BenchServer server, ReadyRows rows) throws IOException, InterruptedException {
    this.server = server;
    this.rows = rows;
    this.python = python();
  }

  /** The first Python that has what the scripts need. */
  private static Optional<String> python() throws IOException, InterruptedException {
    for (String candidate : List.of("python3", "/usr/bin/python3")) {
      if (succeeds(candidate, "-c", "import pandas, openpyxl, psycopg2, sqlalchemy")) {
        return Optional.of(candidate);
      }
    }
    return Optional.empty();
  }

  private static boolean succeeds(String... command) throws IOException, InterruptedException {
    try {
      return new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start()
              .waitFor()
          == 0;
    } catch (IOException e) {
      return false;
    }
  }

  /** pandas and COPY of ready-made rows. */
  Optional<Measure> csvCopy() throws IOException, InterruptedException, SQLException {
    return script("pandas read_csv + COPY, ready-made rows", "csv_copy.py", rows.csv().toString());
  }

  /** pandas and INSERTs of a thousand, of a part. */
  Optional<Measure> toSql() throws IOException, InterruptedException, SQLException {
    return script("pandas to_sql (multi), a tenth", "to_sql.py", rows.part().toString());
  }

  /** pandas, openpyxl and COPY of wide workbooks. */
  Optional<Measure> excelCopy(Path workbooks, Path series)
      throws IOException, InterruptedException, SQLException {
    return script(
        "pandas read_excel (openpyxl) + COPY, wide xlsx",
        "excel_copy.py",
        workbooks.toString(),
        series.toString());
  }

  private Optional<Measure> script(String work, String name, String... arguments)
      throws IOException, InterruptedException, SQLException {
    if (python.isEmpty()) {
      return Optional.empty();
    }
    server.table(TABLE);
    List<String> command = new java.util.ArrayList<>(List.of(python.get()));
    command.add(SCRIPTS.resolve(name).toString());
    command.addAll(List.of(arguments));
    return Optional.of(loaded(work, Child.run(server, command).number("seconds")));
  }

  private Measure loaded(String work, double seconds) throws SQLException {
    long figures = server.content(TABLE).figures();
    if (figures == 0) {
      throw new IllegalStateException(work + " has loaded nothing");
    }
    return Measure.once(work, seconds, figures);
  }

  /** pgloader, of ready-made rows. */
  Optional<Measure> pgloader(Path folder) throws IOException, InterruptedException, SQLException {
    if (!succeeds("pgloader", "--version")) {
      return Optional.empty();
    }
    server.table(TABLE);
    Path commands = folder.resolve("pgloader.load");
    Files.writeString(commands, command());
    long begun = System.nanoTime();
    Child.run(server, List.of("pgloader", "--root-dir", folder.toString(), commands.toString()));
    double seconds = (System.nanoTime() - begun) / 1e9;
    Files.delete(commands);
    return Optional.of(loaded("pgloader, ready-made rows from csv", seconds));
  }

  private String command() {
    URI address = URI.create(server.url().substring("jdbc:".length()));
    return """
    load csv from '%s'
      having fields (series_id, period_start, value, qualifier, status, load_id, table_no, cell,
                     unit_as_written, value_as_written)
      into postgresql://%s:%s@%s:%d%s
      target table yanmen.peer
      with skip header = 1, fields terminated by ',', fields optionally enclosed by '"',
           fields escaped by double-quote;
    """
        .formatted(
            rows.csv(),
            server.user(),
            server.password(),
            address.getHost(),
            address.getPort(),
            address.getPath());
  }

  /** A plain Camel route that inserts row by row. */
  Measure rowByRow() throws IOException, InterruptedException, SQLException {
    server.table(TABLE);
    Child child = Child.java(server, "512m", RowByRowRoute.class, rows.sample());
    return loaded("plain Camel route, row by row, a sample", child.number("seconds"));
  }
}
