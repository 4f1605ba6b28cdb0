-- A column in the wrong unit: so many figures of one indicator off by the same power of ten.
insert into finding (code, row_no, arguments)
select 'MANY_UNIT_SLIPS', null,
       array[count(*)::text, c.indicator, f.arguments[3], max(f.arguments[4])]
  from finding f
  join resolved r on r.row_no = f.row_no
  join checked_series c on c.series_id = r.series_id
  join checked_limit t on t.indicator_code = c.indicator_code
   and t.rule = 'MANY_UNIT_SLIPS' and t.threshold = 'fewest'
 where f.code = 'UNIT_SLIP'
 group by c.indicator, f.arguments[3], t.value
having count(*) >= t.value
 order by count(*) desc
