-- Which indicators are parts of others by their names: 第一产业增加值 of 地区生产总值.
alter table indicator add column part_of text not null default '';
comment on column indicator.part_of is 'Code of the indicator that this one is a part of by its name; empty for most.';
comment on column breakdown.parent is 'The part that this one lies in, LIST:CODE; empty for most.';
