-- What views, pages and reports all go by. Each rule of the Chinese reporting calendar stands here once, and
-- nowhere else. Repeatable migrations run by their names: functions, then the views, then roles.

-- 1. Views are made anew when their text changes; who was given one keeps it.

create or replace function drop_view_keeping_grants(view_name text) returns void language plpgsql as $$
begin
  create temp table if not exists view_grant (view_name text, grantee text, privilege text, may_grant boolean)
    on commit drop;
  insert into view_grant
  select c.relname, case when a.grantee = 0 then 'public' else quote_ident(r.rolname) end,
         a.privilege_type, a.is_grantable
    from pg_class c
   cross join lateral aclexplode(c.relacl) a
    left join pg_roles r on r.oid = a.grantee
   where c.oid = to_regclass('yanmen.' || quote_ident(view_name)) and c.relkind = 'v'
     and a.grantee <> c.relowner;
  execute format('drop view if exists yanmen.%I', view_name);
end $$;
comment on function drop_view_keeping_grants(text) is
  'Drops a view and remembers, to the end of the transaction, who may do what with it.';

create or replace function grant_view_again(name text) returns void language plpgsql as $$
declare
  kept record;
begin
  for kept in select * from view_grant g where g.view_name = name loop
    execute format('grant %s on yanmen.%I to %s%s', kept.privilege, name, kept.grantee,
                   case when kept.may_grant then ' with grant option' else '' end);
  end loop;
end $$;
comment on function grant_view_again(text) is 'Gives what drop_view_keeping_grants remembers of a view.';

-- 2. January with February (1-2月). Offices publish the two together.

create or replace function told_with(frequency char(1), period_start date) returns date
  language sql immutable parallel safe
  return period_end(frequency,
    case when frequency = 'M' and extract(month from period_start) = 1
         then (period_start + interval '1 month')::date else period_start end);
comment on function told_with(char, date) is
  'Last day of the period that a period is reported with: January with February, any other with itself.';

create or replace function months_alone(month int, month_before int) returns int
  language sql immutable parallel safe
  return case
    when month_before is not null then month - month_before
    when month <= 2 then month
  end;
comment on function months_alone(int, int) is
  'How many months are left of January to a month when January to an earlier month, if that is known, is taken off. Of January and February without January: the two together. Null where nothing can be told.';

create or replace function period_label(frequency char(1), period_start date, months int) returns text
  language sql immutable parallel safe
  return case when months = 2 then period_label('M', period_start) || '/02'
              else period_label(frequency, period_start) end;
comment on function period_label(char, date, int) is
  'As period_label without a length, but for January and February together: 2025-01/02.';

-- 3. What is due when.

create or replace function reports_due(frequency char(1), since date)
  returns table (period_start date, period_end date, told_with date)
  language sql stable parallel safe
begin atomic
  select p.start, yanmen.period_end(reports_due.frequency, p.start), yanmen.told_with(reports_due.frequency, p.start)
    from (select first::date as start
            from generate_series(
              date_trunc(case reports_due.frequency when 'A' then 'year' when 'Q' then 'quarter' else 'month' end,
                         reports_due.since::timestamp),
              current_date::timestamp,
              case reports_due.frequency when 'A' then interval '1 year' when 'Q' then interval '3 months'
                else interval '1 month' end) first) p
   where yanmen.period_end(reports_due.frequency, p.start) < current_date;
end;
comment on function reports_due(char, date) is
  'The periods that are over, of one who reports so often since a day; with the day to which the figures run that tell of it: those of January to its own end, or to that of February.';

create or replace function report_state(due_on date, first_loaded_at timestamptz) returns text
  language sql stable parallel safe
  return case
    when first_loaded_at is null then case when current_date > due_on then 'missing' else 'expected' end
    when first_loaded_at::date > due_on then 'late'
    else 'reported'
  end;
comment on function report_state(date, timestamptz) is
  'What has become of a report: reported, late (came after it was due), missing (due and not there), expected (not due yet).';
