-- While the first files of an empty warehouse are loaded, one right after the other, its tables of figures
-- and series do without their keys; here is how to make them again, whoever comes next.
create table key_let_go (
  position  int primary key,
  restoring text not null
);
comment on table key_let_go is
  'Keys and indexes that are missing while the first loads of an empty warehouse fill it, with the statements that make them again, in order. Otherwise empty.';
