-- What the services run, and what their clocks made them do: kept here because a service's own memory
-- ends with it, and because the command line, the console and other nodes ask for it.
create table route (
  node        text not null,
  route_id    text not null,
  description text not null,
  schedule    text not null default '',
  state       text not null,
  next_run_at timestamptz,
  seen_at     timestamptz not null default now(),
  primary key (node, route_id)
);
comment on table route is 'The routes of each service, as it last told of them.';
comment on column route.schedule is 'Quartz cron expression; empty for a route without a clock.';

create table route_run (
  id          bigint generated always as identity primary key,
  node        text not null,
  route_id    text not null,
  started_at  timestamptz not null,
  finished_at timestamptz not null,
  outcome     text not null check (outcome in ('completed', 'failed')),
  message     text not null default ''
);
create index route_run_by_route on route_run (route_id, started_at desc);
comment on table route_run is 'One firing of a scheduled route. What came of the files is in load.';
