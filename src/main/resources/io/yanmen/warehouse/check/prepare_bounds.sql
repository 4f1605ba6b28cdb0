-- The limits of each series, by the rule that sets them. A figure's own value breaks these rules,
-- whatever its neighbours are, so that one pass over the file finds all of it.
create temp table bound on commit drop as
select c.series_id, 'NEGATIVE_VALUE' as code, t.value as lowest, null::numeric as highest,
       false as whole, array[c.indicator] as arguments
  from checked_series c
  join checked_limit t on t.indicator_code = c.indicator_code
   and t.rule = 'NEGATIVE_VALUE' and t.threshold = 'lowest'
 where c.measure = 'level' and c.kind in ('stock', 'count') and t.value is not null
union all
select c.series_id, 'IMPOSSIBLE_SHARE', l.value, h.value, false, array[]::text[]
  from checked_series c
  join checked_limit l on l.indicator_code = c.indicator_code
   and l.rule = 'IMPOSSIBLE_SHARE' and l.threshold = 'lowest'
  join checked_limit h on h.indicator_code = c.indicator_code
   and h.rule = 'IMPOSSIBLE_SHARE' and h.threshold = 'highest'
 where c.measure = 'share'
union all
select c.series_id, 'RANK_OUT_OF_RANGE', 1, p.areas, true, array[p.areas::text, p.name_zh]
  from checked_series c
  join (select a.parent_code, o.name_zh, count(*) as areas
          from area a join area o on o.code = a.parent_code
         group by a.parent_code, o.name_zh) p on p.parent_code = c.parent_code
 where c.measure in ('rank', 'yoy_rank')
union all
select c.series_id, 'VALUE_OUT_OF_RANGE', l.value, h.value, false,
       array[c.indicator, coalesce(l.value::text, ''), coalesce(h.value::text, '')]
  from checked_series c
  join checked_limit l on l.indicator_code = c.indicator_code and l.rule = 'VALUE_OUT_OF_RANGE'
   and l.threshold = case c.measure when 'level' then 'lowest' else 'lowest-growth' end
  left join checked_limit h on h.indicator_code = c.indicator_code and h.rule = 'VALUE_OUT_OF_RANGE'
   and h.threshold = 'highest' and c.measure = 'level'
 where c.measure in ('level', 'yoy') and (l.value is not null or h.value is not null)
;
analyze bound
