-- A toy, see docs/add-a-check.md.
insert into finding (code, row_no, arguments)
select 'VALUE_OUT_OF_RANGE', r.row_no, array[trim_scale(r.value)::text, c.indicator, '0', '']
  from resolved r
  join checked_series c using (series_id)
 where c.measure = 'level' and r.value < 0
