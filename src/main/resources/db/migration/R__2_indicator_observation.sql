-- The flat table.
select drop_view_keeping_grants('indicator_observation');
create view indicator_observation as
select s.area_code,
       a.name_zh  as area_name_zh,
       a.name_en  as area_name_en,
       s.indicator_code,
       i.name_zh  as indicator_name_zh,
       i.name_en  as indicator_name_en,
       s.breakdown,
       coalesce(b.name_zh, s.breakdown) as breakdown_name_zh,
       coalesce(b.name_en, s.breakdown) as breakdown_name_en,
       s.measure,
       s.rank_in,
       s.scenario,
       s.frequency,
       s.accumulation,
       o.period_start,
       period_end(s.frequency, o.period_start)   as period_end,
       period_label(s.frequency, o.period_start) as period,
       o.value,
       measure_unit(s.measure, i.unit)           as unit,
       o.qualifier,
       o.status,
       l.source,
       l.file_name                               as source_file,
       case when position('!' in o.cell) > 0
            then left(o.cell, length(o.cell) - position('!' in reverse(o.cell))) else '' end as sheet,
       case when position('!' in o.cell) > 0
            then right(o.cell, position('!' in reverse(o.cell)) - 1) else o.cell end         as cell,
       l.finished_at                             as loaded_at
  from observation o
  join series s on s.id = o.series_id
  join area a on a.code = s.area_code
  join indicator i on i.code = s.indicator_code
  left join breakdown b on b.code = s.breakdown
  join load l on l.id = o.load_id;
comment on view indicator_observation is 'The flat table for analysts: one row a figure, with unit, period and source.';
comment on column indicator_observation.breakdown is 'The part of the indicator that the figure is about, LIST:CODE; _T is the total.';
comment on column indicator_observation.rank_in is 'Of ranks: the area within which the place is counted; empty where nobody said, and for all that is no rank.';
select grant_view_again('indicator_observation');
