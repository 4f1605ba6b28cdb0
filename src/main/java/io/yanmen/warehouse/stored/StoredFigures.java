package io.yanmen.warehouse.stored;

import io.yanmen.model.Accumulation;
import io.yanmen.model.Frequency;
import io.yanmen.model.Measure;
import io.yanmen.model.ObservationStatus;
import io.yanmen.model.Qualifier;
import io.yanmen.model.Scenario;
import io.yanmen.model.SeriesKey;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Fetches what a mirror needs to know of the warehouse; all within the transaction of a load. */
public final class StoredFigures {
  /** Enough for two years of months, and for what the checks compare with. */
  private static final int NEWEST = 24;

  private static final int PORTION = 5_000;

  /** Plan: the unique key of series begins with the area. */
  private static final String SERIES_OF_AREAS =
      """
      select id, area_code, indicator_code, breakdown, measure, rank_in, scenario, frequency,
             accumulation
        from series where area_code = any (?)
      """;

  private static final String ALL_SERIES =
      """
      select id, area_code, indicator_code, breakdown, measure, rank_in, scenario, frequency,
             accumulation
        from series
      """;

  /** Plan: a walk backwards through the primary key for each series. */
  private static final String NEWEST_FIGURES =
      """
      select s.number, o.period_start - date '1970-01-01', o.value, o.qualifier, o.status
        from unnest(?::int[], ?::int[]) as s (id, number)
       cross join lateral (
         select period_start, value, qualifier, status from observation
          where series_id = s.id order by period_start desc limit ?) o
      """;

  /** Plan: a range of the primary key for each block. */
  private static final String BLOCKS =
      """
      select s.number, o.period_start - date '1970-01-01', o.value, o.qualifier, o.status
        from unnest(?::int[], ?::int[], ?::date[], ?::date[]) as s (id, number, first, beyond)
        join observation o
          on o.series_id = s.id and o.period_start >= s.first and o.period_start < s.beyond
      """;

  private final Connection connection;
  private final CopyStream stream;
  private final FigureCache mirror;

  /**
   * @param stream what may be running on the connection, and ends before it is asked for anything
   */
  public StoredFigures(Connection connection, CopyStream stream, FigureCache mirror) {
    this.connection = connection;
    this.stream = stream;
    this.mirror = mirror;
  }

  /**
   * A mirror for a first load: what nobody has to be asked for is known.
   *
   * @param temporary folder for what does not fit into memory
   */
  public static FigureCache beginning(Connection connection, Path temporary) throws SQLException {
    FigureCache mirror = new FigureCache(temporary);
    try (Statement statement = connection.createStatement()) {
      boolean empty;
      try (ResultSet row = statement.executeQuery(FigureSql.HAS_SERIES)) {
        empty = row.next() && !row.getBoolean(1);
      }
      if (empty) {
        mirror.knowAllSeries(areas(statement));
      }
    }
    return mirror;
  }

  private static Set<String> areas(Statement statement) throws SQLException {
    Set<String> areas = new HashSet<>();
    try (ResultSet row = statement.executeQuery(FigureSql.AREAS)) {
      while (row.next()) {
        areas.add(row.getString(1));
      }
    }
    return areas;
  }

  /** Makes all series of some areas known. */
  public void seriesOf(Set<String> areas) throws SQLException {
    Set<String> unknown = new HashSet<>();
    for (String area : areas) {
      if (!mirror.knowsSeriesOf(area)) {
        unknown.add(area);
      }
    }
    if (unknown.isEmpty()) {
      return;
    }
    stream.end();
    try (PreparedStatement statement = connection.prepareStatement(SERIES_OF_AREAS)) {
      statement.setArray(1, connection.createArrayOf("text", unknown.toArray()));
      series(statement);
    }
    mirror.knowSeriesOf(unknown);
  }

  /** Makes all series known, if any is not. */
  public void allSeries() throws SQLException {
    if (mirror.knowsAllSeries()) {
      return;
    }
    stream.end();
    try (PreparedStatement statement = connection.prepareStatement(ALL_SERIES)) {
      series(statement);
    }
    try (Statement statement = connection.createStatement()) {
      mirror.knowAllSeries(areas(statement));
    }
  }

