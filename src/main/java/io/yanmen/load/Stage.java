package io.yanmen.load;

/** The SQL of a load, in the order in which it runs; all of it in one transaction. */
final class Stage {
  /** Unlogged by nature, gone with the transaction. */
  static final String CREATE =
      """
      create temp table stage (
        row_no bigint, area_code text, indicator_code text, measure text, scenario text,
        frequency char(1), accumulation text, period_start date, value numeric, qualifier text,
        status char(1), table_no int, cell text, unit_as_written text, value_as_written text
      ) on commit drop
      """;

  static final String COPY = "copy stage from stdin";

  static final String TABLE_STATUS =
      "update stage set status = ? where table_no = ? and status = 'A'";

  /** New series; one hash aggregate over the stage, then an insert of few rows. */
  static final String SERIES =
      """
      insert into series (area_code, indicator_code, measure, scenario, frequency, accumulation)
      select distinct area_code, indicator_code, measure, scenario, frequency, accumulation from stage
      on conflict do nothing
      """;

  /** The stage with series resolved: a hash join with the small table of series. */
  static final String RESOLVE =
      """
      create temp table resolved on commit drop as
      select s.id as series_id, t.period_start, t.value, t.qualifier, t.status, t.table_no, t.cell,
             t.unit_as_written, t.value_as_written, t.row_no
        from stage t
        join series s using (area_code, indicator_code, measure, scenario, frequency, accumulation)
      """;

  static final String ANALYZE = "analyze resolved";

  static final String ANALYZE_SERIES = "analyze series";

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

  static final String WARNING =
      """
      insert into warning (load_id, table_no, cell, code, message_zh, message_en, raw)
      values (?, ?, ?, ?, ?, ?, ?)
      """;

  static final String OPEN_HOLD =
      """
      select l.id, h.held_at from load l join hold h on h.load_id = l.id
       where l.sha256 = ? and h.decision is null order by l.id limit 1
      """;

  /** Locks the decision, so that two people cannot take it at once. */
  static final String WAITS =
      "select 1 from hold where load_id = ? and decision is null for update";

  static final String HOLD = "insert into hold (load_id) values (?)";

  static final String DECIDE =
      """
      update hold set decision = ?, decided_by = ?, reason = ?, decided_at = clock_timestamp()
       where load_id = ? and decision is null
      """;

  /** The load that was held becomes the one that it was held from being. */
  static final String LOAD_AFTER_HOLD =
      """
      update load set status = ?, started_at = ?, finished_at = clock_timestamp(), cells_read = ?,
                      rejected = ?, message = ?
       where id = ?
      """;

  static final String FORGET_REASONS = "delete from rejection where load_id = ?";

  static final String FORGET_DOUBTS = "delete from warning where load_id = ?";

  static final String REJECT_HELD =
      "update load set status = 'rejected', message = ? where id = ? and status = 'held'";

  static final String NEW_LOAD =
      """
      insert into load (source, file_name, sha256, status, priority, received_at, started_at, finished_at,
                        cells_read, rejected, message)
      values (?, ?, ?, ?, ?, ?, ?, clock_timestamp(), ?, ?, ?)
      returning id
      """;

  /**
   * What differs from what shows, with the verdict of the rules: a hash join over the keys of the
   * stage.
   */
  static final String DIFFERENT =
      """
      create temp table different on commit drop as
      select r.*, o.load_id as old_load, o.value as old_value,
             case
               when l.source = ? then not (r.status = 'P' and o.status = 'A')
               else ? >= l.priority
             end as wins,
             l.source <> ? as other_source, l.source as old_source
        from resolved r
        join observation o using (series_id, period_start)
        join load l on l.id = o.load_id
       where (o.value, o.qualifier, o.status) is distinct from (r.value, r.qualifier, r.status)
         and not (r.value = o.value and r.qualifier = o.qualifier and r.status = 'P' and o.status = 'A')
      """;

