package io.yanmen.bench.load;

import io.yanmen.sample.counties.Column;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import org.postgresql.PGConnection;

/** Loads of large files, their limits, and their peers. */
final class LoadMeasures {
  private final BenchServer server;
  private final Loads loads;
  private final Made made;
  private final Extent extent;
  private final Report report;
  private final Path ready;

  LoadMeasures(BenchServer server, Path home, Made made, Extent extent, Report report, Path ready) {
    this.server = server;
    this.loads = new Loads(server, home, made, extent, report);
    this.made = made;
    this.extent = extent;
    this.report = report;
    this.ready = ready;
  }

  void run() throws Exception {
    report.heading("Whole path, from a file in the inbox to committed, in a JVM of " + Loads.HEAP);
    report.measures();
    Loads.Costs csv = loads.measure("long csv", "long", "csv", made.figures());
    ReadyRows rows = ReadyRows.export(server, ready, extent.sampleRows(), extent.sampleShare());
    if (extent.whole()) {
      loads.measure("wide csv", "wide-csv", "", made.wide());
    }
    Loads.Costs xlsx = loads.measure("wide xlsx", "wide-xlsx", "", made.wide());

    report.heading("Limits");
    report.measures();
    CopyLimit limit = new CopyLimit(server);
    int times = extent.repetitions();
    Measure copy =
        limit.measure("limit A: COPY of ready-made rows, text", rows.text(), "text", times);
    report.measure(copy);
    report.measure(limit.measure("the same, binary", rows.binary(), "binary", times));
    long figures = made.figures().size();
    report.measure(
        ReadLimit.text(
            "limit B: long csv decoded and thrown away",
            Path.of(made.place("long") + ".csv"),
            figures,
            times));
    Measure cells =
        ReadLimit.workbook(
            "limit B: wide xlsx read by the bare reader",
            made.place("wide-xlsx"),
            made.wide().size(),
            times);
    report.measure(cells);
    targets(csv, xlsx, copy, cells);

    peers(rows, csv.first(), xlsx.first());
    growth(csv);
  }

  private void targets(Loads.Costs csv, Loads.Costs xlsx, Measure copy, Measure cells) {
    report.atLeast("first load, long csv: limit A", csv.first().against(copy), 0.85);
    report.atLeast("nothing changed, long csv: limit A", csv.unchanged().against(copy), 1.6);
    report.atLeast("10 % changed, long csv: limit A", csv.changed().against(copy), 1.2);
    Measure slower = copy.perSecond() < cells.perSecond() ? copy : cells;
    report.atLeast(
        "first load, wide xlsx: the slower of limit A and limit B",
        xlsx.first().against(slower),
        0.9);
  }

  private void peers(ReadyRows rows, Measure csv, Measure xlsx) throws Exception {
    report.heading("Peers");
    report.measures();
    Peers peers = new Peers(server, rows);
    Path series = series();
    beside(
        "wide xlsx: pandas read_excel + COPY",
        peers.excelCopy(made.place("wide-xlsx"), series),
        xlsx,
        4);
    beside("long csv: row-by-row Camel route", Optional.of(peers.rowByRow()), csv, 30);
    beside("long csv: pgloader, ready-made rows", peers.pgloader(ready), csv, 4);
    beside("long csv: pandas read_csv + COPY, ready-made rows", peers.csvCopy(), csv, 1.6);
    peers
        .toSql()
        .ifPresentOrElse(report::measure, () -> report.say("pandas to_sql: not installed"));
    server.execute("drop table if exists peer");
    Loads.delete(ready);
  }

  private void beside(String work, Optional<Measure> peer, Measure ours, double wanted) {
    if (peer.isEmpty()) {
      report.missing(work, "not installed");
      return;
    }
    report.measure(peer.get());
    report.atLeast(work, ours.against(peer.get()), wanted);
  }

  /** Which series a head of the wide tables means in an area, for a peer that knows no names. */
  private Path series() throws SQLException, IOException {
    Path heads = ready.resolve("heads.csv");
    StringBuilder text = new StringBuilder();
    for (Column column : made.figures().columns()) {
      text.append(column.indicator().code())
          .append(',')
          .append(column.head())
          .append(',')
          .append(column.factor())
          .append(',')
          .append(column.unit())
          .append('\n');
    }
    Files.writeString(heads, text);
    Path file = ready.resolve("series.csv");
    try (Connection connection = server.connection();
        OutputStream out = Files.newOutputStream(file)) {
      BenchServer.execute(
          connection,
          java.util.List.of(
              "create temp table head (code text, head text, factor int, unit text)"));
      var copy = connection.unwrap(PGConnection.class).getCopyAPI();
      copy.copyIn(
          "copy head from stdin (format csv, force_not_null (unit))", Files.newInputStream(heads));
      copy.copyOut(
          """
          copy (select s.area_code as area, h.head, s.id as series_id, h.factor, h.unit
                  from series s join head h on h.code = s.indicator_code)
            to stdout (format csv, header)
          """,
          out);
    }
    return file;
  }

  private void growth(Loads.Costs once) throws Exception {
    report.heading("Growth");
    report.measures();
    report.measure(once.first());
    Loads.Costs last = once;
    int most = 1;
    for (int times : extent.growth()) {
      last = loads.grown(times);
      most = times;
    }
    report.atMost(
        "cost of a figure, %d × : 1 ×".formatted(most),
        once.first().perSecond() / last.first().perSecond(),
        1.15,
        "×");
    report.atMost(
        "heap after collections, %d × : 1 ×".formatted(most), last.live() / once.live(), 1.15, "×");
  }
}
