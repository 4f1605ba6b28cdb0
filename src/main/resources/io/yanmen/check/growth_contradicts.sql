-- Published growth with the levels of now and a year ago. Where the growth stands in the file its cell
-- is named, else the cell of the level.
insert into finding (code, row_no, arguments)
with growth as (
  select g.id as growth_id, l.id as level_id, t.value as tolerance
    from series g
    join series l on l.area_code = g.area_code and l.indicator_code = g.indicator_code
     and l.scenario = g.scenario and l.frequency = g.frequency and l.accumulation = g.accumulation
    join check_limit t on t.indicator_code = g.indicator_code
     and t.rule = 'GROWTH_CONTRADICTS' and t.threshold = 'tolerance'
   where g.measure = 'yoy' and l.measure = 'level' and g.scenario = 'actual' and t.value is not null
     and exists (select 1 from checked_series c where c.series_id in (g.id, l.id))
), compared as (
  select coalesce(y.row_no, n.row_no) as row_no, y.value as published, n.value as level, b.value as base,
         100 * (n.value / b.value - 1) as computed, g.tolerance,
         y.value_as_written as growth_written, n.value_as_written as level_written,
         b.value_as_written as base_written
    from growth g
    join known y on y.series_id = g.growth_id
    join known n on n.series_id = g.level_id and n.period_start = y.period_start
    join known b on b.series_id = g.level_id and b.period_start = y.period_start - interval '1 year'
   where y.qualifier = 'exact' and n.qualifier = 'exact' and b.qualifier = 'exact' and b.value > 0
     and (y.row_no is not null or n.row_no is not null)
)
select 'GROWTH_CONTRADICTS', row_no,
       array[trim_scale(published)::text, round(computed, 2)::text, trim_scale(level)::text, trim_scale(base)::text]
  from compared
 -- Rounding is worked out for what differs only.
 where case when abs(published - computed) <= tolerance then false
            else abs(published - computed) > tolerance + half_unit(published, growth_written)
                 + 100 * abs(level / base) * (half_unit(level, level_written) / nullif(abs(level), 0)
                                              + half_unit(base, base_written) / base) end