  static final String COUNT_UNCHANGED =
      """
      select (select count(*) from resolved r join observation o using (series_id, period_start))
           - (select count(*) from different)
      """;

  static final String KEEP_OLD =
      """
      insert into revision (series_id, period_start, value, qualifier, status, load_id, table_no, cell,
                            unit_as_written, value_as_written, shown, replaced_by, replaced_at)
      select o.series_id, o.period_start, o.value, o.qualifier, o.status, o.load_id, o.table_no, o.cell,
             o.unit_as_written, o.value_as_written, true, ?, clock_timestamp()
        from observation o join different d using (series_id, period_start)
       where d.wins
      """;

  /** A value that loses is kept beside the one that shows, once. */
  static final String KEEP_UNSHOWN =
      """
      insert into revision (series_id, period_start, value, qualifier, status, load_id, table_no, cell,
                            unit_as_written, value_as_written, shown, replaced_by, replaced_at)
      select d.series_id, d.period_start, d.value, d.qualifier, d.status, ?, d.table_no, d.cell,
             d.unit_as_written, d.value_as_written, false, d.old_load, clock_timestamp()
        from different d
       where not d.wins
      """;

  static final String REPLACE =
      """
      update observation o
         set value = d.value, qualifier = d.qualifier, status = d.status, load_id = ?,
             table_no = d.table_no, cell = d.cell, unit_as_written = d.unit_as_written,
             value_as_written = d.value_as_written
        from different d
       where d.wins and o.series_id = d.series_id and o.period_start = d.period_start
      """;

  /** Anti-join with what is there; in the order of the key, so that its index grows at its end. */
  static final String INSERT_NEW =
      """
      insert into observation (series_id, period_start, value, qualifier, status, load_id, table_no,
                               cell, unit_as_written, value_as_written)
      select r.series_id, r.period_start, r.value, r.qualifier, r.status, ?, r.table_no, r.cell,
             r.unit_as_written, r.value_as_written
        from resolved r
       where not exists (select 1 from observation o
                          where o.series_id = r.series_id and o.period_start = r.period_start)
       order by r.series_id, r.period_start
      """;

  /**
   * Which areas and periods the source has told of, for the calendar: grouped before the ends of
   * the periods are computed, so that few are.
   */
  static final String REPORTED =
      """
      insert into reported (source, area_code, period_end, load_id)
      select distinct ?, g.area_code, period_end(g.frequency, g.period_start), ?::bigint
        from (select s.area_code, s.frequency, r.period_start
                from resolved r join series s on s.id = r.series_id
               where s.scenario = 'actual'
               group by s.area_code, s.frequency, r.period_start) g
      on conflict do nothing
      """;

  static final String CONFLICTS =
      """
      select s.area_code, s.indicator_code, s.measure, s.scenario, s.frequency, s.accumulation,
             d.period_start, d.cell, d.value, d.old_value, d.old_source, d.wins
        from different d join series s on s.id = d.series_id
       where d.other_source or not d.wins
       order by d.row_no limit 1000
      """;

  static final String FINISH =
      """
      update load set observations_new = ?, observations_changed = ?, observations_unchanged = ?,
             flagged = ?, finished_at = clock_timestamp()
       where id = ?
      """;

  static final String REJECTION =
      """
      insert into rejection (load_id, table_no, cell, code, message_zh, message_en, raw, arguments)
      values (?, ?, ?, ?, ?, ?, ?, ?)
      """;

  /** What was refused of a file may be read once a name was taught after it. */
  static final String SAME_BYTES =
      """
      select l.id, l.file_name, l.finished_at from load l
       where l.sha256 = ?
         and (l.status = 'loaded'
              or l.status = 'partly_loaded'
                 and not exists (select 1 from learned_alias a where a.added_at > l.finished_at))
       order by l.id limit 1
      """;

  static final String REFUSED_THEN =
      """
      select code, table_no, cell, raw, arguments from rejection
       where load_id = ? order by id limit 1000
      """;

  private Stage() {}
}
