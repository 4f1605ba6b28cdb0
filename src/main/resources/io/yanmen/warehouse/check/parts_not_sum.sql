-- Families: an area and all areas in it that are no zones, each with a series. Of indicators of which the
-- file is here in part only, no family is. A sum counts where all
-- are known for a period; zones, which may lie within counties, may be in it or not. Rounding is worked
-- out for the few sums that differ, not for all. Plan: hash joins with the figures of the file, index
-- or hash joins with those of the warehouse, by the size of family.
create temp table family_wanted on commit drop as
select w.*, row_number() over () as family_id
  from (select distinct p.parent, c.indicator_code, c.breakdown, c.scenario, c.frequency, c.accumulation
          from checked_series c
         cross join lateral (values (c.area_code), (c.parent_code)) p (parent)
         where c.measure = 'level' and c.summable and c.scenario = 'actual' and p.parent is not null
           and c.indicator_code in (select indicator_code from whole_indicator)) w;
analyze family_wanted;
create temp table family_member on commit drop as
select m.family_id, m.parent, m.indicator_code, m.kind, s.id as series_id
  from (select w.*, a.code as area_code, case a.level when 'zone' then 'zone' else 'part' end as kind
          from family_wanted w join area a on a.parent_code = w.parent and a.valid_to is null
        union all
        select w.*, w.parent, 'whole' from family_wanted w) m
  left join series s on s.area_code = m.area_code and s.indicator_code = m.indicator_code
   and s.breakdown = m.breakdown and s.measure = 'level' and s.scenario = m.scenario and s.frequency = m.frequency
   and s.accumulation = m.accumulation;
analyze family_member;
create temp table family on commit drop as
select m.family_id, m.parent, c.areas, m.series_id, m.kind, t.value as tolerance
  from family_member m
  join (select family_id, count(*) filter (where kind = 'part') as areas
          from family_member group by family_id
        having bool_and(series_id is not null) filter (where kind <> 'zone')
           and count(*) filter (where kind = 'part') > 0) c using (family_id)
  join checked_limit t on t.indicator_code = m.indicator_code
   and t.rule = 'PARTS_NOT_SUM' and t.threshold = 'tolerance'
 where m.series_id is not null and t.value is not null;
analyze family;
create temp table family_sum on commit drop as
select * from (
  select v.family_id, v.period_start,
         max(v.value) filter (where v.kind = 'whole')             as whole,
         sum(v.value) filter (where v.kind = 'part')              as parts,
         coalesce(sum(v.value) filter (where v.kind = 'zone'), 0) as zones,
         coalesce(max(v.row_no) filter (where v.kind = 'whole'), min(v.row_no)) as row_no,
         max(v.tolerance) as tolerance, max(v.parent) as parent, max(v.areas) as areas
    from (select f.family_id, f.kind, f.parent, f.areas, f.tolerance, r.period_start, r.value, r.qualifier, r.row_no
            from family f join resolved r using (series_id)
          union all
          select f.family_id, f.kind, f.parent, f.areas, f.tolerance, o.period_start, o.value, o.qualifier, null
            from family f join stored o using (series_id)
           where not exists (select 1 from resolved r
                              where r.series_id = o.series_id and r.period_start = o.period_start)) v
   group by v.family_id, v.period_start
  having count(*) filter (where v.kind = 'part') = max(v.areas)
     and count(*) filter (where v.kind = 'whole') = 1
     and bool_and(v.qualifier = 'exact') and count(v.row_no) > 0) t
 where least(abs(parts - whole), abs(parts + zones - whole)) > tolerance * abs(whole);
analyze family_sum;
insert into finding (code, row_no, arguments)
select 'PARTS_NOT_SUM', d.row_no,
       array[a.name_zh, trim_scale(d.whole)::text, trim_scale(d.parts)::text, d.areas::text,
             trim_scale(d.parts - d.whole)::text]
  from (select s.row_no, s.parent, s.whole, s.parts, s.zones, s.areas, s.tolerance,
               sum(half_unit(coalesce(r.value, o.value), coalesce(r.value_as_written, o.value_as_written))) as rounding
          from family_sum s
          join family f using (family_id)
          left join resolved r on r.series_id = f.series_id and r.period_start = s.period_start
          left join stored o on o.series_id = f.series_id and o.period_start = s.period_start
         group by s.family_id, s.period_start, s.row_no, s.parent, s.whole, s.parts, s.zones, s.areas, s.tolerance) d
  join area a on a.code = d.parent
 where least(abs(d.parts - d.whole), abs(d.parts + d.zones - d.whole)) > d.rounding + d.tolerance * abs(d.whole)
