-- Checks over time and space: their thresholds, their warnings, and the files that wait for a person.
-- Views that know the Chinese calendar of cumulative figures, and the reporting calendar.

create table check_threshold (
  rule           text not null,
  threshold      text not null,
  indicator_code text not null default '',
  value          numeric,
  primary key (rule, threshold, indicator_code)
);
comment on table check_threshold is 'Thresholds of the checks as catalog/checks.csv gives them; docs/checks.md explains them.';
comment on column check_threshold.indicator_code is 'Empty for what holds where an indicator has no threshold of its own.';
comment on column check_threshold.value is 'Null where the rule does not apply to the indicator.';

create view check_limit as
select i.code as indicator_code, t.rule, t.threshold,
       case when own.rule is not null then own.value else usual.value end as value
  from indicator i
  cross join (select distinct rule, threshold from check_threshold) t
  left join check_threshold own
    on own.rule = t.rule and own.threshold = t.threshold and own.indicator_code = i.code
  left join check_threshold usual
    on usual.rule = t.rule and usual.threshold = t.threshold and usual.indicator_code = '';
comment on view check_limit is 'The threshold that counts for each indicator: its own, else the usual one.';

alter table load add column flagged bigint not null default 0;
comment on column load.flagged is 'Figures that were loaded with a warning.';
alter table rejection add column arguments text[] not null default '{}';
comment on column rejection.arguments is 'What the messages of the code are filled with.';

create table warning (
  id         bigint generated always as identity primary key,
  load_id    bigint not null references load (id) on delete cascade,
  table_no   int not null,
  cell       text not null,
  code       text not null,
  message_zh text not null,
  message_en text not null,
  raw        text not null
);
create index warning_by_load on warning (load_id);
comment on table warning is 'One figure that was loaded although a check has doubts, and which. The status of an observation stays what its publisher says of it.';

create table hold (
  load_id    bigint primary key references load (id) on delete cascade,
  held_at    timestamptz not null default clock_timestamp(),
  decision   text check (decision in ('released', 'rejected')),
  decided_by text not null default '',
  decided_at timestamptz,
  reason     text not null default '',
  check ((decision is null) = (decided_at is null))
);
comment on table hold is 'Files that wait, or waited, for a person''s decision. No decision yet: decision is null.';

create function half_unit(value numeric, written text) returns numeric
  language sql immutable parallel safe
  return case
    when value = 0 then 0.5 * power(10::numeric, -coalesce(length(substring(written from '\.([0-9]+)')), 0))
    -- As written: half of its last digit, in the unit of the value.
    when replace(written, ',', '') ~ '^[-+]?[0-9]+(\.[0-9]+)?%?$'
      then 0.5 * power(10::numeric, -coalesce(length(substring(written from '\.([0-9]+)')), 0))
           * abs(value / nullif(rtrim(replace(written, ',', ''), '%')::numeric, 0))
    -- Else half of the last digit of the value that is not 0.
    else 0.5 * power(10::numeric, coalesce(length(substring(trim_scale(value)::text from '(0+)$')), 0)
                                   - scale(trim_scale(value)))
  end;
comment on function half_unit is 'How far a published value may be from the exact one by rounding alone.';

