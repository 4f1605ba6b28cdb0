-- The console's list of loads, what one load left unshown, and where its file was put.

alter table load add column filed_as text not null default '';
comment on column load.filed_as is 'Where the file was put away, below data/ with slashes; empty where that was not noted.';

create index load_by_status on load (status, id desc);
create index revision_unshown on revision (load_id) where not shown;
