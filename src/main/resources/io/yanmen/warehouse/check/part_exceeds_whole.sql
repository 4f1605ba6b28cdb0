-- Pairs of a part and its whole, of which the file says one at least: a county and its city, a part and
-- the total or the part that it lies in, an indicator that is a part by its name. Plan: few series; hash
-- joins by the keys of series.
create temp table whole_pair on commit drop as
select distinct p.part_id, p.whole_id, t.value as tolerance
  from (select c.series_id as part_id, w.id as whole_id, c.indicator_code as part_of, w.indicator_code
          from checked_series c
          join indicator i on i.code = c.indicator_code
          join area a on a.code = c.area_code
          left join breakdown b on b.code = c.breakdown
         cross join lateral (
               select c.parent_code as area_code, c.indicator_code, c.breakdown where a.valid_to is null
               union all
               select c.area_code, c.indicator_code, '_T' where c.breakdown <> '_T'
               union all
               select c.area_code, c.indicator_code, b.parent where b.parent <> ''
               union all
               select c.area_code, i.part_of, '_T' where i.part_of <> '' and c.breakdown = '_T') u
          join series w on w.area_code = u.area_code and w.indicator_code = u.indicator_code
           and w.breakdown = u.breakdown and w.measure = 'level' and w.scenario = 'actual'
           and w.frequency = c.frequency and w.accumulation = c.accumulation
         where c.measure = 'level' and c.scenario = 'actual' and c.summable
        union all
        select s.id, c.series_id, c.indicator_code, c.indicator_code
          from checked_series c
          join area a on a.parent_code = c.area_code and a.valid_to is null
          join series s on s.area_code = a.code and s.indicator_code = c.indicator_code
           and s.breakdown = c.breakdown and s.measure = 'level' and s.scenario = 'actual'
           and s.frequency = c.frequency and s.accumulation = c.accumulation
         where c.measure = 'level' and c.scenario = 'actual' and c.summable) p
  join checked_limit t on t.indicator_code = p.part_of
   and t.rule = 'PART_EXCEEDS_WHOLE' and t.threshold = 'tolerance'
 where t.value is not null
   and p.part_of in (select indicator_code from whole_indicator)
   and p.indicator_code in (select indicator_code from whole_indicator);
analyze whole_pair;
create temp table whole_value on commit drop as
select s.series_id, r.period_start, r.value, r.qualifier, r.value_as_written, r.row_no
  from (select part_id as series_id from whole_pair union select whole_id from whole_pair) s
  join resolved r using (series_id)
union all
select s.series_id, o.period_start, o.value, o.qualifier, o.value_as_written, null
  from (select part_id as series_id from whole_pair union select whole_id from whole_pair) s
  join stored o using (series_id)
 where not exists (select 1 from resolved r
                    where r.series_id = o.series_id and r.period_start = o.period_start);
analyze whole_value;
insert into finding (code, row_no, arguments)
select 'PART_EXCEEDS_WHOLE', coalesce(p.row_no, w.row_no),
       array[concat_ws(' ', pa.name_zh, pi.name_zh, pb.name_zh), trim_scale(p.value)::text,
             concat_ws(' ', wa.name_zh, wi.name_zh, wb.name_zh), trim_scale(w.value)::text]
  from whole_pair x
  join whole_value p on p.series_id = x.part_id
  join whole_value w on w.series_id = x.whole_id and w.period_start = p.period_start
  join series ps on ps.id = x.part_id
  join series ws on ws.id = x.whole_id
  join area pa on pa.code = ps.area_code
  join area wa on wa.code = ws.area_code
  join indicator pi on pi.code = ps.indicator_code
  join indicator wi on wi.code = ws.indicator_code
  left join breakdown pb on pb.code = ps.breakdown and pb.code <> '_T'
  left join breakdown wb on wb.code = ws.breakdown and wb.code <> '_T'
 where (p.row_no is not null or w.row_no is not null)
   and p.qualifier = 'exact' and w.qualifier = 'exact'
   and p.value > abs(w.value) * (1 + x.tolerance)
                 + half_unit(p.value, p.value_as_written) + half_unit(w.value, w.value_as_written)
