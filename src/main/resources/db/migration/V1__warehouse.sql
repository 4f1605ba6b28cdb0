-- The warehouse: what is known of areas, indicators and units; every figure with its source; every
-- figure that was replaced; every file that came and what became of it.

create table area (
  code        text primary key,
  name_zh     text not null,
  name_en     text not null default '',
  level       text not null check (level in ('nation', 'province', 'prefecture', 'county', 'zone')),
  parent_code text,
  valid_from  date,
  valid_to    date,
  successor   text
);
comment on table area is 'Reference areas: GB/T 2260 codes, and codes of our own for zones.';
comment on column area.successor is 'For an area that is no more: the code of the one that took its place.';

create table area_alias (
  name text not null,
  code text not null references area (code),
  primary key (name, code)
);

create table indicator (
  code      text primary key,
  name_zh   text not null,
  name_en   text not null,
  unit      text not null,
  kind      text not null check (kind in ('flow', 'stock', 'ratio', 'index', 'count')),
  summable  boolean not null,
  frequency char(1) not null check (frequency in ('A', 'Q', 'M'))
);
comment on column indicator.unit is 'Canonical unit of level and increment; growth is in %, ranks in 位.';
comment on column indicator.summable is 'Whether values of areas add up to that of the area around them.';

create table indicator_alias (
  name text not null,
  code text not null references indicator (code),
  primary key (name, code)
);

create table unit (
  symbol  text primary key,
  base    text not null,
  factor  numeric not null,
  name_en text not null
);
comment on column unit.factor is 'One of this unit is so many of the base.';

create table catalog_state (
  only_row boolean primary key default true check (only_row),
  sha256   text not null
);
comment on table catalog_state is 'Hash of the catalogue that was seeded last.';

create table series (
  id             int generated always as identity primary key,
  area_code      text not null references area (code),
  indicator_code text not null references indicator (code),
  measure        text not null check (measure in ('level', 'yoy', 'yoy_points', 'increment', 'share',
                   'rank', 'rank_change', 'yoy_rank', 'yoy_rank_change', 'progress')),
  scenario       text not null check (scenario in ('actual', 'target', 'forecast')),
  frequency      char(1) not null check (frequency in ('A', 'Q', 'M')),
  accumulation   text not null check (accumulation in ('period', 'ytd')),
  unique (area_code, indicator_code, measure, scenario, frequency, accumulation)
);
create index series_indicator on series (indicator_code, area_code);

create table load (
  id                     bigint generated always as identity primary key,
  source                 text not null,
  file_name              text not null,
  sha256                 char(64) not null,
  status                 text not null check (status in ('loaded', 'partly_loaded', 'rejected',
                           'duplicate', 'held', 'failed')),
  priority               int not null default 0,
  received_at            timestamptz not null,
  started_at             timestamptz not null,
  finished_at            timestamptz,
  cells_read             bigint not null default 0,
  observations_new       bigint not null default 0,
  observations_changed   bigint not null default 0,
  observations_unchanged bigint not null default 0,
  rejected               bigint not null default 0,
  message                text not null default ''
);
create index load_by_content on load (sha256, status);
create index load_by_time on load (started_at desc);
comment on table load is 'One run over one landed file.';
comment on column load.priority is 'Weight of the source when it sent the file: where two sources differ, the higher shows.';

create table observation (
  series_id        int not null references series (id),
  period_start     date not null,
  value            numeric not null,
  qualifier        text not null check (qualifier in ('exact', 'at_least', 'over', 'about', 'up_to')),
  status           char(1) not null check (status in ('A', 'P', 'E', 'M', 'Q')),
  load_id          bigint not null references load (id),
  table_no         int not null,
  cell             text not null,
  unit_as_written  text not null,
  value_as_written text not null,
  primary key (series_id, period_start)
);
comment on table observation is 'One value of a series in one period: the one that shows.';
comment on column observation.status is 'SDMX CL_OBS_STATUS: A normal, P provisional, E estimated, M missing, Q suppressed.';
comment on column observation.cell is 'Where it stands in the file: Sheet1!D7, or D7 in a file without sheets.';

create table revision (
  id               bigint generated always as identity primary key,
  series_id        int not null references series (id),
  period_start     date not null,
  value            numeric not null,
  qualifier        text not null,
  status           char(1) not null,
  load_id          bigint not null references load (id),
  table_no         int not null,
  cell             text not null,
  unit_as_written  text not null,
  value_as_written text not null,
  shown            boolean not null,
  replaced_by      bigint not null references load (id),
  replaced_at      timestamptz not null
);
create index revision_by_observation on revision (series_id, period_start);
comment on table revision is 'Values that were replaced, and values that never showed because another source counts more.';
comment on column revision.shown is 'Whether the value showed until replaced_at; otherwise it was kept beside the one that shows.';

create table rejection (
  id         bigint generated always as identity primary key,
  load_id    bigint not null references load (id) on delete cascade,
  table_no   int not null,
  cell       text not null,
  code       text not null,
  message_zh text not null,
  message_en text not null,
  raw        text not null
);
create index rejection_by_load on rejection (load_id);
comment on table rejection is 'One cell or row refused, and why.';

create table source (
  code      text primary key,
  name      text not null default '',
  frequency char(1) check (frequency in ('A', 'Q', 'M')),
  due_days  int,
  areas     text[] not null default '{}',
  since     date
);
comment on table source is 'Who sends what, how often, and how many days after the period it is due.';

create function measure_unit(measure text, indicator_unit text) returns text
  language sql immutable parallel safe
  return case
    when measure in ('level', 'increment') then indicator_unit
    when measure in ('yoy', 'share', 'progress') then '%'
    when measure = 'yoy_points' then '百分点'
    else '位'
  end;

