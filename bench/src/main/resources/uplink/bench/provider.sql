-- A provider of ${size} subscriptions, made set-wise. The same size and seed give the same data on every machine:
-- everything that varies is drawn from a hash of the row's number and the seed.
-- ${month} is the first day of the month that the first run bills.

create function pg_temp.draw(what text, i bigint, below integer) returns integer language sql immutable
    as $$ select (('x' || substr(md5('${seed}' || what || i), 1, 7))::bit(28)::integer % below) $$;
-- An id whose time part grows with i, as ids made one after the other do.
create function pg_temp.id_of(what text, i bigint) returns uuid language sql immutable
    as $$ select (lpad(to_hex((extract(epoch from timestamptz '${month} 00:00Z' - interval '40 days') * 1000)::bigint + i / 4), 12, '0')
        || '7' || substr(md5('${seed}' || what || i), 1, 3) || 'a' || substr(md5('${seed}' || what || i), 4, 15))::uuid $$;

insert into tariffs (id, code, kind, created_at, updated_at)
select pg_temp.id_of('tariff', i), 'bench-' || i, case when i <= 15 then 'internet' else 'tv' end, now(), now()
from generate_series(1, 20) i;

-- Two versions each: the price rose a year before.
insert into tariff_versions (id, tariff_id, valid_from, valid_to, name_ru, name_en, speed_down, speed_up, price, currency, tax_class, created_at)
select pg_temp.id_of('version', i * 2 + v), pg_temp.id_of('tariff', i),
    case v when 0 then date '2020-01-01' else (date '${month}' - interval '1 year')::date end,
    case v when 0 then (date '${month}' - interval '1 year')::date end,
    'Тариф ' || i, 'Tariff ' || i, 100000 * i, 50000 * i, 300 + 49.95 * i + 30 * v, 'RUB', 'standard', now()
from generate_series(1, 20) i, generate_series(0, 1) v;

insert into customers (id, kind, full_name, contract_number, email, phone, currency, created_at, updated_at)
select pg_temp.id_of('customer', i), 'person', 'Абонент Испытательный ' || i, 'B-' || lpad(i::text, 9, '0'),
    'b' || i || '@example.org', '+7' || (9000000000 + i), 'RUB', now(), now()
from generate_series(1, ${customers}) i;

insert into ledger_accounts (id, kind, customer_id, currency, created_at)
select id, 'customer', id, 'RUB', now() from customers c
where not exists (select 1 from ledger_accounts a where a.id = c.id) order by id;

insert into addresses (id, customer_id, city, street, house, flat)
select pg_temp.id_of('address', i), pg_temp.id_of('customer', i), 'Тверь', 'улица Советская ' || i % 400,
    (i % 120 + 1)::text, (i % 90 + 1)::text
from generate_series(1, ${customers}) i;

insert into contracts (id, customer_id, address_id, number, signed_on, billing_day, created_at, updated_at)
select pg_temp.id_of('contract', i), pg_temp.id_of('customer', i), pg_temp.id_of('address', i),
    'B-' || lpad(i::text, 9, '0'), date '${month}' - 30, 1, now(), now()
from generate_series(1, ${customers}) i;

-- The first ones one for each customer, the rest a second one for every fourth. One in twelve began in mid-month
-- and owes a part of it; the others begin with the billed month.
create temporary table made as
select j, case when j <= ${customers} then j else (j - ${customers}) * 4 end as i,
    case when pg_temp.draw('start', j, 12) = 0 then date '${month}' - 1 - pg_temp.draw('day', j, 20) else date '${month}' end as starts,
    pg_temp.id_of('tariff', case when j <= ${customers} then 1 + pg_temp.draw('plan', j, 15) else 16 + pg_temp.draw('plan', j, 5) end) as tariff_id
from generate_series(1, ${size}) j;

insert into subscriptions (id, customer_id, contract_id, tariff_id, status, started_on, next_due, created_at, updated_at)
select pg_temp.id_of('subscription', j), pg_temp.id_of('customer', i), pg_temp.id_of('contract', i), tariff_id,
    'active', starts, starts, now(), now()
from made order by j;

insert into subscription_events (id, subscription_id, seq, effective_on, kind, tariff_id, billing_day, created_at)
select pg_temp.id_of('event', j), pg_temp.id_of('subscription', j), 1, starts, 'start', tariff_id, 1, now()
from made order by j;

-- Every tenth has a tenth off for a year.
insert into subscription_discounts (id, subscription_id, name_ru, name_en, percent, periods, valid_from, created_at)
select pg_temp.id_of('discount', j), pg_temp.id_of('subscription', j), 'Скидка за верность', 'Loyalty', 10, 12, starts, now()
from made where pg_temp.draw('discount', j, 10) = 0 order by j;

drop table made;
