-- Peers are the areas with the same area around them. Areas that are level in what is ranked share
-- their rank rightly.
create temp table rank_series on commit drop as
select r.rank_id, s.id as series_id, a.code as area_code, a.name_zh, b.id as ranked_id
  from (select parent_code, indicator_code, breakdown, measure, rank_in, scenario, frequency, accumulation,
               row_number() over () as rank_id
          from checked_series
         where measure in ('rank', 'yoy_rank') and parent_code is not null
           and indicator_code in (select indicator_code from whole_indicator)
         group by parent_code, indicator_code, breakdown, measure, rank_in, scenario, frequency, accumulation) r
  join area a on a.parent_code = r.parent_code
  join series s on s.area_code = a.code and s.indicator_code = r.indicator_code
   and s.breakdown = r.breakdown and s.measure = r.measure and s.rank_in = r.rank_in
   and s.scenario = r.scenario and s.frequency = r.frequency and s.accumulation = r.accumulation
  left join series b on b.area_code = a.code and b.indicator_code = r.indicator_code
   and b.breakdown = r.breakdown and b.measure = case r.measure when 'rank' then 'level' else 'yoy' end
   and b.scenario = r.scenario and b.frequency = r.frequency and b.accumulation = r.accumulation;
analyze rank_series;
create temp table rank_value on commit drop as
select s.*, r.period_start, r.value, r.row_no
  from rank_series s join resolved r using (series_id) where r.qualifier = 'exact'
union all
select s.*, o.period_start, o.value, null
  from rank_series s join stored o using (series_id)
 where o.qualifier = 'exact'
   and not exists (select 1 from resolved r
                    where r.series_id = o.series_id and r.period_start = o.period_start);
analyze rank_value;
create temp table rank_twice on commit drop as
select v.*, coalesce(r.value, o.value) as ranked_value
  from (select *, count(*) over (partition by rank_id, period_start, value) as holders,
               count(row_no) over (partition by rank_id, period_start, value) as in_file
          from rank_value) v
  left join resolved r on r.series_id = v.ranked_id and r.period_start = v.period_start
  left join stored o on o.series_id = v.ranked_id and o.period_start = v.period_start
 where v.holders > 1 and v.in_file > 0;
analyze rank_twice;
insert into finding (code, row_no, arguments)
select 'RANK_HELD_TWICE', h.row_no,
       array[trim_scale(h.value)::text, string_agg(o.name_zh, '、' order by o.area_code)]
  from rank_twice h
  join rank_twice o on o.rank_id = h.rank_id and o.period_start = h.period_start and o.value = h.value
   and o.area_code <> h.area_code and (o.ranked_value = h.ranked_value) is not true
 where h.row_no is not null
 group by h.row_no, h.value
