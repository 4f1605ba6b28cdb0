-- Thresholds of the checks.
select drop_view_keeping_grants('check_limit');
create view check_limit as
select i.code as indicator_code, t.rule, t.threshold,
       case when own.rule is not null then own.value else usual.value end as value
  from indicator i
  cross join (select distinct rule, threshold from check_threshold) t
  left join check_threshold own
    on own.rule = t.rule and own.threshold = t.threshold and own.indicator_code = i.code
  left join check_threshold usual
    on usual.rule = t.rule and usual.threshold = t.threshold and usual.indicator_code = '';
comment on view check_limit is 'The threshold that counts for each indicator: its own, else the usual one.';
select grant_view_again('check_limit');
