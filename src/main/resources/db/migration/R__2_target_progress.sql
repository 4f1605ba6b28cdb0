-- Targets with what has been reached of them.
select drop_view_keeping_grants('target_progress');
create view target_progress as
with target as (
  select s.area_code, s.indicator_code, s.breakdown, s.measure, s.rank_in, o.period_start, o.value,
         o.qualifier
    from observation o join series s on s.id = o.series_id
   where s.scenario = 'target' and s.frequency = 'A'
), actual as (
  select s.area_code, s.indicator_code, s.breakdown, s.measure, s.rank_in, s.frequency, s.accumulation,
         o.period_start, o.value
    from observation o join series s on s.id = o.series_id
   where s.scenario = 'actual'
)
select t.area_code, t.indicator_code, t.breakdown, t.measure, t.rank_in,
       extract(year from t.period_start)::int         as year,
       t.value                                        as target,
       t.qualifier                                    as target_qualifier,
       a.value                                        as actual,
       period_label(a.frequency, a.period_start)      as actual_period,
       case when t.measure = 'level' and t.value <> 0 and i.kind in ('flow', 'stock', 'count')
            then round(100 * a.value / t.value, 2) end as progress_percent
  from target t
  join indicator i on i.code = t.indicator_code
  left join lateral (
    select a.* from actual a
     where a.area_code = t.area_code and a.indicator_code = t.indicator_code
       and a.breakdown = t.breakdown and a.measure = t.measure and a.rank_in = t.rank_in
       and a.period_start >= t.period_start and a.period_start < t.period_start + interval '1 year'
       and (a.frequency = 'A' or a.accumulation = 'ytd' or i.kind <> 'flow')
     order by period_end(a.frequency, a.period_start) desc, a.frequency
     limit 1) a on true;
comment on view target_progress is 'The year''s targets beside the newest actual value of the same year.';
select grant_view_again('target_progress');
