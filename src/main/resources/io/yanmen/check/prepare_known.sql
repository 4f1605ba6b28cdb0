-- What will be known when the file is loaded: its figures, and those of the warehouse that it does not
-- replace.
create temp view known as
select r.series_id, r.period_start, r.value, r.qualifier, r.value_as_written, r.row_no
  from resolved r
union all
select o.series_id, o.period_start, o.value, o.qualifier, o.value_as_written, null
  from observation o
 where not exists (select 1 from resolved r
                    where r.series_id = o.series_id and r.period_start = o.period_start)
