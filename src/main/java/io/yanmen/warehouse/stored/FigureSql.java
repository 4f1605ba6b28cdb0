package io.yanmen.warehouse.stored;

/** The SQL that figures and series come into the warehouse by. */
public final class FigureSql {
  /** Gives the first of so many ids in a row; nobody else begins series meanwhile. */
  public static final String RESERVE_SERIES =
      """
      select setval(numbers.name, next.first + ? - 1) - ? + 1
        from (select pg_get_serial_sequence('series', 'id')::regclass as name) numbers
       cross join lateral (select nextval(numbers.name) as first) next
      """;

  static final String HAS_SERIES = "select exists (select 1 from series)";

  static final String AREAS = "select code from area";

  public static final String COPY_SERIES =
      """
      copy series (id, area_code, indicator_code, breakdown, measure, rank_in, scenario, frequency,
                   accumulation)
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

  /** Whether what a transaction writes into files that it has begun itself stays out of the log. */
  static final String LOGS_LEAST = "select current_setting('wal_level') = 'minimal'";

  /**
   * The same rows in files of this transaction. What goes to them is written out as it comes: at
   * its end the transaction waits for all of it.
   */
  static final String BEGIN_FILES_ANEW =
      """
      create temp table figure_so_far on commit drop as select * from observation;
      truncate observation;
      insert into observation select * from figure_so_far;
      drop table figure_so_far;
      set local backend_flush_after = '1MB'
      """;

  static final String LET_KEY_GO =
      """
      insert into key_let_go (position, restoring)
      select coalesce(max(position), 0) + 1, ? from key_let_go
      """;

  static final String KEYS_LET_GO = "select restoring from key_let_go order by position";

  static final String ARE_KEYS_GONE = "select exists (select 1 from key_let_go)";

  static final String FORGET_KEYS_LET_GO = "delete from key_let_go";

  /** Straight into the table: only figures of which it is known that none is there. */
  public static final String COPY_OBSERVATIONS =
      """
      copy observation (series_id, period_start, value, qualifier, status, load_id, table_no, cell,
                        unit_as_written, value_as_written)
      from stdin (format binary)
      """;

  /** Figures that differ from what is stored; gone with the transaction. */
  public static final String CREATE_CANDIDATES =
      """
      create temp table candidate (
        series_id int, period_start date, value numeric, qualifier text, status char(1),
        load_id bigint, table_no int, cell text, unit_as_written text, value_as_written text,
        row_no bigint
      ) on commit drop
      """;

  public static final String ANALYZE_CANDIDATES = "analyze candidate";

  public static final String COPY_CANDIDATES = "copy candidate from stdin (format binary)";

  /**
   * A status that a table's notes gave to all its figures when most of them were stored already.
   */
  public static final String STATUS_OF_NEW =
      """
      update observation set status = ? where load_id = ? and table_no = ? and status = 'A'
      """;

  public static final String STATUS_OF_CANDIDATES =
      "update candidate set status = ? where table_no = ? and status = 'A'";

  public static final String ANALYZE_SERIES = "analyze series";

  /**
   * Whether a new figure counts more than an old one: a final figure is not replaced by a
   * preliminary one of the same source, nor one of a source by one of a lesser one.
   */
  private static final String WINS =
      """
      case when old.load_id = any (own.loads) then not (c.status = 'P' and old.status = 'A')
           else (select case when l.source = own.source
                             then not (c.status = 'P' and old.status = 'A')
                             else own.priority >= l.priority end
                   from load l where l.id = old.load_id) end
      """;

  private static final String OLD_SOURCE =
      """
      case when old.load_id = any (own.loads) then own.source
           else (select l.source from load l where l.id = old.load_id) end
      """;

  /** New figures beside what shows, where that says something else. */
  private static final String DIFFERENT =
      """
      from (values (?::text, ?::int, ?::bigint[])) own (source, priority, loads)
           cross join candidate c
           join observation old on old.series_id = c.series_id and old.period_start = c.period_start
      where (old.value, old.qualifier, old.status) is distinct from (c.value, c.qualifier, c.status)
        and not (c.value = old.value and c.qualifier = old.qualifier and c.status = 'P' and old.status = 'A')
      """;

  /**
   * What is kept of a figure; whether it has shown, by which load it does not, and when, follow.
   */
  private static final String KEEP =
      """
      insert into revision (series_id, period_start, value, qualifier, status, load_id, table_no, cell,
                            unit_as_written, value_as_written, shown, replaced_by, replaced_at)
      select series_id, period_start, value, qualifier, status, load_id, table_no, cell,
             unit_as_written, value_as_written\
      """;

  /**
   * Replaces what shows by figures that count more, and keeps the old rows as revisions. Figures of
   * very many digits may turn out to be the same. Gives the number of those replaced.
   *
   * <p>Plan: nested loops, the primary key once for each candidate, and the place of the old row.
   * What is asked of each row again stands first in it, where it is found without passing the rest.
   * Parameters: source, its priority, {@link #RECENT_LOADS}, source.
   */
  public static final String REPLACE =
      """
      with replaced as (
        update observation o
           set value = c.value, qualifier = c.qualifier, status = c.status, load_id = c.load_id,
               table_no = c.table_no, cell = c.cell, unit_as_written = c.unit_as_written,
               value_as_written = c.value_as_written
        %s
          and o.ctid = old.ctid
          and %s
        returning %s as old_source, c.series_id, c.period_start, old.value, old.qualifier, old.status,
                  old.load_id, old.table_no, old.cell, old.unit_as_written, old.value_as_written,
                  c.load_id as new_load, c.cell as new_cell, c.value as new_value, c.row_no
      ), kept as (
        %s, true, new_load, clock_timestamp()
          from replaced
      ), told as (
        insert into conflict_of_load
        select series_id, period_start, new_cell, new_value, value, old_source, true
          from replaced
         where old_source <> ?
         order by row_no limit 1000
      )
      select count(*) from replaced
      """
          .formatted(DIFFERENT, WINS, OLD_SOURCE, KEEP);

  /**
   * Keeps figures that count less than what shows beside it. Gives their number. Parameters:
   * source, its priority, {@link #RECENT_LOADS}.
   */
  public static final String KEEP_LOSERS =
      """
      with lost as materialized (
        select %s as old_source, old.value as old_value, old.load_id as old_load, c.*
        %s
          and not %s
      ), kept as (
        %s, false, old_load, clock_timestamp()
          from lost
      ), told as (
        insert into conflict_of_load
        select series_id, period_start, cell, value, old_value, old_source, false
          from lost
         order by row_no limit 1000
      )
      select count(*) from lost
      """
          .formatted(OLD_SOURCE, DIFFERENT, WINS, KEEP);

  /**
   * The newest loads of a source, so that a row of one of them need not be asked whose it is:
   * mostly a source corrects what it has sent lately. Any of them may be missing.
   */
  public static final String RECENT_LOADS =
      """
      select coalesce(array_agg(id), '{}')
        from (select id from load
               where source = ? and id > (select max(id) from load) - 1000
               order by id desc limit 32) recent
      """;

  /** For the statement above, whose tables are too small for any other plan. */
  public static final String ONE_BY_ONE =
      "set local enable_hashjoin = off; set local enable_mergejoin = off; set local work_mem ="
          + " '64MB'";

  public static final String AS_USUAL =
      """
      set local enable_hashjoin to default;
      set local enable_mergejoin to default;
      set local work_mem to default
      """;

  public static final String EMPTY_CANDIDATES = "truncate candidate";

  /** What the load's report names of values that another source, or a final figure, contradicts. */
  public static final String CREATE_CONFLICTS =
      """
      create temp table conflict_of_load (
        series_id int, period_start date, cell text, value numeric, old_value numeric,
        old_source text, wins boolean
      ) on commit drop
      """;

  /** Which areas and periods the source has told of, for the calendar; in the order of the key. */
  public static final String REPORTED =
      """
      insert into reported (source, area_code, period_end, load_id)
      select ?, told.area_code, told.period_end, ?::bigint
        from unnest(?::text[], ?::date[]) as told (area_code, period_end)
       order by told.area_code, told.period_end
      on conflict do nothing
      """;

  public static final String CONFLICTS =
      """
      select s.area_code, s.indicator_code, s.breakdown, s.measure, s.rank_in, s.scenario, s.frequency,
             s.accumulation, c.period_start, c.cell, c.value, c.old_value, c.old_source, c.wins
        from conflict_of_load c join series s on s.id = c.series_id
       limit 1000
      """;

  /** Waits for whoever else is changing figures, and makes others wait. */
  public static final String FIGURES_VERSION =
      """
      select version, (select sha256 from catalog_state), exists (select 1 from key_let_go)
        from figures_version for update
      """;

  private FigureSql() {}
}