  private void series(PreparedStatement statement) throws SQLException {
    statement.setFetchSize(PORTION);
    // One object for each code, however many series have it.
    Map<String, String> codes = new HashMap<>();
    try (ResultSet row = statement.executeQuery()) {
      while (row.next()) {
        SeriesKey key =
            new SeriesKey(
                codes.computeIfAbsent(row.getString(2), c -> c),
                codes.computeIfAbsent(row.getString(3), c -> c),
                codes.computeIfAbsent(row.getString(4), c -> c),
                Measure.of(row.getString(5)),
                codes.computeIfAbsent(row.getString(6), c -> c),
                Scenario.of(row.getString(7)),
                Frequency.valueOf(row.getString(8)),
                Accumulation.of(row.getString(9)));
        mirror.known(key, row.getInt(1));
      }
    }
  }

  /** Makes the newest figures of series known, all of them where there are no more. */
  public void newest(List<Integer> series) throws SQLException {
    for (int from = 0; from < series.size(); from += PORTION) {
      newestOf(series.subList(from, Math.min(series.size(), from + PORTION)));
    }
  }

  private void newestOf(List<Integer> series) throws SQLException {
    if (series.isEmpty()) {
      return;
    }
    Map<Integer, Oldest> oldest = new HashMap<>();
    series.forEach(number -> oldest.put(number, new Oldest()));
    stream.end();
    try (PreparedStatement statement = connection.prepareStatement(NEWEST_FIGURES)) {
      statement.setArray(1, ids(series));
      statement.setArray(2, connection.createArrayOf("int4", series.toArray()));
      statement.setInt(3, NEWEST);
      figures(
          statement,
          (number, ordinal) -> oldest.computeIfPresent(number, (n, met) -> met.met(ordinal)));
    }
    oldest.forEach(
        (number, met) ->
            mirror.coverFrom(number, met.count < NEWEST ? Integer.MIN_VALUE : met.ordinal));
  }

  private static final class Oldest {
    private int ordinal = Integer.MAX_VALUE;
    private int count;

    Oldest met(int period) {
      ordinal = Math.min(ordinal, period);
      count++;
      return this;
    }
  }

  /** One period of a series. */
  public record Wanted(int series, int ordinal) {}

  /** Makes the figures around periods known. */
  public void around(List<Wanted> wanted) throws SQLException {
    for (int from = 0; from < wanted.size(); from += PORTION) {
      aroundOf(wanted.subList(from, Math.min(wanted.size(), from + PORTION)));
    }
  }

  private void aroundOf(List<Wanted> wanted) throws SQLException {
    Set<Wanted> blocks = new HashSet<>();
    for (Wanted one : wanted) {
      blocks.add(
          new Wanted(one.series(), one.ordinal() / FigureCache.PERIODS * FigureCache.PERIODS));
    }
    List<Integer> numbers = blocks.stream().map(Wanted::series).toList();
    Object[] first = blocks.stream().map(b -> start(b, 0)).toArray();
    Object[] beyond = blocks.stream().map(b -> start(b, FigureCache.PERIODS)).toArray();
    stream.end();
    try (PreparedStatement statement = connection.prepareStatement(BLOCKS)) {
      statement.setArray(1, ids(numbers));
      statement.setArray(2, connection.createArrayOf("int4", numbers.toArray()));
      statement.setArray(3, connection.createArrayOf("date", first));
      statement.setArray(4, connection.createArrayOf("date", beyond));
      figures(statement, (number, ordinal) -> {});
    }
    blocks.forEach(b -> mirror.coverBlock(b.series(), b.ordinal()));
  }

  private java.sql.Date start(Wanted block, int after) {
    Frequency frequency = mirror.key(block.series()).frequency();
    return java.sql.Date.valueOf(FigureCache.start(frequency, block.ordinal() + after));
  }

  private java.sql.Array ids(List<Integer> series) throws SQLException {
    return connection.createArrayOf("int4", series.stream().map(mirror::id).toArray());
  }

  @FunctionalInterface
  private interface Met {
    void figure(int number, int ordinal);
  }

  private void figures(PreparedStatement statement, Met met) throws SQLException {
    statement.setFetchSize(PORTION);
    try (ResultSet row = statement.executeQuery()) {
      while (row.next()) {
        int number = row.getInt(1);
        LocalDate start = LocalDate.ofEpochDay(row.getInt(2));
        int ordinal = FigureCache.ordinal(mirror.key(number).frequency(), start);
        mirror.store(
            number,
            ordinal,
            FigureCode.of(
                row.getBigDecimal(3),
                Qualifier.of(row.getString(4)),
                ObservationStatus.valueOf(row.getString(5))));
        met.figure(number, ordinal);
      }
    }
  }
}
