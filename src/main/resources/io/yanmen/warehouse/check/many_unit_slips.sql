-- A column in the wrong unit: many figures of one indicator off by the same power of ten, and among them
-- so large a part of what the file says of a period that it is no matter of single figures. Among the
-- thousands of areas of a large file a handful is always off. Two small groupings; how much the file says
-- in all stands in figure_count.
insert into finding (code, row_no, arguments)
with slip as (
  select c.indicator_code, c.indicator, r.period_start, f.arguments[3] as factor,
         max(f.arguments[4]) as likely, count(*) as n
    from finding f
    join resolved r on r.row_no = f.row_no
    join checked_series c on c.series_id = r.series_id
   where f.code = 'UNIT_SLIP'
   group by c.indicator_code, c.indicator, r.period_start, f.arguments[3]
)
select 'MANY_UNIT_SLIPS', null,
       array[sum(slip.n)::text, slip.indicator, slip.factor, max(slip.likely)]
  from slip
  join figure_count said using (indicator_code, period_start)
  join checked_limit fewest on fewest.indicator_code = slip.indicator_code
   and fewest.rule = 'MANY_UNIT_SLIPS' and fewest.threshold = 'fewest'
  join checked_limit share on share.indicator_code = slip.indicator_code
   and share.rule = 'MANY_UNIT_SLIPS' and share.threshold = 'share'
 where slip.n >= share.value * said.n
 group by slip.indicator_code, slip.indicator, slip.factor, fewest.value
having sum(slip.n) >= fewest.value
 order by sum(slip.n) desc
