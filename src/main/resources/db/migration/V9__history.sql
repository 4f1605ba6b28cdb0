-- What ran and what came of it, also of services that were killed: a firing is written when it begins,
-- and a service holds a lock for as long as it is there.

-- The lock is AdvisoryLock's of the name 'yanmen.node.' and the node; pg_locks shows its 64 bits in two
-- halves. Asked of few rows at a time: pg_locks holds some hundred.
create function node_alive(node text) returns boolean
  language sql stable
  as $$
    select exists (
      select 1 from pg_locks k
       where k.locktype = 'advisory' and k.granted and k.objsubid = 1
         and k.database = (select d.oid from pg_database d where d.datname = current_database())
         and (k.classid::bigint << 32 | k.objid::bigint) = hashtextextended('yanmen.node.' || node, 0))
  $$;
comment on function node_alive(text) is 'Whether the service of this name runs now.';

alter table route_run
  alter column finished_at drop not null,
  drop constraint route_run_outcome_check,
  add constraint route_run_outcome_check
    check (outcome in ('running', 'completed', 'failed', 'interrupted')),
  add column observations_new       bigint not null default 0,
  add column observations_changed   bigint not null default 0,
  add column observations_unchanged bigint not null default 0,
  add column rejected               bigint not null default 0;
create index route_run_open on route_run (node) where outcome = 'running';
create index route_run_by_time on route_run (started_at desc);
comment on table route_run is 'One firing of a scheduled route, from its beginning. What came of the files is in load.';
comment on column route_run.outcome is 'running; completed; failed, see message; interrupted: its service was killed.';
comment on column route_run.observations_new is 'Sum over the files that the firing brought; likewise the columns that follow.';

create table load_failure (
  id          bigint generated always as identity primary key,
  node        text not null,
  source      text not null,
  file_name   text not null,
  started_at  timestamptz not null default now(),
  finished_at timestamptz not null default now(),
  times       int not null default 1,
  message     text not null
);
create index load_failure_by_file on load_failure (node, file_name, finished_at desc);
create index load_failure_by_time on load_failure (started_at desc);
comment on table load_failure is 'Files that could not be loaded for a reason that is not theirs; they wait and are tried again.';
comment on column load_failure.times is 'Failures with the same message, one after the other, that this row stands for.';

create index load_by_source on load (source, finished_at desc);

create view run_history as
select 'firing'::text as kind,
       r.id,
       r.node,
       r.route_id    as name,
       ''::text      as file_name,
       r.scheduled_at,
       r.started_at,
       r.finished_at,
       case when r.outcome = 'running' and not node_alive(r.node) then 'interrupted'
            else r.outcome end as outcome,
       r.files,
       r.observations_new,
       r.observations_changed,
       r.observations_unchanged,
       r.rejected,
       r.message
  from route_run r
union all
select 'load', l.id, '', l.source, l.file_name, null, l.started_at, l.finished_at, l.status, 1,
       l.observations_new, l.observations_changed, l.observations_unchanged, l.rejected, l.message
  from load l
union all
select 'failure', f.id, f.node, f.source, f.file_name, null, f.started_at, f.finished_at, 'failed', f.times,
       0, 0, 0, 0, f.message
  from load_failure f;
comment on view run_history is 'One timeline: each firing of a schedule, each load, each file that could not be loaded for the time being.';
comment on column run_history.kind is 'firing: a schedule''s; load: of one file; failure: a file that waits and is tried again.';
comment on column run_history.id is 'Number within its kind: of route_run, load or load_failure.';
comment on column run_history.node is 'The service; empty for a load.';
comment on column run_history.name is 'Route of a firing, source of a file.';
comment on column run_history.scheduled_at is 'When the clock meant it to run; null for a run by hand and for files.';
comment on column run_history.finished_at is 'Null for what runs, and for what was interrupted and not yet found.';
comment on column run_history.outcome is 'running, completed, failed, interrupted; of a load its status.';
comment on column run_history.files is 'Files that a firing brought; 1 for a load; how often for a failure.';
comment on column run_history.message is 'Why it failed; of a load what it says of itself, as the code of a refusal.';

do $$
begin
  if exists (select 1 from pg_roles where rolname = 'yanmen_reader') then
    grant select on run_history, load_failure to yanmen_reader;
  end if;
  if exists (select 1 from pg_roles where rolname = 'yanmen_loader') then
    grant select, insert, update, delete on load_failure to yanmen_loader;
    grant select on run_history to yanmen_loader;
    grant usage on all sequences in schema yanmen to yanmen_loader;
  end if;
end $$;
