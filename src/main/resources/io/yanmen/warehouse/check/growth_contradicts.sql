-- Published growth with the levels of now and a year ago. Where the growth stands in the file its cell
-- is named, else the cell of the level.
create temp table growth_pair on commit drop as
select p.growth_id, p.level_id, t.value as tolerance
  from (select c.series_id as growth_id, l.id as level_id, c.indicator_code
          from checked_series c
          join series l on l.area_code = c.area_code and l.indicator_code = c.indicator_code
           and l.breakdown = c.breakdown and l.measure = 'level' and l.scenario = c.scenario and l.frequency = c.frequency
           and l.accumulation = c.accumulation
         where c.measure = 'yoy' and c.scenario = 'actual'
        union
        select g.id, c.series_id, c.indicator_code
          from checked_series c
          join series g on g.area_code = c.area_code and g.indicator_code = c.indicator_code
           and g.breakdown = c.breakdown and g.measure = 'yoy' and g.scenario = c.scenario and g.frequency = c.frequency
           and g.accumulation = c.accumulation
         where c.measure = 'level' and c.scenario = 'actual') p
  join checked_limit t on t.indicator_code = p.indicator_code
   and t.rule = 'GROWTH_CONTRADICTS' and t.threshold = 'tolerance'
 where t.value is not null;
analyze growth_pair;
create temp table growth_value on commit drop as
select s.series_id, v.period_start, v.value, v.qualifier, v.value_as_written, v.row_no
  from (select growth_id as series_id from growth_pair union select level_id from growth_pair) s
  join resolved v using (series_id)
union all
select s.series_id, o.period_start, o.value, o.qualifier, o.value_as_written, null
  from (select growth_id as series_id from growth_pair union select level_id from growth_pair) s
  join stored o using (series_id)
 where not exists (select 1 from resolved r
                    where r.series_id = o.series_id and r.period_start = o.period_start);
analyze growth_value;
insert into finding (code, row_no, arguments)
select 'GROWTH_CONTRADICTS', row_no,
       array[trim_scale(published)::text, round(computed, 2)::text, trim_scale(level)::text, trim_scale(base)::text]
  from (select coalesce(y.row_no, n.row_no) as row_no, y.value as published, n.value as level, b.value as base,
               100 * (n.value / b.value - 1) as computed, g.tolerance,
               y.value_as_written as growth_written, n.value_as_written as level_written,
               b.value_as_written as base_written
          from growth_pair g
          join growth_value y on y.series_id = g.growth_id and y.qualifier = 'exact'
          join growth_value n on n.series_id = g.level_id and n.qualifier = 'exact'
           and n.period_start = y.period_start
          join growth_value b on b.series_id = g.level_id and b.qualifier = 'exact' and b.value > 0
           and b.period_start = (y.period_start - interval '1 year')::date
         where y.row_no is not null or n.row_no is not null) compared
 -- Rounding is worked out for what differs only.
 where case when abs(published - computed) <= tolerance then false
            else abs(published - computed) > tolerance + half_unit(published, growth_written)
                 + 100 * abs(level / base) * (half_unit(level, level_written) / nullif(abs(level), 0)
                                              + half_unit(base, base_written) / base) end
