-- Who may do what, in one place: yanmen_loader is for services and loads, yanmen_reader for analysts; the
-- owner alone creates, alters, drops and replays. Applied again whenever this file changes, or roles
-- appear that were not there before: ${roles}.
-- Where the owner may not create roles, the administrator does (docs/operate/roles.sql).
do $$
declare
  here record;
begin
  if exists (select 1 from pg_roles where rolname = 'yanmen_loader') then
    grant usage on schema yanmen to yanmen_loader;
    grant select, insert, update on all tables in schema yanmen to yanmen_loader;
    grant usage on all sequences in schema yanmen to yanmen_loader;
    alter default privileges in schema yanmen grant select, insert, update on tables to yanmen_loader;
    alter default privileges in schema yanmen grant usage on sequences to yanmen_loader;
    -- Series are numbered many at a time.
    grant update on sequence series_id_seq to yanmen_loader;
    -- The catalogue, loads and decisions stay; so do the traces of what people did.
    revoke delete on area, area_alias, indicator, indicator_alias, unit, catalog_state, source, series,
      load, hold, figures_version, feed_memory, reporting_notice, audit from yanmen_loader;
    revoke update on audit from yanmen_loader;
    revoke insert, update, delete on flyway_schema_history from yanmen_loader;
    grant delete on observation, revision, rejection, warning, check_threshold, reported, learned_alias, learned_word,
      route, route_run, route_pause, route_command, backfill, backfill_period, load_failure,
      alert, alert_message, alert_delivery, alert_state to yanmen_loader;
    for here in select format('%I', tablename) as name from pg_tables
                 where schemaname = 'yanmen' and tablename like 'qrtz\_%' loop
      execute 'grant delete on ' || here.name || ' to yanmen_loader';
    end loop;
    -- To look at the spread of values after many came; from PostgreSQL 17 on others than the owner can.
    if current_setting('server_version_num')::int >= 170000 then
      execute 'grant maintain on area, indicator, unit, check_threshold, series to yanmen_loader';
    end if;
  end if;

  if exists (select 1 from pg_roles where rolname = 'yanmen_reader') then
    grant usage on schema yanmen to yanmen_reader;
    -- What a later version adds is for analysts only if it says so.
    alter default privileges in schema yanmen revoke select on tables from yanmen_reader;
    grant select on indicator_observation, target_progress, period_value, growth_compared,
      reporting_calendar, run_history, check_limit,
      area, area_alias, indicator, indicator_alias, unit, catalog_state, source, learned_alias, learned_word,
      check_threshold, series, observation, revision, load, rejection, warning, hold, reported,
      load_failure to yanmen_reader;
    -- Alerts and whom they go to, what people did and from where, clocks, feeds and commands.
    revoke select on alert, alert_message, alert_delivery, alert_state, audit, feed_memory, route, route_run,
      route_pause, route_command, backfill, backfill_period, reporting_notice, figures_version,
      flyway_schema_history from yanmen_reader;
    for here in select format('%I', tablename) as name from pg_tables
                 where schemaname = 'yanmen' and tablename like 'qrtz\_%' loop
      execute 'revoke select on ' || here.name || ' from yanmen_reader';
    end loop;
  end if;
end $$;
