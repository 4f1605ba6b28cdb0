-- What the warehouse knows of these levels: the newest six values of each series, cumulative ones by
-- their month, so that December and January can be compared. Few index probes a series; nothing in an
-- empty warehouse.
create temp table history on commit drop as
select c.series_id, h.period_start,
       abs(h.value) / case when c.accumulation = 'ytd'
         then extract(month from period_end(c.frequency, h.period_start)) else 1 end as size
  from checked_series c
  cross join lateral (
    select o.period_start, o.value from stored o
     where o.series_id = c.series_id and o.value <> 0
     order by o.period_start desc limit 6) h
 where c.measure = 'level'
;
analyze history
