package io.yanmen.load;

/** The SQL of a load, in the order in which it runs; all of it in one transaction. */
final class Stage {
  static final String RESERVE_LOAD = "select nextval(pg_get_serial_sequence('load', 'id'))";

  /** Gives the first of so many ids in a row; nobody else begins series meanwhile. */
  static final String RESERVE_SERIES =
      """
      select setval(numbers.name, next.first + ? - 1) - ? + 1
        from (select pg_get_serial_sequence('series', 'id')::regclass as name) numbers
       cross join lateral (select nextval(numbers.name) as first) next
      """;

  static final String AREAS = "select code from area";

  static final String COPY_SERIES =
      """
      copy series (id, area_code, indicator_code, measure, scenario, frequency, accumulation)
      from stdin (format binary)
      """;

  /** Whether figures of other loads are there. */
  static final String HAS_OTHER_FIGURES =
      "select exists (select 1 from observation where load_id <> ?)";

  static final String KEYS_OF_TABLE =
      """
      select format('alter table %s drop constraint %I', conrelid::regclass, conname),
             format('alter table %s add constraint %I %s', conrelid::regclass, conname,
                    pg_get_constraintdef(oid))
        from pg_constraint where conrelid = ?::regclass and contype in ('p', 'u')
      union all
      select format('drop index %s', i.indexrelid::regclass), pg_get_indexdef(i.indexrelid)
        from pg_index i
       where i.indrelid = ?::regclass
         and not exists (select 1 from pg_constraint c where c.conindid = i.indexrelid)
      """;

  /** Straight into the table: only figures of which it is known that none is there. */
  static final String COPY_OBSERVATIONS =
      """
      copy observation (series_id, period_start, value, qualifier, status, load_id, table_no, cell,
                        unit_as_written, value_as_written)
      from stdin (format binary)
      """;

  /** Figures that differ from what is stored; gone with the transaction. */
  static final String CREATE_CANDIDATES =
      """
      create temp table candidate (
        series_id int, period_start date, value numeric, qualifier text, status char(1),
        load_id bigint, table_no int, cell text, unit_as_written text, value_as_written text,
        row_no bigint
      ) on commit drop
      """;

  static final String COPY_CANDIDATES = "copy candidate from stdin (format binary)";

  /**
   * A status that a table's notes gave to all its figures when most of them were stored already.
   */
  static final String STATUS_OF_NEW =
      """
      update observation set status = ? where load_id = ? and table_no = ? and status = 'A'
      """;

  static final String STATUS_OF_CANDIDATES =
      "update candidate set status = ? where table_no = ? and status = 'A'";

  /** What the file says of the series that the checks must see, as they find it. */
  static final String CREATE_RESOLVED =
      """
      create temp table resolved (
        series_id int, period_start date, value numeric, qualifier text, status char(1),
        load_id bigint, table_no int, cell text, unit_as_written text, value_as_written text,
        row_no bigint
      ) on commit drop
      """;

  static final String COPY_RESOLVED = "copy resolved from stdin (format binary)";

  static final String ANALYZE = "analyze resolved";

  static final String ANALYZE_SERIES = "analyze series";

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
  static final String KEYS_OF_CONTRADICTIONS =
      """
      create temp table refused on commit drop as
      select series_id, period_start from resolved
       group by series_id, period_start
      having count(*) > 1 and (min(value) <> max(value) or min(qualifier) <> max(qualifier))
      """;

  static final String KEYS_OF_REFUSALS =
      """
      create temp table refused on commit drop as
      select distinct r.series_id, r.period_start
        from resolved r join finding f on f.row_no = r.row_no
      """;

  static final String REFUSED =
      """
      select s.area_code, s.indicator_code, s.measure, s.scenario, s.frequency, s.accumulation,
             r.period_start
        from refused r join series s on s.id = r.series_id
      """;

  /** Plan: the primary key, once for each refused figure. */
  static final String TAKE_BACK_NEW =
      """
      delete from observation o using refused r
       where o.series_id = r.series_id and o.period_start = r.period_start and o.load_id = ?
      """;

  /** Puts back what was replaced; plan as above. */
  static final String TAKE_BACK_CHANGED =
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
  static final String TAKE_BACK_UNSHOWN =
      """
      delete from revision v using refused r
       where v.series_id = r.series_id and v.period_start = r.period_start
         and not v.shown and v.load_id = ?
      """;

  static final String TAKE_BACK_CONFLICTS =
      """
      delete from conflict_of_load c using refused r
       where c.series_id = r.series_id and c.period_start = r.period_start
      """;

