-- Group roles for grants to people and services. Where the owner of the database may not create roles,
-- they are left to the administrator (docs/deploy.md), and nothing else depends on them.
do $$
declare
  role_name text;
begin
  foreach role_name in array array['yanmen_loader', 'yanmen_reader'] loop
    if not exists (select 1 from pg_roles where rolname = role_name) then
      begin
        execute format('create role %I nologin', role_name);
      exception
        when insufficient_privilege then
          raise notice 'role % could not be created', role_name;
        when duplicate_object or unique_violation then
          null;
      end;
    end if;
  end loop;
  if exists (select 1 from pg_roles where rolname = 'yanmen_reader') then
    grant usage on schema yanmen to yanmen_reader;
    grant select on all tables in schema yanmen to yanmen_reader;
    alter default privileges in schema yanmen grant select on tables to yanmen_reader;
  end if;
  if exists (select 1 from pg_roles where rolname = 'yanmen_loader') then
    grant usage on schema yanmen to yanmen_loader;
    grant select, insert, update on all tables in schema yanmen to yanmen_loader;
    grant usage on all sequences in schema yanmen to yanmen_loader;
    alter default privileges in schema yanmen grant select, insert, update on tables to yanmen_loader;
  end if;
end $$;
