-- What people say that words around figures mean, where the lists that ship do not know them.
create table learned_word (
  source   text not null default '',
  plain    text not null,
  words    text not null,
  means    text not null default '',
  added_by text not null,
  added_at timestamptz not null default now(),
  primary key (source, plain)
);
comment on table learned_word is 'Words around figures that people taught: who, and when.';
comment on column learned_word.source is 'The source whose files use the words so; empty for all.';
comment on column learned_word.plain is 'The words in the form that words are compared in.';
comment on column learned_word.means is 'The words that they stand for; empty where they change nothing.';

do $$
begin
  if exists (select 1 from pg_roles where rolname = 'yanmen_reader') then
    grant select on learned_word to yanmen_reader;
  end if;
  if exists (select 1 from pg_roles where rolname = 'yanmen_loader') then
    grant select, insert, delete on learned_word to yanmen_loader;
  end if;
end $$;
