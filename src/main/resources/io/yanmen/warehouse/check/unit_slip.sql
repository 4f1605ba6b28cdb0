-- Each figure of a series that jumps, held against the median of what is known of the series: up to six
-- stored values of other periods, else the stored one of the same period, else the other figures of the
-- file. They must agree among themselves (spread), or nothing can be said. The same period counts less
-- than the others, so that a correction is not taken for a mistake; a revision moves a value by little,
-- so that a slip in one is met closely.
create temp table slip on commit drop as
with limits as (
  select c.*, n.value as near, f.value as far, r.value as same_near, s.value as spread,
         case c.frequency when 'M' then 0 when 'Q' then 2 else 11 end as later,
         case when c.kind = 'count' then m.value else 0 end as smallest
    from checked_series c
    join checked_limit n on n.indicator_code = c.indicator_code and n.rule = 'UNIT_SLIP' and n.threshold = 'nearness'
    join checked_limit f on f.indicator_code = c.indicator_code and f.rule = 'UNIT_SLIP' and f.threshold = 'nearness-far'
    join checked_limit r on r.indicator_code = c.indicator_code and r.rule = 'UNIT_SLIP' and r.threshold = 'nearness-same'
    join checked_limit s on s.indicator_code = c.indicator_code and s.rule = 'UNIT_SLIP' and s.threshold = 'spread'
    join checked_limit m on m.indicator_code = c.indicator_code and m.rule = 'UNIT_SLIP' and m.threshold = 'smallest-count'
   where c.measure = 'level' and n.value is not null and f.value is not null
     and c.series_id in (select series_id from suspect)
)
  select l.*, r.row_no, r.period_start, r.value, r.unit_as_written,
         abs(r.value) / case when l.accumulation = 'ytd'
           then extract(month from r.period_start) + l.later else 1 end as size
    from limits l join resolved r using (series_id)
   where r.value <> 0;
analyze slip;
insert into finding (code, row_no, arguments)
with stored as (
  select f.row_no, count(*) filter (where h.period_start <> f.period_start) as n,
         percentile_cont(0.5) within group (order by h.size::float8)
           filter (where h.period_start <> f.period_start)::numeric as typical,
         min(h.size) filter (where h.period_start <> f.period_start) as low,
         max(h.size) filter (where h.period_start <> f.period_start) as high,
         max(h.size) filter (where h.period_start = f.period_start) as same
    from slip f join history h using (series_id)
   group by f.row_no
), beside as (
  select f.row_no, count(*) as n,
         percentile_cont(0.5) within group (order by o.size::float8)::numeric as typical,
         min(o.size) as low, max(o.size) as high
    from slip f join slip o on o.series_id = f.series_id and o.row_no <> f.row_no
   where not exists (select 1 from stored s where s.row_no = f.row_no and (s.n >= 2 or s.same is not null))
   group by f.row_no
), usual as (
  select row_no, case when n >= 2 then typical else same end as typical, n < 2 as revised from stored
   where case when n >= 2 then high <= low * (select min(spread) from slip) else same is not null end
  union all
  select row_no, typical, false from beside
   where n >= 2 and high <= low * (select min(spread) from slip)
), jump as (
  select f.*, u.typical, u.revised, log(f.size / u.typical) as magnitude
    from slip f join usual u using (row_no)
   where u.typical > 0 and least(f.size, u.typical) >= f.smallest
)
select 'UNIT_SLIP', j.row_no,
       array[trim_scale(j.value)::text || ' ' || j.unit,
             trim_scale(round(j.typical * case when j.accumulation = 'ytd'
               then extract(month from j.period_start) + j.later else 1 end,
               greatest(0, 3 - floor(log(j.typical))::int)))::text || ' ' || j.unit,
             case when j.magnitude > 0 then trim_scale(power(10::numeric, round(j.magnitude)))::text
                  else '1/' || trim_scale(power(10::numeric, -round(j.magnitude)))::text end,
             coalesce((select likely.symbol
                         from unit wrote join unit likely on likely.base = wrote.base
                          and likely.factor = wrote.factor / power(10::numeric, round(j.magnitude))
                        where wrote.symbol = case when exists (select 1 from unit where symbol = j.unit_as_written)
                                                  then j.unit_as_written else j.unit end
                        order by length(likely.symbol), likely.symbol limit 1), '')]
  from jump j
 where abs(round(j.magnitude)) between 1 and 4
   and abs(j.magnitude - round(j.magnitude)) <= case when j.revised then j.same_near
                                                      when abs(round(j.magnitude)) = 1 then j.near else j.far end
   -- A percentage moves by ten for good reasons; by a hundred it was a fraction.
   and (j.unit <> '%' or abs(round(j.magnitude)) = 2)
