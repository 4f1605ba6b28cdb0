-- The series of the file with what the rules ask of them. Small beside the figures; one hash
-- aggregate over the file.
create temp table checked_series on commit drop as
select s.id as series_id, s.area_code, s.indicator_code, s.breakdown, s.measure, s.rank_in, s.scenario, s.frequency,
       s.accumulation, i.name_zh as indicator, i.kind, i.unit, i.summable, a.parent_code,
       s.measure = 'level' and i.kind = 'flow' and s.accumulation = 'ytd' as accumulates
  from (select distinct series_id from resolved) r
  join series s on s.id = r.series_id
  join indicator i on i.code = s.indicator_code
  join area a on a.code = s.area_code
;
analyze checked_series;
-- The thresholds by indicator, as a table whose size the planner knows.
create temp table checked_limit on commit drop as select * from check_limit;
analyze checked_limit
