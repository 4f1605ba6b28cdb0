-- Charts ask for the single months of a few areas. Each step of this view is used more than once, and
-- PostgreSQL would compute such a step for the whole warehouse before it looks at the areas that are asked
-- for. Not materialized, the areas, indicator and scenario that are asked for reach the keys of series.
select drop_view_keeping_grants('period_value');
create view period_value as
with point as not materialized (
  -- 1-N月, 一季度, 上半年, 前三季度 and 全年 are one cumulative series, named by the month that it runs to;
  -- what begins in January and stands alone (January, the first quarter, the year) is a point of it too.
  select distinct on (area_code, indicator_code, breakdown, scenario, year, month) *
    from (select s.area_code, s.indicator_code, s.breakdown, s.scenario,
                 extract(year from o.period_start)::int                          as year,
                 extract(month from period_end(s.frequency, o.period_start))::int as month,
                 o.value,
                 case when s.accumulation = 'ytd' then 0 else 3 end
                   + position(s.frequency in 'MQA')                              as preference
            from observation o
            join series s on s.id = o.series_id
            join indicator i on i.code = s.indicator_code
           where s.measure = 'level' and i.kind = 'flow' and o.qualifier = 'exact'
             and (s.accumulation = 'ytd' or extract(month from o.period_start) = 1)) p
   order by area_code, indicator_code, breakdown, scenario, year, month, preference
), published as not materialized (
  select s.area_code, s.indicator_code, s.breakdown, s.scenario, s.frequency, o.period_start,
         case s.frequency when 'A' then 12 when 'Q' then 3 else 1 end as months, o.value
    from observation o join series s on s.id = o.series_id
   where s.accumulation = 'period' and s.measure = 'level'
), difference as not materialized (
  select c.area_code, c.indicator_code, c.breakdown, c.scenario, 'M'::char(1) as frequency,
         make_date(c.year, c.month - months_alone(c.month, b.month) + 1, 1) as period_start,
         months_alone(c.month, b.month)                                     as months,
         c.value - coalesce(b.value, 0)                                     as value
    from point c
    left join point b on b.area_code = c.area_code and b.indicator_code = c.indicator_code
                     and b.breakdown = c.breakdown and b.scenario = c.scenario and b.year = c.year and b.month = c.month - 1
   where months_alone(c.month, b.month) is not null
  union all
  select c.area_code, c.indicator_code, c.breakdown, c.scenario, 'Q', make_date(c.year, c.month - 2, 1), 3,
         c.value - coalesce(b.value, 0)
    from point c
    left join point b on b.area_code = c.area_code and b.indicator_code = c.indicator_code
                     and b.breakdown = c.breakdown and b.scenario = c.scenario and b.year = c.year and b.month = c.month - 3
   where c.month = 3 or (c.month in (6, 9, 12) and b.month is not null)
  union all
  select c.area_code, c.indicator_code, c.breakdown, c.scenario, 'A', make_date(c.year, 1, 1), 12, c.value
    from point c where c.month = 12
), known as not materialized (
  select p.*, false as derived from published p
  union all
  select d.*, true from difference d
   where not exists (
     select 1 from published p
      where p.area_code = d.area_code and p.indicator_code = d.indicator_code
        and p.breakdown = d.breakdown and p.scenario = d.scenario
        and p.frequency = d.frequency and p.period_start = d.period_start and p.months = d.months)
)
select area_code, indicator_code, breakdown, scenario, period_start, value, derived, frequency, months,
       (period_start + make_interval(months => months) - interval '1 day')::date as period_end,
       period_label(frequency, period_start, months)                             as period
  from known;
comment on view period_value is
  'Values of single months, quarters and years: as published, or (derived) from cumulative ones by difference, also across frequencies: the second quarter is 上半年 less 一季度 or less 1-3月. Offices publish January and February together as 1-2月: where January alone is not known, neither is February, and both stand as one row of two months (months = 2, period 2025-01/02, period_start in January); March is 1-3月 less 1-2月. Of several cumulative values to the same month the monthly one counts, then the quarterly one. Only exact values of flows are subtracted.';
comment on column period_value.months is 'Length of the period: 1, 2 (January and February together), 3 or 12.';
select grant_view_again('period_value');
