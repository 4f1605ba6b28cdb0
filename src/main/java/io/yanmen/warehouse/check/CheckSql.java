package io.yanmen.warehouse.check;

/** The SQL of checks: what they look at, and what they find. */
public final class CheckSql {
  /** What the file says of the series that the checks must see, as they find it. */
  public static final String CREATE_RESOLVED =
      """
      create temp table resolved (
        series_id int, period_start date, value numeric, qualifier text, status char(1),
        load_id bigint, table_no int, cell text, unit_as_written text, value_as_written text,
        row_no bigint
      ) on commit drop
      """;

  public static final String COPY_RESOLVED = "copy resolved from stdin (format binary)";

  public static final String ANALYZE = "analyze resolved";

  static final String THIS_LOAD = "select set_config('yanmen.load', ?, true)";

  /**
   * The warehouse as it was before the load: what it put in is left out, what it replaced is back.
   */
  static final String STORED =
      """
      create or replace temp view stored as
      select series_id, period_start, value, qualifier, status, load_id, table_no, cell,
             unit_as_written, value_as_written
        from observation
       where load_id <> (select current_setting('yanmen.load')::bigint)
      union all
      select series_id, period_start, value, qualifier, status, load_id, table_no, cell,
             unit_as_written, value_as_written
        from revision
       where shown and replaced_by = (select current_setting('yanmen.load')::bigint)
      """;

  static final String DROP_STORED = "drop view stored";

  /** How many levels other than 0 the file gives of an indicator in a period. */
  static final String FIGURE_COUNT =
      """
      create temp table figure_count (indicator_code text, period_start date, n bigint)
      on commit drop
      """;

  static final String COUNT_FIGURES =
      """
      insert into figure_count select * from unnest(?::text[], ?::date[], ?::bigint[])
      """;

  /** Indicators of which {@code resolved} holds all that the file says. */
  static final String WHOLE_INDICATOR =
      "create temp table whole_indicator (indicator_code text) on commit drop";

  static final String WHOLE_INDICATORS = "insert into whole_indicator select unnest(?::text[])";

  /** Cells of one observation that say different things. */
  static final String CONTRADICTIONS =
      """
      with several as (
        select series_id, period_start from resolved
         group by series_id, period_start
        having count(*) > 1 and (min(value) <> max(value) or min(qualifier) <> max(qualifier))
      )
      select r.series_id, r.period_start, r.value, r.cell, r.table_no, r.value_as_written
        from resolved r join several using (series_id, period_start)
       order by r.series_id, r.period_start, r.row_no
      """;

  static final String DROP_CONTRADICTIONS =
      """
      delete from resolved r using (
        select series_id, period_start from resolved
         group by series_id, period_start
        having count(*) > 1 and (min(value) <> max(value) or min(qualifier) <> max(qualifier))) d
       where r.series_id = d.series_id and r.period_start = d.period_start
      """;

  /** Of cells that say the same the first is kept. */
  static final String DROP_REPEATS =
      """
      delete from resolved r using (
        select ctid, row_number() over (partition by series_id, period_start order by row_no) as nth
          from resolved) d
       where r.ctid = d.ctid and d.nth > 1
      """;

  static final String HAS_REPEATS =
      """
      select exists (
        select 1 from resolved group by series_id, period_start having count(*) > 1)
      """;

  /** The checks sort the figures of the file once; on the disk that would take twice as long. */
  static final String MEMORY = "set local work_mem = '256MB'";

  static final String USUAL_MEMORY = "set local work_mem to default";

  static final String FINDINGS =
      "create temp table finding (code text, row_no bigint, arguments text[]) on commit drop";

  /** A figure that breaks several rules is told of once, with the rule that found it first. */
  static final String REFUSED_BY_CHECKS =
      """
      select f.code, f.arguments, r.table_no, r.cell, r.value_as_written
        from (select distinct on (row_no) * from finding order by row_no, ctid) f
        join resolved r using (row_no)
       order by f.row_no
      """;

  static final String DROP_REFUSED =
      "delete from resolved r using finding f where f.row_no = r.row_no";

  static final String DROP_REFUSALS = "truncate finding";

  static final String FOUND_BY_CHECKS =
      """
      select f.code, f.arguments, r.table_no, r.cell, r.value_as_written
        from finding f left join resolved r using (row_no)
       order by f.row_no, f.ctid
      """;

  private CheckSql() {}
}
