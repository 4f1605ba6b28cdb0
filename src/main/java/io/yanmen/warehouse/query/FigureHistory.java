package io.yanmen.warehouse.query;

import io.yanmen.warehouse.sql.Row;
import io.yanmen.warehouse.sql.Sql;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;

/** One figure with where it came from, what stood there before, and its neighbours in time. */
public final class FigureHistory {
  /** A load as far as a figure needs it. */
  public record Origin(
      long load, String source, String fileName, String sha256, Instant loadedAt) {}

  /**
   * The figure that shows.
   *
   * @param period such as 2025-04 or 2025-Q1
   * @param breakdown the part of the indicator; {@code _T}, without names, for the whole
   * @param rankIn the area within which a place is counted; empty if nobody said
   * @param unit canonical
   * @param cell {@code Sheet1!D7}
   */
  public record Figure(
      int series,
      String areaCode,
      String areaZh,
      String areaEn,
      String indicatorCode,
      String indicatorZh,
      String indicatorEn,
      String breakdown,
      String breakdownZh,
      String breakdownEn,
      String measure,
      String rankIn,
      String rankInZh,
      String rankInEn,
      String scenario,
      String frequency,
      String accumulation,
      LocalDate periodStart,
      LocalDate periodEnd,
      String period,
      BigDecimal value,
      String unit,
      String qualifier,
      String status,
      String unitAsWritten,
      String valueAsWritten,
      int tableNo,
      String cell,
      Origin origin) {}

  /**
   * A value that showed once, or was kept beside the one that shows.
   *
   * @param shown whether it showed, until {@code replacedAt}
   * @param replacedBy the load whose value took its place, or counted more
   */
  public record Earlier(
      BigDecimal value,
      String qualifier,
      String status,
      String valueAsWritten,
      String cell,
      boolean shown,
      Origin origin,
      long replacedBy,
      Instant replacedAt) {}

  /** The figures of the same series next in time, where there are any. */
  public record Neighbours(Optional<LocalDate> before, Optional<LocalDate> after) {}

  // By the primary keys of all tables.
  private static final String FIGURE =
      """
      select s.id, s.area_code, a.name_zh, a.name_en, s.indicator_code, i.name_zh, i.name_en,
             s.breakdown, coalesce(b.name_zh, s.breakdown), coalesce(b.name_en, s.breakdown),
             s.measure, s.rank_in, coalesce(r.name_zh, s.rank_in), coalesce(r.name_en, s.rank_in),
             s.scenario, s.frequency, s.accumulation, o.period_start,
             period_end(s.frequency, o.period_start), period_label(s.frequency, o.period_start),
             o.value, measure_unit(s.measure, i.unit), o.qualifier, o.status, o.unit_as_written,
             o.value_as_written, o.table_no, o.cell,
             l.id, l.source, l.file_name, l.sha256, coalesce(l.finished_at, l.started_at)
        from observation o
        join series s on s.id = o.series_id
        join area a on a.code = s.area_code
        join indicator i on i.code = s.indicator_code
        left join breakdown b on b.code = s.breakdown
        left join area r on r.code = s.rank_in
        join load l on l.id = o.load_id
       where o.series_id = ? and o.period_start = ?
      """;

  // By revision_by_observation.
  private static final String EARLIER =
      """
      select r.value, r.qualifier, r.status, r.value_as_written, r.cell, r.shown,
             l.id, l.source, l.file_name, l.sha256, coalesce(l.finished_at, l.started_at),
             r.replaced_by, r.replaced_at
        from revision r join load l on l.id = r.load_id
       where r.series_id = ? and r.period_start = ?
       order by r.replaced_at desc, r.id desc limit ?
      """;

  // Two looks into the primary key.
  private static final String NEIGHBOURS =
      """
      select (select max(period_start) from observation where series_id = ? and period_start < ?),
             (select min(period_start) from observation where series_id = ? and period_start > ?)
      """;

  private final DataSource dataSource;

  public FigureHistory(DataSource dataSource) {
    this.dataSource = dataSource;
  }

  public Optional<Figure> find(int series, LocalDate periodStart) throws SQLException {
    return Sql.query(dataSource, FIGURE, series, periodStart).first(FigureHistory::figure);
  }

  private static Figure figure(Row row) throws SQLException {
    return new Figure(
        row.integer(1),
        row.text(2),
        row.text(3),
        row.text(4),
        row.text(5),
        row.text(6),
        row.text(7),
        row.text(8),
        row.text(9),
        row.text(10),
        row.text(11),
        row.text(12),
        row.text(13),
        row.text(14),
        row.text(15),
        row.text(16),
        row.text(17),
        row.date(18),
        row.date(19),
        row.text(20),
        row.decimal(21),
        row.text(22),
        row.text(23),
        row.text(24),
        row.text(25),
        row.text(26),
        row.integer(27),
        row.text(28),
        origin(row, 29));
  }

  private static Origin origin(Row row, int first) throws SQLException {
    return new Origin(
        row.number(first),
        row.text(first + 1),
        row.text(first + 2),
        row.text(first + 3),
        row.instant(first + 4));
  }

  /** The newest first. */
  public List<Earlier> earlier(int series, LocalDate periodStart, int most) throws SQLException {
    return Sql.query(dataSource, EARLIER, series, periodStart, most)
        .list(
            row ->
                new Earlier(
                    row.decimal(1),
                    row.text(2),
                    row.text(3),
                    row.text(4),
                    row.text(5),
                    row.flag(6),
                    origin(row, 7),
                    row.number(12),
                    row.instant(13)));
  }

  public Neighbours neighbours(int series, LocalDate periodStart) throws SQLException {
    return Sql.query(dataSource, NEIGHBOURS, series, periodStart, series, periodStart)
        .one(row -> new Neighbours(row.dateIfAny(1), row.dateIfAny(2)));
  }
}