drop view period_value;
create view period_value as
with point as (
  -- 1-N月, 一季度, 上半年, 前三季度 and 全年 are one cumulative series, named by the month that it runs to;
  -- what begins in January and stands alone (January, the first quarter, the year) is a point of it too.
  select distinct on (area_code, indicator_code, scenario, year, month) *
    from (select s.area_code, s.indicator_code, s.scenario,
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
   order by area_code, indicator_code, scenario, year, month, preference
), published as (
  select s.area_code, s.indicator_code, s.scenario, s.frequency, o.period_start,
         case s.frequency when 'A' then 12 when 'Q' then 3 else 1 end as months, o.value
    from observation o join series s on s.id = o.series_id
   where s.accumulation = 'period' and s.measure = 'level'
), difference as (
  select c.area_code, c.indicator_code, c.scenario, 'M'::char(1) as frequency,
         make_date(c.year, case when b.month is null then 1 else c.month end, 1) as period_start,
         case when b.month is null then c.month else 1 end                       as months,
         c.value - coalesce(b.value, 0)                                          as value
    from point c
    left join point b on b.area_code = c.area_code and b.indicator_code = c.indicator_code
                     and b.scenario = c.scenario and b.year = c.year and b.month = c.month - 1
   where c.month <= 2 or b.month is not null
  union all
  select c.area_code, c.indicator_code, c.scenario, 'Q', make_date(c.year, c.month - 2, 1), 3,
         c.value - coalesce(b.value, 0)
    from point c
    left join point b on b.area_code = c.area_code and b.indicator_code = c.indicator_code
                     and b.scenario = c.scenario and b.year = c.year and b.month = c.month - 3
   where c.month = 3 or (c.month in (6, 9, 12) and b.month is not null)
  union all
  select c.area_code, c.indicator_code, c.scenario, 'A', make_date(c.year, 1, 1), 12, c.value
    from point c where c.month = 12
), known as (
  select p.*, false as derived from published p
  union all
  select d.*, true from difference d
   where not exists (
     select 1 from published p
      where p.area_code = d.area_code and p.indicator_code = d.indicator_code and p.scenario = d.scenario
        and p.frequency = d.frequency and p.period_start = d.period_start and p.months = d.months)
)
select area_code, indicator_code, scenario, period_start, value, derived, frequency, months,
       (period_start + make_interval(months => months) - interval '1 day')::date as period_end,
       case when months = 2 then period_label('M', period_start) || '/02'
            else period_label(frequency, period_start) end                       as period
  from known;
comment on view period_value is
  'Values of single months, quarters and years: as published, or (derived) from cumulative ones by difference, also across frequencies: the second quarter is 上半年 less 一季度 or less 1-3月. Offices publish January and February together as 1-2月: where January alone is not known, neither is February, and both stand as one row of two months (months = 2, period 2025-01/02, period_start in January); March is 1-3月 less 1-2月. Of several cumulative values to the same month the monthly one counts, then the quarterly one. Only exact values of flows are subtracted.';
comment on column period_value.months is 'Length of the period: 1, 2 (January and February together), 3 or 12.';

create view growth_compared as
select y.area_code, y.indicator_code, y.scenario, y.frequency, y.accumulation, o.period_start,
       period_label(y.frequency, o.period_start)                 as period,
       o.value                                                   as published,
       round(100 * (n.value / nullif(b.value, 0) - 1), 2)        as computed,
       o.value - round(100 * (n.value / nullif(b.value, 0) - 1), 2) as difference,
       n.value                                                   as level,
       b.value                                                   as level_a_year_ago
  from series y
  join observation o on o.series_id = y.id
  left join series l on l.area_code = y.area_code and l.indicator_code = y.indicator_code
                    and l.measure = 'level' and l.scenario = y.scenario
                    and l.frequency = y.frequency and l.accumulation = y.accumulation
  left join observation n on n.series_id = l.id and n.period_start = o.period_start and n.qualifier = 'exact'
  left join observation b on b.series_id = l.id and b.qualifier = 'exact' and b.value > 0
                         and b.period_start = (o.period_start - interval '1 year')::date
 where y.measure = 'yoy';
comment on view growth_compared is
  'Growth as published beside the growth that the stored levels make; difference in percentage points. Offices compute growth at constant prices or on a revised base, so a difference is a question, not an error.';

drop view reporting_calendar;
create view reporting_calendar as
with due as (
  select src.code as source, area.code as area_code, src.frequency, p.period_start::date as period_start,
         period_end(src.frequency, p.period_start::date) as period_end,
         -- January is reported with February, so it is due with it.
         period_end(src.frequency, (p.period_start
           + case when src.frequency = 'M' and extract(month from p.period_start) = 1
                  then interval '1 month' else interval '0' end)::date) as last_end,
         src.due_days
    from source src
    cross join lateral unnest(src.areas) as area (code)
    cross join lateral generate_series(
      date_trunc(case src.frequency when 'A' then 'year' when 'Q' then 'quarter' else 'month' end, src.since),
      current_date,
      case src.frequency when 'A' then interval '1 year' when 'Q' then interval '3 months' else interval '1 month' end)
      as p (period_start)
   where src.frequency is not null and src.due_days is not null and src.since is not null
     and period_end(src.frequency, p.period_start::date) < current_date
)
select d.source, d.area_code, d.period_start, period_label(d.frequency, d.period_start) as period,
       d.last_end + d.due_days as due_on, r.first_loaded_at,
       case when r.first_loaded_at is null
              then case when current_date > d.last_end + d.due_days then 'missing' else 'expected' end
            when r.first_loaded_at::date > d.last_end + d.due_days then 'late'
            else 'reported' end as state
  from due d
  left join lateral (
    select min(l.finished_at) as first_loaded_at
      from series s
      cross join lateral (
        select o.load_id, o.period_start from observation o
         where o.series_id = s.id
           and o.period_start between date_trunc('year', d.period_start)::date and d.last_end
        union all
        select v.load_id, v.period_start from revision v
         where v.series_id = s.id
           and v.period_start between date_trunc('year', d.period_start)::date and d.last_end) told
      join load l on l.id = told.load_id
     where s.area_code = d.area_code and s.scenario = 'actual' and l.source = d.source
       and period_end(s.frequency, told.period_start) in (d.period_end, d.last_end)) r on true;
comment on view reporting_calendar is
  'Source × area × period: reported, late (came after it was due), missing (due and not there), expected (not due yet). A period counts as reported with the first actual figure of the source that runs to its end, whether as a month, a quarter or a year; a figure that was replaced later counts too. January is reported with February and due with it.';

create table reporting_notice (
  source       text not null,
  area_code    text not null,
  period_start date not null,
  noticed_at   timestamptz not null default now(),
  primary key (source, area_code, period_start)
);
comment on table reporting_notice is 'What was missing and has been told of, so that it is told once.';

do $$
begin
  if exists (select 1 from pg_roles where rolname = 'yanmen_loader') then
    grant delete on rejection, warning, check_threshold to yanmen_loader;
  end if;
end $$;
