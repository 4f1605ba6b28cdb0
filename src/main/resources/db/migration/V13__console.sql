-- What the console asks for at every look, ready to be read by an index, however much there is; see
-- PagePlansIT.

-- The newest firing of a route, from the index alone: for a route that never ran, the planner else
-- walks through the firings of all routes by their time.
drop index route_run_by_route;
create index route_run_by_route on route_run (route_id, started_at desc) include (id);

create table reported (
  source     text not null,
  area_code  text not null,
  period_end date not null,
  load_id    bigint not null references load (id) on delete cascade,
  primary key (source, area_code, period_end)
);
create index reported_by_load on reported (load_id);
-- Which areas have told of a period.
create index reported_by_period on reported (source, period_end, area_code);
comment on table reported is
  'The load by which a source first told an actual figure of an area that runs to this day. Written with the load; the calendar would else have to look through all figures.';

insert into reported (source, area_code, period_end, load_id)
select l.source, s.area_code, period_end(s.frequency, told.period_start), min(told.load_id)
  from series s
  join (select series_id, period_start, load_id from observation
        union all
        select series_id, period_start, load_id from revision) told on told.series_id = s.id
  join load l on l.id = told.load_id
 where s.scenario = 'actual'
 group by 1, 2, 3;

-- Each report that is due asks for its two periods by the primary key of reported, so that a page of one
-- source and a few areas reads no more than that.
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
), met as (
  select d.*, told.first_loaded_at
    from due d
    left join lateral (
      select min(l.finished_at) as first_loaded_at
        from reported r join load l on l.id = r.load_id
       where r.source = d.source and r.area_code = d.area_code
         and r.period_end in (d.period_end, d.last_end)) told on true
)
select source, area_code, period_start, period_label(frequency, period_start) as period,
       last_end + due_days as due_on, first_loaded_at,
       case when first_loaded_at is null
              then case when current_date > last_end + due_days then 'missing' else 'expected' end
            when first_loaded_at::date > last_end + due_days then 'late'
            else 'reported' end as state
  from met;
comment on view reporting_calendar is
  'Source × area × period: reported, late (came after it was due), missing (due and not there), expected (not due yet). A period counts as reported with the first actual figure of the source that runs to its end, whether as a month, a quarter or a year; a figure that was replaced later counts too. January is reported with February and due with it.';
