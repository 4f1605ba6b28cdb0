-- What the console asks for at every look.

create index if not exists route_run_by_time on route_run (started_at desc);
