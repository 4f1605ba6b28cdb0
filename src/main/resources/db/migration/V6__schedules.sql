-- Schedules that survive a restart and are shared by all services of one warehouse; what the feeds
-- remember of what they fetched; and how people tell running services what to do.

-- The job store of Quartz 2.5 (its names and types; see its JDBC job store).
create table qrtz_job_details (
  sched_name        varchar(120) not null,
  job_name          varchar(200) not null,
  job_group         varchar(200) not null,
  description       varchar(250),
  job_class_name    varchar(250) not null,
  is_durable        boolean      not null,
  is_nonconcurrent  boolean      not null,
  is_update_data    boolean      not null,
  requests_recovery boolean      not null,
  job_data          bytea,
  primary key (sched_name, job_name, job_group)
);

create table qrtz_triggers (
  sched_name     varchar(120) not null,
  trigger_name   varchar(200) not null,
  trigger_group  varchar(200) not null,
  job_name       varchar(200) not null,
  job_group      varchar(200) not null,
  description    varchar(250),
  next_fire_time bigint,
  prev_fire_time bigint,
  priority       int,
  trigger_state  varchar(16)  not null,
  trigger_type   varchar(8)   not null,
  start_time     bigint       not null,
  end_time       bigint,
  calendar_name  varchar(200),
  misfire_instr  smallint,
  job_data       bytea,
  primary key (sched_name, trigger_name, trigger_group),
  foreign key (sched_name, job_name, job_group) references qrtz_job_details
);
create index qrtz_triggers_by_job on qrtz_triggers (sched_name, job_name, job_group);
create index qrtz_triggers_by_time on qrtz_triggers (sched_name, trigger_state, next_fire_time);

create table qrtz_simple_triggers (
  sched_name      varchar(120) not null,
  trigger_name    varchar(200) not null,
  trigger_group   varchar(200) not null,
  repeat_count    bigint       not null,
  repeat_interval bigint       not null,
  times_triggered bigint       not null,
  primary key (sched_name, trigger_name, trigger_group),
  foreign key (sched_name, trigger_name, trigger_group) references qrtz_triggers
);

create table qrtz_cron_triggers (
  sched_name      varchar(120) not null,
  trigger_name    varchar(200) not null,
  trigger_group   varchar(200) not null,
  cron_expression varchar(120) not null,
  time_zone_id    varchar(80),
  primary key (sched_name, trigger_name, trigger_group),
  foreign key (sched_name, trigger_name, trigger_group) references qrtz_triggers
);

create table qrtz_simprop_triggers (
  sched_name    varchar(120) not null,
  trigger_name  varchar(200) not null,
  trigger_group varchar(200) not null,
  str_prop_1    varchar(512),
  str_prop_2    varchar(512),
  str_prop_3    varchar(512),
  int_prop_1    int,
  int_prop_2    int,
  long_prop_1   bigint,
  long_prop_2   bigint,
  dec_prop_1    numeric(13, 4),
  dec_prop_2    numeric(13, 4),
  bool_prop_1   boolean,
  bool_prop_2   boolean,
  primary key (sched_name, trigger_name, trigger_group),
  foreign key (sched_name, trigger_name, trigger_group) references qrtz_triggers
);

create table qrtz_blob_triggers (
  sched_name    varchar(120) not null,
  trigger_name  varchar(200) not null,
  trigger_group varchar(200) not null,
  blob_data     bytea,
  primary key (sched_name, trigger_name, trigger_group),
  foreign key (sched_name, trigger_name, trigger_group) references qrtz_triggers
);

create table qrtz_calendars (
  sched_name    varchar(120) not null,
  calendar_name varchar(200) not null,
  calendar      bytea        not null,
  primary key (sched_name, calendar_name)
);

create table qrtz_paused_trigger_grps (
  sched_name    varchar(120) not null,
  trigger_group varchar(200) not null,
  primary key (sched_name, trigger_group)
);

create table qrtz_fired_triggers (
  sched_name        varchar(120) not null,
  entry_id          varchar(95)  not null,
  trigger_name      varchar(200) not null,
  trigger_group     varchar(200) not null,
  instance_name     varchar(200) not null,
  fired_time        bigint       not null,
  sched_time        bigint       not null,
  priority          int          not null,
  state             varchar(16)  not null,
  job_name          varchar(200),
  job_group         varchar(200),
  is_nonconcurrent  boolean,
  requests_recovery boolean,
  primary key (sched_name, entry_id)
);

create table qrtz_scheduler_state (
  sched_name        varchar(120) not null,
  instance_name     varchar(200) not null,
  last_checkin_time bigint       not null,
  checkin_interval  bigint       not null,
  primary key (sched_name, instance_name)
);

create table qrtz_locks (
  sched_name varchar(120) not null,
  lock_name  varchar(40)  not null,
  primary key (sched_name, lock_name)
);

-- What a firing brought.
alter table route_run
  add column scheduled_at timestamptz,
  add column files        int not null default 0,
  add column unchanged    int not null default 0;
comment on column route_run.scheduled_at is 'When the clock meant it to run; null for a run by hand.';
comment on column route_run.files is 'Files that a feed fetched and handed on to be loaded.';
comment on column route_run.unchanged is 'Requests whose answer was that of the time before: not loaded again.';

create table feed_memory (
  feed          text not null,
  request       text not null,
  etag          text not null default '',
  last_modified text not null default '',
  sha256        char(64) not null,
  next_page     text not null default '',
  changed_at    timestamptz not null default now(),
  primary key (feed, request)
);
comment on table feed_memory is 'What a feed''s request was answered last, so that unchanged data is not loaded again.';
comment on column feed_memory.request is 'The URL with its secrets left out.';
comment on column feed_memory.next_page is 'The page that followed, for an answer that only says that nothing changed.';

create table route_pause (
  route_id  text primary key,
  paused_at timestamptz not null default now()
);
comment on table route_pause is 'Routes that a person has paused, on all services, until they are resumed.';

create table route_command (
  id          bigint generated always as identity primary key,
  route_id    text not null,
  first       text not null default '',
  last        text not null default '',
  asked_at    timestamptz not null default now(),
  node        text not null default '',
  started_at  timestamptz,
  finished_at timestamptz,
  total       int not null default 0,
  done        int not null default 0,
  failed      int not null default 0,
  message     text not null default ''
);
create index route_command_open on route_command (id) where finished_at is null;
comment on table route_command is 'Runs that a person asked for; the first service that sees one does it.';

create table backfill (
  id          bigint generated always as identity primary key,
  route_id    text not null,
  first       text not null,
  last        text not null,
  started_at  timestamptz not null default now(),
  finished_at timestamptz
);
create unique index backfill_open on backfill (route_id, first, last) where finished_at is null;

create table backfill_period (
  backfill_id bigint not null references backfill (id) on delete cascade,
  period      text not null,
  done_at     timestamptz not null default now(),
  primary key (backfill_id, period)
);
comment on table backfill_period is 'Periods of a backfill that are fetched; one that was broken off goes on with the others.';

-- The loader's role removes what it has remembered; the other rights follow from V2.
do $$
begin
  if exists (select 1 from pg_roles where rolname = 'yanmen_loader') then
    grant delete on all tables in schema yanmen to yanmen_loader;
  end if;
end $$;
