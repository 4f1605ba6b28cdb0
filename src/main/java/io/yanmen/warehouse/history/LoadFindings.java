package io.yanmen.warehouse.history;

import io.yanmen.warehouse.sql.Sql;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;

/** What was refused of a load, what was doubtful, and which of its values do not show. */
public final class LoadFindings {
  /**
   * One refused cell or doubtful figure.
   *
   * @param cell empty where the file as a whole is meant
   * @param arguments what the messages of its code are filled with; none for doubts
   */
  public record FindingRow(
      int tableNo, String cell, String zh, String en, String raw, List<String> arguments) {
    public FindingRow {
      arguments = List.copyOf(arguments);
    }
  }

  /** Those of one code: how many, and the first of them. */
  public record Group(String code, long count, List<FindingRow> first) {
    public Group {
      first = List.copyOf(first);
    }
  }

  /**
   * A value of this load that is kept and does not show, because another one counts more.
   *
   * @param period such as 2025-04
   * @param shown what shows instead, with its source
   */
  public record Unshown(
      int series,
      LocalDate periodStart,
      String period,
      String areaZh,
      String areaEn,
      String indicatorZh,
      String indicatorEn,
      String measure,
      String cell,
      BigDecimal value,
      BigDecimal shown,
      String shownSource) {}

  /**
   * What a person decided on a load that was held.
   *
   * @param released else it was refused for good
   */
  public record Decision(boolean released, String by, Instant at, String reason) {}

  // All rows of the load by rejection_by_load, numbered within their code.
  private static final String REJECTIONS =
      """
      select code, count, table_no, cell, message_zh, message_en, raw, arguments
        from (select r.*, count(*) over (partition by code) as count,
                     row_number() over (partition by code order by id) as place
                from rejection r where load_id = ?) numbered
       where place <= ?
       order by table_no = 0 desc, count desc, code, id
      """;

  // All rows of the load by warning_by_load, numbered within their code.
  private static final String WARNINGS =
      """
      select code, count, table_no, cell, message_zh, message_en, raw, '{}'::text[]
        from (select w.*, count(*) over (partition by code) as count,
                     row_number() over (partition by code order by id) as place
                from warning w where load_id = ?) numbered
       where place <= ?
       order by count desc, code, id
      """;

  // By revision_unshown; what shows by the primary key of observation.
  private static final String UNSHOWN =
      """
      select r.series_id, r.period_start, period_label(s.frequency, r.period_start),
             a.name_zh, a.name_en, i.name_zh, i.name_en, s.measure, r.cell, r.value, o.value, l.source
        from revision r
        join series s on s.id = r.series_id
        join area a on a.code = s.area_code
        join indicator i on i.code = s.indicator_code
        join observation o on o.series_id = r.series_id and o.period_start = r.period_start
        join load l on l.id = o.load_id
       where r.load_id = ? and not r.shown
       order by r.id limit ?
      """;

  private final DataSource dataSource;

  public LoadFindings(DataSource dataSource) {
    this.dataSource = dataSource;
  }

  /**
   * What was refused, that of the file as a whole first, then what is most frequent.
   *
   * @param most rows of each code
   */
  public List<Group> rejections(long load, int most) throws SQLException {
    return groups(REJECTIONS, load, most);
  }

  /** What was loaded, or waits, with a doubt. */
  public List<Group> warnings(long load, int most) throws SQLException {
    return groups(WARNINGS, load, most);
  }

  private List<Group> groups(String sql, long load, int most) throws SQLException {
    Map<String, List<FindingRow>> rows = new LinkedHashMap<>();
    Map<String, Long> counts = new LinkedHashMap<>();
    Sql.query(dataSource, sql, load, most)
        .each(
            row -> {
              counts.put(row.text(1), row.number(2));
              rows.computeIfAbsent(row.text(1), k -> new ArrayList<>())
                  .add(
                      new FindingRow(
                          row.integer(3),
                          row.text(4),
                          row.text(5),
                          row.text(6),
                          row.text(7),
                          row.texts(8)));
            });
    return rows.entrySet().stream()
        .map(it -> new Group(it.getKey(), counts.getOrDefault(it.getKey(), 0L), it.getValue()))
        .toList();
  }

  /** Empty if there was nothing to decide, or nobody has yet. */
  public Optional<Decision> decision(long load) throws SQLException {
    return Sql.query(
            dataSource,
            """
            select decision = 'released', decided_by, decided_at, reason
              from hold where load_id = ? and decision is not null
            """,
            load)
        .first(row -> new Decision(row.flag(1), row.text(2), row.instant(3), row.text(4)));
  }

  /** Values that do not show. */
  public List<Unshown> unshown(long load, int most) throws SQLException {
    return Sql.query(dataSource, UNSHOWN, load, most)
        .list(
            row ->
                new Unshown(
                    row.integer(1),
                    row.date(2),
                    row.text(3),
                    row.text(4),
                    row.text(5),
                    row.text(6),
                    row.text(7),
                    row.text(8),
                    row.text(9),
                    row.decimal(10),
                    row.decimal(11),
                    row.text(12)));
  }
}
