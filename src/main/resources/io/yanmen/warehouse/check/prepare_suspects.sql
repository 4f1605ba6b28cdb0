-- The one pass over the figures of the file: what falls within its year, what jumps against the figure
-- before it in the file or against the history. All that follows looks at
-- these few. Plan: one sort of the figures in work_mem, a hash join with the series.
create temp table suspect on commit drop as
select w.row_no, w.series_id, w.period_start, w.value, w.before_value, w.before_start
  from (select r.row_no, r.series_id, r.period_start, r.value,
               lag(r.value) over same        as before_value,
               lag(r.period_start) over same as before_start
          from resolved r
        window same as (partition by r.series_id order by r.period_start)) w
  join (select c.series_id, c.accumulates, c.measure = 'level' as level, c.accumulation = 'ytd' as ytd,
               case c.frequency when 'M' then 0 when 'Q' then 2 else 11 end as later,
               h.low / 1.7 as low, h.high * 1.7 as high
          from checked_series c
          left join (select series_id, min(size) as low, max(size) as high
                       from history group by series_id) h using (series_id)) g using (series_id)
 where (g.accumulates and w.value < w.before_value
        and extract(year from w.before_start) = extract(year from w.period_start))
    or (g.low is not null and w.value <> 0
        and case when g.ytd
                 then abs(w.value) / (extract(month from w.period_start) + g.later) not between g.low and g.high
                 else abs(w.value) not between g.low and g.high end)
    or (g.level and w.value <> 0 and w.before_value <> 0
        -- Most cumulative values simply grow from one month to the next: no need to divide.
        and case when w.value between w.before_value and 3 * w.before_value
                  and w.period_start - w.before_start <= 92
                  and (not g.ytd or extract(month from w.period_start) > 1) then false
                 when g.ytd
                 then abs(w.value) * (extract(month from w.before_start) + g.later)
                      / abs(w.before_value) / (extract(month from w.period_start) + g.later)
                      not between 0.2 and 5
                 when abs(w.value) >= abs(w.before_value) then abs(w.value) > 5 * abs(w.before_value)
                 else 5 * abs(w.value) < abs(w.before_value) end);
analyze suspect
