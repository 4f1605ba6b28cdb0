-- Loads write millions of figures at once. Held to their series and loads row by row they would take five
-- times as long, and held to the words for qualifier and status a seventh longer; a load names its own
-- number, the series that it has read or written itself, and the words of its own lists.
alter table observation drop constraint observation_series_id_fkey, drop constraint observation_load_id_fkey;
alter table revision drop constraint revision_series_id_fkey, drop constraint revision_load_id_fkey,
  drop constraint revision_replaced_by_fkey;
alter table observation drop constraint observation_qualifier_check, drop constraint observation_status_check;
alter table series drop constraint series_area_code_fkey, drop constraint series_indicator_code_fkey;
alter table reported drop constraint reported_load_id_fkey;

-- A correction finds room beside what it corrects, so that the key need not be told of it.
alter table observation set (fillfactor = 90);
-- One index of the revisions instead of two: their number tells those of one figure apart.
alter table revision drop constraint revision_pkey;
drop index revision_by_observation;
alter table revision add primary key (series_id, period_start, id);

-- From the other side the tie holds as before: what figures refer to is not removed.
create function keep_what_figures_need() returns trigger language plpgsql
  set search_path = yanmen, pg_temp as $$
declare
  needed boolean;
begin
  if tg_table_name = 'series' then
    select exists (select 1 from observation where series_id = old.id)
        or exists (select 1 from revision where series_id = old.id) into needed;
  elsif tg_table_name = 'load' then
    select exists (select 1 from observation where load_id = old.id)
        or exists (select 1 from revision where load_id = old.id or replaced_by = old.id)
        or exists (select 1 from reported where load_id = old.id) into needed;
  elsif tg_table_name = 'area' then
    select exists (select 1 from series where area_code = old.code) into needed;
  else
    select exists (select 1 from series where indicator_code = old.code) into needed;
  end if;
  if needed then
    raise foreign_key_violation using message = format('%s is needed by figures', tg_table_name);
  end if;
  return old;
end $$;
create trigger keep_needed before delete on series for each row execute function keep_what_figures_need();
create trigger keep_needed before delete on load for each row execute function keep_what_figures_need();
create trigger keep_needed before delete on area for each row execute function keep_what_figures_need();
create trigger keep_needed before delete on indicator for each row execute function keep_what_figures_need();

create function keep_all_that_figures_need() returns trigger language plpgsql
  set search_path = yanmen, pg_temp as $$
begin
  if exists (select 1 from observation) or exists (select 1 from revision)
     or exists (select 1 from reported) then
    raise foreign_key_violation using
      message = format('%s is needed by figures', tg_table_name),
      hint = 'Empty observation, revision and reported in the same statement.';
  end if;
  return null;
end $$;
create trigger keep_all_needed after truncate on series
  for each statement execute function keep_all_that_figures_need();
create trigger keep_all_needed after truncate on load
  for each statement execute function keep_all_that_figures_need();

create table figures_version (
  only_row boolean primary key default true check (only_row),
  version  bigint not null
);
insert into figures_version (version) values (1);
comment on table figures_version is
  'Counts the changes of observations and series, whoever makes them: what a service remembers of them between two loads is true while the count is the same.';

create function figures_have_changed() returns trigger language plpgsql security definer
  set search_path = yanmen, pg_temp as $$
begin
  update figures_version set version = version + 1;
  return null;
end $$;
create trigger figures_have_changed after insert or update or delete or truncate on observation
  for each statement execute function figures_have_changed();
create trigger figures_have_changed after insert or update or delete or truncate on series
  for each statement execute function figures_have_changed();
