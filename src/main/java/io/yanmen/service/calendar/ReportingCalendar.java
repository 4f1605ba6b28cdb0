package io.yanmen.service.calendar;

import io.yanmen.service.alert.outbox.AlertStore;
import io.yanmen.warehouse.sql.Row;
import io.yanmen.warehouse.sql.Sql;
import io.yanmen.warehouse.sql.Transaction;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;

/** Who has to report what by when, and what came of it. */
public final class ReportingCalendar {
  /**
   * What a source has to report; one without a frequency has nothing to.
   *
   * @param frequency A, Q or M
   * @param childrenOf an area whose parts it reports on, besides those named
   */
  public record Duty(
      String source,
      String name,
      Optional<String> frequency,
      int dueDays,
      List<String> areas,
      Optional<String> childrenOf,
      Optional<LocalDate> since) {
    public Duty {
      areas = List.copyOf(areas);
    }
  }

  /**
   * One report.
   *
   * @param state reported, late, missing or expected
   */
  public record CalendarEntry(
      String source,
      String sourceName,
      String areaCode,
      String areaName,
      LocalDate periodStart,
      String period,
      LocalDate dueOn,
      String state) {}

  private static final String ENTRIES =
      """
      select c.source, s.name, c.area_code, a.name_zh, c.period_start, c.period, c.due_on, c.state
        from reporting_calendar c
        join source s on s.code = c.source
        join area a on a.code = c.area_code
      """;

  private final DataSource dataSource;

  public ReportingCalendar(DataSource dataSource) {
    this.dataSource = dataSource;
  }

  /**
   * Replaces what is known of the duties of these sources.
   *
   * @param only whether all other sources have no duty any more
   */
  public void put(List<Duty> duties, boolean only) throws SQLException {
    Transaction.run(
        dataSource,
        connection -> {
          if (only) {
            Sql.run(connection, "update source set frequency = null");
          }
          Sql.batch(
              connection,
              """
              insert into source (code, name, frequency, due_days, areas, since)
              values (?, ?, ?, ?, ?::text[] || array(
                select code from area where parent_code = ? and level <> 'zone'
                   and not (code = any (?::text[])) order by code), ?)
              on conflict (code) do update set name = excluded.name,
                frequency = excluded.frequency, due_days = excluded.due_days,
                areas = excluded.areas, since = excluded.since
              """,
              duties,
              it ->
                  List.of(
                      it.source(),
                      it.name(),
                      it.frequency(),
                      it.dueDays(),
                      it.areas(),
                      it.childrenOf().orElse(""),
                      it.areas(),
                      it.since()));
        });
  }

  /**
   * The newest periods of each source, areas in the order of their codes.
   *
   * @param periods how many of each source
   */
  public List<CalendarEntry> newest(int periods) throws SQLException {
    // The ranks are found on what is due; what came is looked up for the newest alone.
    return Sql.query(
            dataSource,
            ENTRIES
                + """
                  join (select source, area_code, period_start,
                               dense_rank() over (partition by source order by period_start desc) as place
                          from reporting_calendar) n
                    on n.source = c.source and n.area_code = c.area_code
                       and n.period_start = c.period_start
                 where n.place <= ?
                 order by c.source, c.area_code, c.period_start
                """,
            periods)
        .list(ReportingCalendar::entry);
  }

  /**
   * Reports of one period that a source owes.
   *
   * @param areas for how many areas
   */
  public record Missing(String source, String sourceName, String period, long areas) {}

  /** What is missing, by source, the newest period of each first. */
  public List<Missing> missing() throws SQLException {
    return Sql.query(
            dataSource,
            """
            -- What reporting_calendar calls missing, counted period by period: the areas of the
            -- source without those that reported_by_period knows. Area by area, thousands of
            -- areas would take seconds.
            with due as (
              select src.code, src.name, src.areas, src.frequency, p.period_start, p.period_end,
                     p.told_with, p.told_with + src.due_days as due_on
                from source src
                cross join lateral reports_due(src.frequency, src.since) p
               where src.frequency is not null and src.due_days is not null
                 and src.since is not null
            )
            select d.code, d.name, period_label(d.frequency, d.period_start), missing.areas
              from due d
              cross join lateral (
                select count(*) as areas
                  from (select unnest(d.areas)
                        except
                        select r.area_code from reported r
                         where r.source = d.code
                           and r.period_end in (d.period_end, d.told_with)) a) missing
             where report_state(d.due_on, null) = 'missing' and missing.areas > 0
             order by d.code, d.period_start desc
            """)
        .list(row -> new Missing(row.text(1), row.text(2), row.text(3), row.number(4)));
  }

  /**
   * The reports of a source between two days, areas in the order of their codes.
   *
   * @param areas beginning of the codes of the areas; empty for all
   */
  public List<CalendarEntry> of(String source, String areas, LocalDate from, LocalDate to)
      throws SQLException {
    return Sql.query(
            dataSource,
            ENTRIES
                + """
                 where c.source = ? and starts_with(c.area_code, ?)
                   and c.period_start between ? and ?
                 order by c.area_code, c.period_start
                """,
            source,
            areas,
            from,
            to)
        .list(ReportingCalendar::entry);
  }

  /** A source that has to report. */
  public record Reporter(String code, String name, LocalDate since, List<String> areas) {
    public Reporter {
      areas = List.copyOf(areas);
    }
  }

  public List<Reporter> reporters() throws SQLException {
    return Sql.query(
            dataSource,
            """
            select code, name, since, areas from source
             where frequency is not null and due_days is not null and since is not null
             order by code
            """)
        .list(row -> new Reporter(row.text(1), row.text(2), row.date(3), row.texts(4)));
  }

  /** What is missing and was not told of. */
  public List<CalendarEntry> newlyMissing(int most) throws SQLException {
    return Sql.query(
            dataSource,
            ENTRIES
                + """
                 where c.state = 'missing' and not exists (
                   select 1 from reporting_notice n
                    where n.source = c.source and n.area_code = c.area_code
                      and n.period_start = c.period_start)
                 order by c.source, c.period_start, c.area_code limit ?
                """,
            most)
        .list(ReportingCalendar::entry);
  }

  /** What was told of as late and has come since; see {@link AlertStore}. */
  public List<CalendarEntry> newlyArrived(int most) throws SQLException {
    // Few states are open; each is looked up by the primary key of its table.
    return Sql.query(
            dataSource,
            ENTRIES
                + """
                 where c.state <> 'missing' and exists (
                   select 1 from alert_state n
                    where n.kind = 'REPORT_LATE'
                      and n.subject = concat_ws('|', c.source, c.area_code, c.period_start))
                 order by c.source, c.period_start, c.area_code limit ?
                """,
            most)
        .list(ReportingCalendar::entry);
  }

  private static CalendarEntry entry(Row row) throws SQLException {
    return new CalendarEntry(
        row.text(1),
        row.text(2),
        row.text(3),
        row.text(4),
        row.date(5),
        row.text(6),
        row.date(7),
        row.text(8));
  }

  /** Remembers that these were told of. */
  public void told(List<CalendarEntry> entries) throws SQLException {
    Transaction.run(
        dataSource,
        connection ->
            Sql.batch(
                connection,
                """
                insert into reporting_notice (source, area_code, period_start) values (?, ?, ?)
                on conflict do nothing
                """,
                entries,
                it -> List.of(it.source(), it.areaCode(), it.periodStart())));
  }
}
