package io.yanmen.warehouse.query;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
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
    try (Connection connection = dataSource.getConnection();
        PreparedStatement select = connection.prepareStatement(FIGURE)) {
      select.setInt(1, series);
      select.setObject(2, periodStart);
      try (ResultSet row = select.executeQuery()) {
        return row.next() ? Optional.of(figure(row)) : Optional.empty();
      }
    }
  }

  private static Figure figure(ResultSet row) throws SQLException {
    return new Figure(
        row.getInt(1),
        row.getString(2),
        row.getString(3),
        row.getString(4),
        row.getString(5),
        row.getString(6),
        row.getString(7),
        row.getString(8),
        row.getString(9),
        row.getString(10),
        row.getString(11),
        row.getString(12),
        row.getString(13),
        row.getString(14),
        row.getString(15),
        row.getString(16),
        row.getString(17),
        row.getObject(18, LocalDate.class),
        row.getObject(19, LocalDate.class),
        row.getString(20),
        row.getBigDecimal(21),
        row.getString(22),
        row.getString(23),
        row.getString(24),
        row.getString(25),
        row.getString(26),
        row.getInt(27),
        row.getString(28),
        origin(row, 29));
  }

  private static Origin origin(ResultSet row, int first) throws SQLException {
    return new Origin(
        row.getLong(first),
        row.getString(first + 1),
        row.getString(first + 2),
        row.getString(first + 3),
        row.getTimestamp(first + 4).toInstant());
  }

  /** The newest first. */
  public List<Earlier> earlier(int series, LocalDate periodStart, int most) throws SQLException {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement select = connection.prepareStatement(EARLIER)) {
      select.setInt(1, series);
      select.setObject(2, periodStart);
      select.setInt(3, most);
      List<Earlier> all = new ArrayList<>();
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          all.add(
              new Earlier(
                  row.getBigDecimal(1),
                  row.getString(2),
                  row.getString(3),
                  row.getString(4),
                  row.getString(5),
                  row.getBoolean(6),
                  origin(row, 7),
                  row.getLong(12),
                  row.getTimestamp(13).toInstant()));
        }
      }
      return all;
    }
  }

  public Neighbours neighbours(int series, LocalDate periodStart) throws SQLException {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement select = connection.prepareStatement(NEIGHBOURS)) {
      select.setInt(1, series);
      select.setObject(2, periodStart);
      select.setInt(3, series);
      select.setObject(4, periodStart);
      try (ResultSet row = select.executeQuery()) {
        row.next();
        return new Neighbours(
            Optional.ofNullable(row.getObject(1, LocalDate.class)),
            Optional.ofNullable(row.getObject(2, LocalDate.class)));
      }
    }
  }
}
