insert into finding (code, row_no, arguments)
select b.code, s.row_no, array[trim_scale(s.value)::text] || b.arguments
  from suspect s
  join bound b on b.series_id = s.series_id and b.code = 'NEGATIVE_VALUE'
 where s.value < b.lowest or s.value > b.highest or (b.whole and s.value <> trunc(s.value))