  static final String DROP_REFUSED_KEYS = "drop table refused";

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
      insert into load (id, source, file_name, sha256, status, priority, received_at, started_at,
                        finished_at, cells_read, rejected, message)
      overriding system value
      values (?, ?, ?, ?, ?, ?, ?, ?, clock_timestamp(), ?, ?, ?)
      """;

  /**
   * Replaces what differs from what shows, by the rules between sources: the old row is kept as a
   * revision; a value that loses is kept beside the one that shows. Figures of very many digits may
   * turn out to be the same. Gives one row with counts.
   *
   * <p>Plan: nested loops, the primary key once for each candidate, and the place of the old row.
   */
  static final String REPLACE =
      """
      with different as materialized (
        select c.series_id, c.period_start, c.value, c.qualifier, c.status, c.load_id, c.table_no,
               c.cell, c.unit_as_written, c.value_as_written, c.row_no,
               o.value as old_value, o.qualifier as old_qualifier, o.status as old_status,
               o.load_id as old_load, o.table_no as old_table_no, o.cell as old_cell,
               o.unit_as_written as old_unit, o.value_as_written as old_written, o.ctid as old_place,
               l.source as old_source,
               case when l.source = ? then not (c.status = 'P' and o.status = 'A')
                    else ? >= l.priority end as wins
          from candidate c
          join observation o on o.series_id = c.series_id and o.period_start = c.period_start
          join load l on l.id = o.load_id
         where (o.value, o.qualifier, o.status) is distinct from (c.value, c.qualifier, c.status)
           and not (c.value = o.value and c.qualifier = o.qualifier and c.status = 'P' and o.status = 'A')
      ), kept as (
        insert into revision (series_id, period_start, value, qualifier, status, load_id, table_no, cell,
                              unit_as_written, value_as_written, shown, replaced_by, replaced_at)
        select series_id, period_start,
               case when wins then old_value else value end,
               case when wins then old_qualifier else qualifier end,
               case when wins then old_status else status end,
               case when wins then old_load else load_id end,
               case when wins then old_table_no else table_no end,
               case when wins then old_cell else cell end,
               case when wins then old_unit else unit_as_written end,
               case when wins then old_written else value_as_written end,
               wins,
               case when wins then load_id else old_load end,
               clock_timestamp()
          from different
      ), replaced as (
        update observation o
           set value = d.value, qualifier = d.qualifier, status = d.status, load_id = d.load_id,
               table_no = d.table_no, cell = d.cell, unit_as_written = d.unit_as_written,
               value_as_written = d.value_as_written
          from different d
         where d.wins and o.ctid = d.old_place
      ), told as (
        insert into conflict_of_load
        select series_id, period_start, cell, value, old_value, old_source, wins
          from different
         where not wins or old_source <> ?
         order by row_no limit 1000
      )
      select count(*) filter (where wins), count(*) filter (where not wins) from different
      """;

  /** For the statement above, whose tables are too small for any other plan. */
  static final String ONE_BY_ONE =
      "set local enable_hashjoin = off; set local enable_mergejoin = off; set local work_mem = '64MB'";

  static final String AS_USUAL =
      """
      set local enable_hashjoin to default;
      set local enable_mergejoin to default;
      set local work_mem to default
      """;

  static final String EMPTY_CANDIDATES = "truncate candidate";

  /** What the load's report names of values that another source, or a final figure, contradicts. */
  static final String CREATE_CONFLICTS =
      """
      create temp table conflict_of_load (
        series_id int, period_start date, cell text, value numeric, old_value numeric,
        old_source text, wins boolean
      ) on commit drop
      """;

  /** Which areas and periods the source has told of, for the calendar. */
  static final String REPORTED =
      """
      insert into reported (source, area_code, period_end, load_id)
      select ?, told.area_code, told.period_end, ?::bigint
        from unnest(?::text[], ?::date[]) as told (area_code, period_end)
      on conflict do nothing
      """;

  static final String CONFLICTS =
      """
      select s.area_code, s.indicator_code, s.measure, s.scenario, s.frequency, s.accumulation,
             c.period_start, c.cell, c.value, c.old_value, c.old_source, c.wins
        from conflict_of_load c join series s on s.id = c.series_id
       limit 1000
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

  /** Waits for whoever else is changing figures, and makes others wait. */
  static final String FIGURES_VERSION =
      """
      select version, (select sha256 from catalog_state) from figures_version for update
      """;

  private Stage() {}
}
