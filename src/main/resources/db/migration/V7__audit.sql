-- Who did what to the service through the console and the API.

create table audit (
  id        bigint generated always as identity primary key,
  at        timestamptz not null,
  user_name text not null,
  address   text not null,
  action    text not null,
  status    int  not null,
  detail    text not null default ''
);
comment on table audit is 'Every action of an operator and every attempt to log in. Rows are added, never changed.';
comment on column audit.status is 'HTTP status of the answer: below 400 it was done.';
