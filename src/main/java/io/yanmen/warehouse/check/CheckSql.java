package io.yanmen.warehouse.check;

/** The SQL of checks: what they look at, what they find, and what is taken back for it. */
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

  /** Figures that were put in before the file turned out to contradict itself. */
  public static final String KEYS_OF_CONTRADICTIONS =
      """
      create temp table refused on commit drop as
      select series_id, period_start from resolved
       group by series_id, period_start
      having count(*) > 1 and (min(value) <> max(value) or min(qualifier) <> max(qualifier))
      """;

  public static final String KEYS_OF_REFUSALS =
      """
      create temp table refused on commit drop as
      select distinct r.series_id, r.period_start
        from resolved r join finding f on f.row_no = r.row_no
      """;

  public static final String REFUSED =
      """
      select s.area_code, s.indicator_code, s.measure, s.scenario, s.frequency, s.accumulation,
             r.period_start
        from refused r join series s on s.id = r.series_id
      """;

  /** Plan: the primary key, once for each refused figure. */
  public static final String TAKE_BACK_NEW =
      """
      delete from observation o using refused r
       where o.series_id = r.series_id and o.period_start = r.period_start and o.load_id = ?
      """;

  /** Puts back what was replaced; plan as above. */
  public static final String TAKE_BACK_CHANGED =
      """
      with back as (
        delete from revision v using refused r
         where v.series_id = r.series_id and v.period_start = r.period_start
           and v.shown and v.replaced_by = ?
        returning v.*
      )
      update observation o
         set value = b.value, qualifier = b.qualifier, status = b.status, load_id = b.load_id,
             table_no = b.table_no, cell = b.cell, unit_as_written = b.unit_as_written,
             value_as_written = b.value_as_written
        from back b
       where o.series_id = b.series_id and o.period_start = b.period_start
      """;

  /** Values that lost and are refused besides. */
  public static final String TAKE_BACK_UNSHOWN =
      """
      delete from revision v using refused r
       where v.series_id = r.series_id and v.period_start = r.period_start
         and not v.shown and v.load_id = ?
      """;

  public static final String TAKE_BACK_CONFLICTS =
      """
      delete from conflict_of_load c using refused r
       where c.series_id = r.series_id and c.period_start = r.period_start
      """;

  public static final String DROP_REFUSED_KEYS = "drop table refused";

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
