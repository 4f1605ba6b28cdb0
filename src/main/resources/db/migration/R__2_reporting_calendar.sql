-- Each report that is due asks for its two periods by the primary key of reported, so that a page of one
-- source and a few areas reads no more than that.
select drop_view_keeping_grants('reporting_calendar');
create view reporting_calendar as
with due as (
  select src.code as source, area.code as area_code, src.frequency, p.period_start, p.period_end, p.told_with,
         p.told_with + src.due_days as due_on
    from source src
    cross join lateral unnest(src.areas) as area (code)
    cross join lateral reports_due(src.frequency, src.since) p
   where src.frequency is not null and src.due_days is not null and src.since is not null
), met as (
  select d.*, told.first_loaded_at
    from due d
    left join lateral (
      select min(l.finished_at) as first_loaded_at
        from reported r join load l on l.id = r.load_id
       where r.source = d.source and r.area_code = d.area_code
         and r.period_end in (d.period_end, d.told_with)) told on true
)
select source, area_code, period_start, period_label(frequency, period_start) as period, due_on,
       first_loaded_at, report_state(due_on, first_loaded_at) as state
  from met;
comment on view reporting_calendar is
  'Source × area × period: reported, late (came after it was due), missing (due and not there), expected (not due yet). A period counts as reported with the first actual figure of the source that runs to its end, whether as a month, a quarter or a year; a figure that was replaced later counts too. January is reported with February and due with it.';
select grant_view_again('reporting_calendar');
