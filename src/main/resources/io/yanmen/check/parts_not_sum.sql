-- Families: an area and all areas in it that are no zones, each with a series. A sum counts where all
-- are known for a period; zones, which may lie within counties, may be in it or not. Rounding is worked
-- out for the few sums that differ, not for all.
insert into finding (code, row_no, arguments)
with wanted as (
  select distinct p.parent, c.indicator_code, c.scenario, c.frequency, c.accumulation
    from checked_series c
   cross join lateral (values (c.area_code), (c.parent_code)) p (parent)
   where c.measure = 'level' and c.summable and c.scenario = 'actual' and p.parent is not null
), complete as (
  select w.*, count(*) as areas
    from wanted w
    join area a on a.parent_code = w.parent and a.level <> 'zone'
    left join series s on s.area_code = a.code and s.indicator_code = w.indicator_code
     and s.measure = 'level' and s.scenario = w.scenario and s.frequency = w.frequency
     and s.accumulation = w.accumulation
   group by w.parent, w.indicator_code, w.scenario, w.frequency, w.accumulation
  having count(*) = count(s.id)
), family as (
  select f.*, s.id as series_id, a.level = 'zone' as zone, a.code = f.parent as whole, t.value as tolerance
    from complete f
    join area a on a.parent_code = f.parent or a.code = f.parent
    join series s on s.area_code = a.code and s.indicator_code = f.indicator_code
     and s.measure = 'level' and s.scenario = f.scenario and s.frequency = f.frequency
     and s.accumulation = f.accumulation
    join check_limit t on t.indicator_code = f.indicator_code
     and t.rule = 'PARTS_NOT_SUM' and t.threshold = 'tolerance'
   where t.value is not null
), total as (
  select f.parent, f.indicator_code, f.scenario, f.frequency, f.accumulation, f.areas, f.tolerance,
         k.period_start,
         max(k.value) filter (where f.whole)                    as whole,
         sum(k.value) filter (where not f.whole and not f.zone) as parts,
         coalesce(sum(k.value) filter (where f.zone), 0)        as zones,
         coalesce(max(k.row_no) filter (where f.whole), min(k.row_no)) as row_no
    from family f join known k on k.series_id = f.series_id
   group by f.parent, f.indicator_code, f.scenario, f.frequency, f.accumulation, f.areas, f.tolerance,
            k.period_start
  having count(*) filter (where not f.whole and not f.zone) = f.areas
     and bool_and(k.qualifier = 'exact') and count(*) filter (where f.whole) = 1
     and count(k.row_no) > 0
), different as (
  select * from total
   where least(abs(parts - whole), abs(parts + zones - whole)) > tolerance * abs(whole)
), rounded as (
  select d.parent, d.indicator_code, d.scenario, d.frequency, d.accumulation, d.period_start,
         sum(half_unit(k.value, k.value_as_written)) as rounding
    from different d
    join family f using (parent, indicator_code, scenario, frequency, accumulation)
    join known k on k.series_id = f.series_id and k.period_start = d.period_start
   group by d.parent, d.indicator_code, d.scenario, d.frequency, d.accumulation, d.period_start
)
select 'PARTS_NOT_SUM', d.row_no,
       array[a.name_zh, trim_scale(d.whole)::text, trim_scale(d.parts)::text, d.areas::text,
             trim_scale(d.parts - d.whole)::text]
  from different d
  join rounded r using (parent, indicator_code, scenario, frequency, accumulation, period_start)
  join area a on a.code = d.parent
 where least(abs(d.parts - d.whole), abs(d.parts + d.zones - d.whole)) > r.rounding + d.tolerance * abs(d.whole)
