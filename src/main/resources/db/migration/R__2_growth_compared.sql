-- Growth as published and as computed.
select drop_view_keeping_grants('growth_compared');
create view growth_compared as
select y.area_code, y.indicator_code, y.breakdown, y.scenario, y.frequency, y.accumulation, o.period_start,
       period_label(y.frequency, o.period_start)                 as period,
       o.value                                                   as published,
       round(100 * (n.value / nullif(b.value, 0) - 1), 2)        as computed,
       o.value - round(100 * (n.value / nullif(b.value, 0) - 1), 2) as difference,
       n.value                                                   as level,
       b.value                                                   as level_a_year_ago
  from series y
  join observation o on o.series_id = y.id
  left join series l on l.area_code = y.area_code and l.indicator_code = y.indicator_code
                    and l.breakdown = y.breakdown and l.measure = 'level' and l.scenario = y.scenario
                    and l.frequency = y.frequency and l.accumulation = y.accumulation
  left join observation n on n.series_id = l.id and n.period_start = o.period_start and n.qualifier = 'exact'
  left join observation b on b.series_id = l.id and b.qualifier = 'exact' and b.value > 0
                         and b.period_start = (o.period_start - interval '1 year')::date
 where y.measure = 'yoy';
comment on view growth_compared is
  'Growth as published beside the growth that the stored levels make; difference in percentage points. Offices compute growth at constant prices or on a revised base, so a difference is a question, not an error.';
select grant_view_again('growth_compared');