create function period_end(frequency char(1), period_start date) returns date
  language sql immutable parallel safe
  return (period_start + case frequency when 'A' then interval '1 year' when 'Q' then interval '3 months'
    else interval '1 month' end - interval '1 day')::date;

create function period_label(frequency char(1), period_start date) returns text
  language sql immutable parallel safe
  return case frequency
    when 'A' then extract(year from period_start)::int::text
    when 'Q' then extract(year from period_start)::int::text || '-Q' || extract(quarter from period_start)::int::text
    else extract(year from period_start)::int::text || '-' || lpad(extract(month from period_start)::int::text, 2, '0')
  end;

create view indicator_observation as
select s.area_code,
       a.name_zh  as area_name_zh,
       a.name_en  as area_name_en,
       s.indicator_code,
       i.name_zh  as indicator_name_zh,
       i.name_en  as indicator_name_en,
       s.measure,
       s.scenario,
       s.frequency,
       s.accumulation,
       o.period_start,
       period_end(s.frequency, o.period_start)   as period_end,
       period_label(s.frequency, o.period_start) as period,
       o.value,
       measure_unit(s.measure, i.unit)           as unit,
       o.qualifier,
       o.status,
       l.source,
       l.file_name                               as source_file,
       case when position('!' in o.cell) > 0
            then left(o.cell, length(o.cell) - position('!' in reverse(o.cell))) else '' end as sheet,
       case when position('!' in o.cell) > 0
            then right(o.cell, position('!' in reverse(o.cell)) - 1) else o.cell end         as cell,
       l.finished_at                             as loaded_at
  from observation o
  join series s on s.id = o.series_id
  join area a on a.code = s.area_code
  join indicator i on i.code = s.indicator_code
  join load l on l.id = o.load_id;
comment on view indicator_observation is 'The flat table for analysts: one row a figure, with unit, period and source.';

create view target_progress as
with target as (
  select s.area_code, s.indicator_code, s.measure, o.period_start, o.value, o.qualifier
    from observation o join series s on s.id = o.series_id
   where s.scenario = 'target' and s.frequency = 'A'
), actual as (
  select s.area_code, s.indicator_code, s.measure, s.frequency, s.accumulation, o.period_start, o.value
    from observation o join series s on s.id = o.series_id
   where s.scenario = 'actual'
)
select t.area_code, t.indicator_code, t.measure,
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
     where a.area_code = t.area_code and a.indicator_code = t.indicator_code and a.measure = t.measure
       and a.period_start >= t.period_start and a.period_start < t.period_start + interval '1 year'
       and (a.frequency = 'A' or a.accumulation = 'ytd' or i.kind <> 'flow')
     order by period_end(a.frequency, a.period_start) desc, a.frequency
     limit 1) a on true;
comment on view target_progress is 'The year''s targets beside the newest actual value of the same year.';

create view period_value as
with cumulative as (
  select s.area_code, s.indicator_code, s.scenario, o.period_start, o.value,
         lag(o.value) over w        as before_value,
         lag(o.period_start) over w as before_start
    from observation o
    join series s on s.id = o.series_id
    join indicator i on i.code = s.indicator_code
   where s.frequency = 'M' and s.accumulation = 'ytd' and s.measure = 'level' and i.kind = 'flow'
     and o.qualifier = 'exact'
  window w as (partition by o.series_id, extract(year from o.period_start) order by o.period_start)
)
select s.area_code, s.indicator_code, s.scenario, o.period_start, o.value, false as derived
  from observation o join series s on s.id = o.series_id
 where s.frequency = 'M' and s.accumulation = 'period' and s.measure = 'level'
union all
select c.area_code, c.indicator_code, c.scenario, c.period_start,
       case when extract(month from c.period_start) = 1 then c.value else c.value - c.before_value end, true
  from cumulative c
 where (extract(month from c.period_start) = 1
        or c.before_start = (c.period_start - interval '1 month')::date)
   and not exists (
     select 1 from observation o join series s on s.id = o.series_id
      where s.area_code = c.area_code and s.indicator_code = c.indicator_code and s.scenario = c.scenario
        and s.frequency = 'M' and s.accumulation = 'period' and s.measure = 'level'
        and o.period_start = c.period_start);
comment on view period_value is 'Values of single months: as published, or derived from cumulative ones by difference.';

create view reporting_calendar as
select src.code as source, area.code as area_code, p.period_start::date as period_start,
       period_label(src.frequency, p.period_start::date) as period,
       (period_end(src.frequency, p.period_start::date) + src.due_days) as due_on,
       r.first_loaded_at,
       case when r.first_loaded_at is null
              then case when current_date > period_end(src.frequency, p.period_start::date) + src.due_days
                        then 'missing' else 'expected' end
            when r.first_loaded_at::date > period_end(src.frequency, p.period_start::date) + src.due_days
              then 'late' else 'reported' end as state
  from source src
  cross join lateral unnest(src.areas) as area (code)
  cross join lateral generate_series(
    date_trunc(case src.frequency when 'A' then 'year' when 'Q' then 'quarter' else 'month' end, src.since),
    current_date,
    case src.frequency when 'A' then interval '1 year' when 'Q' then interval '3 months' else interval '1 month' end)
    as p (period_start)
  left join lateral (
    select min(l.finished_at) as first_loaded_at
      from series s join observation o on o.series_id = s.id join load l on l.id = o.load_id
     where s.area_code = area.code and l.source = src.code
       and o.period_start = p.period_start::date and s.frequency = src.frequency) r on true
 where src.frequency is not null and src.due_days is not null and src.since is not null
   and period_end(src.frequency, p.period_start::date) < current_date;
comment on view reporting_calendar is 'Source × area × period: reported, late, expected or missing.';
