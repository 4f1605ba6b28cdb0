-- node_alive is asked of few rows at a time: pg_locks holds some hundred.
select drop_view_keeping_grants('run_history');
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
select grant_view_again('run_history');
