-- Peers are the areas with the same area around them. Areas that are level in what is ranked share
-- their rank rightly.
insert into finding (code, row_no, arguments)
with ranked as (
  select distinct c.parent_code, c.indicator_code, c.measure, c.scenario, c.frequency, c.accumulation
    from checked_series c where c.measure in ('rank', 'yoy_rank')
), held as (
  select k.row_no, k.period_start, k.value, s.*, a.name_zh,
         (select b.value from series t join known b on b.series_id = t.id
           where t.area_code = s.area_code and t.indicator_code = s.indicator_code
             and t.scenario = s.scenario and t.frequency = s.frequency and t.accumulation = s.accumulation
             and t.measure = case s.measure when 'rank' then 'level' else 'yoy' end
             and b.period_start = k.period_start) as ranked_value,
         r.parent_code
    from ranked r
    join area a on a.parent_code = r.parent_code
    join series s on s.area_code = a.code and s.indicator_code = r.indicator_code and s.measure = r.measure
     and s.scenario = r.scenario and s.frequency = r.frequency and s.accumulation = r.accumulation
    join known k on k.series_id = s.id
   where k.qualifier = 'exact'
)
select 'RANK_HELD_TWICE', h.row_no, array[trim_scale(h.value)::text, string_agg(o.name_zh, '、' order by o.area_code)]
  from held h
  join held o on o.parent_code = h.parent_code and o.indicator_code = h.indicator_code
   and o.measure = h.measure and o.scenario = h.scenario and o.frequency = h.frequency
   and o.accumulation = h.accumulation and o.period_start = h.period_start and o.value = h.value
   and o.area_code <> h.area_code and (o.ranked_value = h.ranked_value) is not true
 where h.row_no is not null
 group by h.row_no, h.value
