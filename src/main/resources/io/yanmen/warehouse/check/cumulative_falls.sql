-- In the file, a fall stands in suspect. Against the warehouse: only series that have a history, each
-- figure with the stored ones of its year; the nearest one that contradicts is named. Where a unit
-- slipped, the fall is that.
insert into finding (code, row_no, arguments)
with tolerated as (
  select c.series_id, c.frequency, t.value as tolerance
    from checked_series c
    join checked_limit t on t.indicator_code = c.indicator_code
     and t.rule = 'CUMULATIVE_FALLS' and t.threshold = 'tolerance'
    where c.accumulates and t.value is not null
     and not exists (select 1 from finding f join resolved r on r.row_no = f.row_no
                      where f.code = 'UNIT_SLIP' and r.series_id = c.series_id)
), fall as (
  select r.row_no, s.before_value as earlier, s.before_start as earlier_start, r.value as later,
         r.period_start as later_start, t.frequency, r.period_start - s.before_start as distance
    from suspect s
    join tolerated t using (series_id)
    join resolved r on r.row_no = s.row_no
   where s.value < s.before_value * (1 - t.tolerance)
     and extract(year from s.before_start) = extract(year from s.period_start)
  union all
  select r.row_no, least_of.earlier, least_of.earlier_start, least_of.later, least_of.later_start,
         t.frequency, abs(o.period_start - r.period_start)
    from tolerated t
    join (select distinct series_id from history) h using (series_id)
    join resolved r using (series_id)
    join stored o on o.series_id = r.series_id
     and o.period_start >= date_trunc('year', r.period_start)
     and o.period_start < date_trunc('year', r.period_start) + interval '1 year'
     and o.period_start <> r.period_start
   cross join lateral (
     select case when o.period_start < r.period_start then o.value else r.value end as earlier,
            case when o.period_start < r.period_start then o.period_start else r.period_start end as earlier_start,
            case when o.period_start < r.period_start then r.value else o.value end as later,
            case when o.period_start < r.period_start then r.period_start else o.period_start end as later_start) least_of
   where least_of.later < least_of.earlier * (1 - t.tolerance)
     and not exists (select 1 from resolved own
                      where own.series_id = o.series_id and own.period_start = o.period_start)
)
select distinct on (row_no) 'CUMULATIVE_FALLS', row_no,
       array[trim_scale(earlier)::text, period_label(frequency, earlier_start),
             trim_scale(later)::text, period_label(frequency, later_start)]
  from fall
 order by row_no, distance
