-- What people are to be told, kept until they were told: an alert survives the process that raised it,
-- and several services tell it once.

create table alert_message (
  id      bigint generated always as identity primary key,
  made_at timestamptz not null default now()
);
create index alert_message_made on alert_message (made_at);
comment on table alert_message is 'Alerts that go out together; counted for the most that may go out in an hour.';

create table alert (
  id          bigint generated always as identity primary key,
  kind        text not null,
  subject     text not null,
  name        text not null,
  source      text not null default '',
  place       text not null default '',
  reason_zh   text not null default '',
  reason_en   text not null default '',
  node        text not null,
  happened_at timestamptz not null,
  told_at     timestamptz not null default now(),
  message_id  bigint references alert_message (id) on delete cascade
);
create index alert_open on alert (told_at) where message_id is null;
create index alert_by_message on alert (message_id);
comment on table alert is 'What happened; without a message while it waits for what happens beside it.';

create table alert_delivery (
  message_id  bigint not null references alert_message (id) on delete cascade,
  channel     text not null,
  attempts    int not null default 0,
  next_try_at timestamptz not null default now(),
  sent_at     timestamptz,
  given_up_at timestamptz,
  primary key (message_id, channel)
);
create index alert_delivery_open on alert_delivery (next_try_at)
  where sent_at is null and given_up_at is null;
comment on column alert_delivery.next_try_at is 'Also keeps other services off while one is sending.';

create table alert_state (
  kind    text not null,
  subject text not null,
  since   timestamptz not null default now(),
  primary key (kind, subject)
);
comment on table alert_state is 'Troubles that were told of and are not over: each is told once, and its end once.';

do $$
begin
  if exists (select 1 from pg_roles where rolname = 'yanmen_loader') then
    grant delete on alert, alert_message, alert_delivery, alert_state to yanmen_loader;
  end if;
end $$;
