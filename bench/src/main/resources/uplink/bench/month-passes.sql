-- What happens to a base within a month: 2 % change their tariff, 1 % pause, 2 % pay for a visit.
-- ${month} is the first day of the month that passes; it has been billed already.

create function pg_temp.draw(what text, i bigint, below integer) returns integer language sql immutable
    as $$ select (('x' || substr(md5('${seed}' || what || i), 1, 7))::bit(28)::integer % below) $$;

create temporary table happened as
select id as subscription_id, j, pg_temp.draw('happens', j, 100) as what, date '${month}' + 5 + pg_temp.draw('when', j, 20) as on_day
from (select id, row_number() over (order by id) as j from subscriptions where status = 'active') s
where pg_temp.draw('happens', j, 100) < 5;

insert into subscription_events (id, subscription_id, seq, effective_on, kind, tariff_id, amount, tax_class, text, created_at)
select (lpad(to_hex((extract(epoch from clock_timestamp()) * 1000)::bigint), 12, '0') || '7' || substr(md5('${seed}' || j), 1, 3)
        || 'a' || substr(md5('${seed}' || j), 4, 15))::uuid, subscription_id, 2, on_day,
    case when what < 2 then 'change' when what < 3 then 'pause' else 'fee' end,
    case when what < 2 then (select id from tariffs order by code offset j % 15 limit 1) end,
    case when what >= 3 then 500 end, case when what >= 3 then 'standard' end, case when what >= 3 then 'Выезд мастера' end, now()
from happened order by j;

update subscriptions s set next_due = least(next_due, on_day), rerate_from = on_day,
    status = case when what = 2 then 'suspended' else status end,
    tariff_id = coalesce((select tariff_id from subscription_events e where e.subscription_id = s.id and e.seq = 2), s.tariff_id)
from happened h where h.subscription_id = s.id;

drop table happened;
