package io.yanmen.warehouse.stored;

/** The SQL by which figures are taken out again that were put in before they were refused. */
final class RemovalSql {
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
      select s.area_code, s.indicator_code, s.breakdown, s.measure, s.rank_in, s.scenario, s.frequency,
             s.accumulation,
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

  private RemovalSql() {}
}
