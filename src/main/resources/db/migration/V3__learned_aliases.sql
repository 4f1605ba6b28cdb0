-- Names that people taught after a refusal, beside those of the catalogue.
create table learned_alias (
  kind     text not null check (kind in ('area', 'indicator')),
  plain    text not null,
  name     text not null,
  code     text not null,
  added_by text not null,
  added_at timestamptz not null default now(),
  primary key (kind, plain)
);
comment on table learned_alias is 'Names of areas and indicators that people added: who, and when.';
comment on column learned_alias.plain is 'The name in the form that names are compared in.';

do $$
begin
  if exists (select 1 from pg_roles where rolname = 'yanmen_reader') then
    grant select on learned_alias to yanmen_reader;
  end if;
  if exists (select 1 from pg_roles where rolname = 'yanmen_loader') then
    grant select, insert, delete on learned_alias to yanmen_loader;
  end if;
end $$;
