-- A series is of a part of its indicator, and a place is one within an area.

alter table series
  add column breakdown text not null default '_T',
  add column rank_in   text not null default '';
comment on column series.breakdown is 'The part of the indicator, LIST:CODE of a code list (sector:1); _T, the total.';
comment on column series.rank_in is 'Of ranks: the code of the area within which the place is counted; empty where nobody said, and for all that is no rank.';

-- Until now a place was one in the province: that is what the published figures were.
update series s
   set rank_in = substring(s.area_code for 2) || '0000'
 where s.measure in ('rank', 'rank_change', 'yoy_rank', 'yoy_rank_change')
   and s.area_code !~ '^..0000';

alter table series drop constraint series_measure_check;
alter table series add constraint series_measure_check check (measure in ('level', 'yoy', 'yoy_points',
  'yoy_real', 'mom', 'increment', 'share', 'rank', 'rank_change', 'yoy_rank', 'yoy_rank_change', 'progress'));

-- The key may have been let go by the first loads of a warehouse; then it is made here.
do $$
declare
  old text;
begin
  for old in select conname from pg_constraint where conrelid = 'series'::regclass and contype = 'u' loop
    execute format('alter table series drop constraint %I', old);
  end loop;
  delete from key_let_go where restoring ~ 'add constraint .* UNIQUE \(area_code, indicator_code, measure';
end $$;
alter table series add constraint series_key
  unique (area_code, indicator_code, breakdown, measure, rank_in, scenario, frequency, accumulation);

create table breakdown (
  code    text primary key,
  list    text not null,
  name_zh text not null,
  name_en text not null default '',
  parent  text not null default ''
);
comment on table breakdown is 'Parts that indicators may be broken down into; code is LIST:CODE, as in series.';
insert into breakdown (code, list, name_zh, name_en) values ('_T', '', '', '');
