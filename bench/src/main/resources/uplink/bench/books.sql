-- Sound books of ${customers} customers, of whom the first ${full} have everything that there is, made set-wise. The days are
-- those of uplink/testing/corruptions.sql: October to December 2026, closed through November.

set local session_replication_role = replica; -- what is right as a whole is not looked at row by row

-- Ids whose time part is that day's.
create function pg_temp.id_of(what text, i bigint, day date) returns uuid language sql immutable
    as $$ select (lpad(to_hex(extract(epoch from day)::bigint * 1000 + i), 12, '0') || '7' || substr(md5(what || i), 1, 3)
        || 'a' || substr(md5(what || i), 4, 15))::uuid $$;

create temporary table payer as
select i, i <= ${full} as is_full, pg_temp.id_of('customer', i, '2026-01-01') as id,
    pg_temp.id_of('subscription', i, '2026-01-01') as subscription, pg_temp.id_of('contract', i, '2026-01-01') as contract
from generate_series(1, ${customers}) i;

insert into tariffs (id, code, kind, created_at, updated_at)
values (pg_temp.id_of('tariff', 1, '2026-01-01'), 'books', 'internet', '2026-01-01', '2026-01-01');
insert into customers (id, kind, full_name, contract_number, currency, created_at, updated_at)
select id, 'person', 'Абонент ' || i, 'L-' || lpad(i::text, 9, '0'), 'RUB', '2026-01-01', '2026-01-01' from payer;
insert into ledger_accounts (id, kind, customer_id, currency, created_at)
select id, 'customer', id, 'RUB', '2026-01-01' from payer;
insert into contracts (id, customer_id, number, signed_on, created_at, updated_at)
select contract, id, 'L-' || lpad(i::text, 9, '0'), '2026-01-01', '2026-01-01', '2026-01-01' from payer;
insert into subscriptions (id, customer_id, contract_id, tariff_id, status, started_on, charged_to, created_at, updated_at)
select subscription, id, contract, (select id from tariffs where code = 'books'), 'active', '2026-10-01', '2027-01-01',
    '2026-01-01', '2026-01-01' from payer;
insert into subscription_events (id, subscription_id, seq, effective_on, kind, tariff_id, created_at)
select pg_temp.id_of('event', i, '2026-01-01'), subscription, 1, '2026-10-01', 'start',
    (select id from tariffs where code = 'books'), '2026-01-01' from payer;

-- One line an invoice, a sixth of it tax. One in three of those who have little has not paid for December.
create temporary table bill as
select i, is_full, id as customer, subscription, day, amount, amount / 6 as tax, pg_temp.id_of('invoice', i, day) as invoice,
    is_full or i % 3 > 0 or day < '2026-12-01' as is_paid, pg_temp.id_of('payment', i, day + 2) as payment,
    pg_temp.id_of('received', i, day + 2) as received
from (select *, case when is_full then 300.00 else 300.00 + i % 50 * 12 end::numeric(14, 2) as amount from payer) p
cross join unnest(array[date '2026-10-01', '2026-11-01', '2026-12-01']) day
where not is_full or day = '2026-12-01';

insert into invoices (id, customer_id, number, kind, status, amount, tax, currency, issued_on, due_date, paid_at, items, created_at)
select invoice, customer, to_char(day, 'YYMM-') || lpad(i::text, 9, '0'), 'invoice', case when is_paid then 'paid' else 'pending' end,
    amount, tax, 'RUB', day, day + 20, case when is_paid then day + 2 end,
    jsonb_build_array(jsonb_build_object('text', 'Интернет', 'from', day, 'amount', amount::numeric(14, 2)::text,
        'tax', tax::numeric(14, 2)::text)), day
from bill;
insert into charges (subscription_id, kind, period_start, period_end, amount, tax, invoice_id, explanation, created_at)
select subscription, 'recurring', day, day + interval '1 month', amount, tax, invoice,
    jsonb_build_object('price', amount, 'days', 30, 'of', 30), day from bill;
insert into transactions (id, debit_account, credit_account, amount, type, invoice_id, group_id, effective_on, created_at)
select pg_temp.id_of('net', i, day), customer, (select id from ledger_accounts where code = 'revenue'), amount - tax, 'invoice', invoice, invoice, day, day from bill
union all
select pg_temp.id_of('tax', i, day), customer, (select id from ledger_accounts where code = 'tax'), tax, 'tax', invoice, invoice, day, day from bill;

-- Who has everything paid 20,000 at the desk, the others by card.
insert into payments (id, customer_id, amount, currency, method, provider, external_id, status, refunded, created_by, created_at, confirmed_at)
select payment, customer, case when is_full then 20000 else amount end, 'RUB', case when is_full then 'cash' else 'card' end,
    case when is_full then 'cash' else 'yookassa' end, case when not is_full then payment::text end, 'succeeded',
    case when is_full then 10051 else 0 end, case when is_full then pg_temp.id_of('clerk', 1, '2026-01-01') end, day + 2, day + 2
from bill where is_paid;
insert into transactions (id, debit_account, credit_account, amount, type, payment_id, group_id, effective_on, created_at)
select received, case when is_full then (select id from ledger_accounts where code = 'clearing:cash')
        else (select id from ledger_accounts where code = 'clearing:yookassa') end, customer,
    case when is_full then 20000 else amount end, 'payment', payment, payment, day + 2, day + 2
from bill where is_paid;
insert into allocations (customer_id, transaction_id, invoice_id, amount, created_at)
select customer, received, invoice, amount, day + 2 from bill where is_paid;

-- Everything: 50 given back, 10,001 to be given back, corrected by 20,000, 40 paid out, 10,001 to be paid out, a daily share.
create temporary table everything as
select b.*, pg_temp.id_of('refund', i, '2026-12-04') as refund, pg_temp.id_of('waiting-refund', i, '2026-12-04') as waiting_refund,
    pg_temp.id_of('payout', i, '2026-12-04') as payout, pg_temp.id_of('waiting-payout', i, '2026-12-04') as waiting_payout,
    pg_temp.id_of('correction', i, '2026-12-04') as correction,
    pg_temp.id_of('clerk', 1, '2026-01-01') as clerk, pg_temp.id_of('second', 1, '2026-01-01') as second
from bill b where is_full;

insert into refunds (id, payment_id, customer_id, kind, amount, currency, reason, provider, status, created_by, created_at, confirmed_at)
select refund, payment, customer, 'refund', 50, 'RUB', 'wrong sum', 'cash', 'succeeded', clerk, timestamptz '2026-12-04', timestamptz '2026-12-04'
from everything
union all
select waiting_refund, payment, customer, 'refund', 10001, 'RUB', 'wrong sum', 'cash', 'waiting', clerk, '2026-12-04', null
from everything;
insert into payouts (id, customer_id, amount, currency, method, reason, status, request_key, created_by, created_at, paid_at)
select payout, customer, 40, 'RUB', 'cash', 'leaves', 'paid', 'out', clerk, timestamptz '2026-12-04', timestamptz '2026-12-04' from everything
union all
select waiting_payout, customer, 10001, 'RUB', 'cash', 'leaves', 'waiting', 'waits', clerk, '2026-12-04', null from everything;
insert into payout_uses (payout_id, transaction_id, amount) select payout, received, 40 from everything;
insert into transactions (id, debit_account, credit_account, amount, type, payment_id, group_id, effective_on, created_by, created_at)
select pg_temp.id_of('returned', i, '2026-12-04'), customer, (select id from ledger_accounts where code = 'clearing:cash'), 50, 'refund', payment, refund,
    date '2026-12-04', clerk, timestamptz '2026-12-04' from everything
union all
select pg_temp.id_of('paid-out', i, '2026-12-04'), customer, (select id from ledger_accounts where code = 'clearing:cash'), 40, 'payout', null, payout, '2026-12-04',
    clerk, '2026-12-04' from everything
union all
select correction, (select id from ledger_accounts where code = 'adjustments'), customer, 20000, 'adjustment', null, correction, '2026-12-04', clerk, '2026-12-04'
from everything
union all
select pg_temp.id_of('share', i, '2026-12-31'), customer, (select id from ledger_accounts where code = 'revenue'), 10, 'daily', null,
    pg_temp.id_of('share', i, '2026-12-31'), '2026-12-31', null, '2026-12-31' from everything;
insert into charges (subscription_id, kind, period_start, period_end, amount, tax, explanation, created_at)
select subscription, 'recurring', '2026-12-31', '2027-01-01', 10, 1.67, '{"wait": true}', '2026-12-31' from everything;
insert into open_credits (transaction_id, customer_id, remaining)
select received, customer, 20000 - amount - 50 - 40 from everything union all select correction, customer, 20000 from everything;
insert into approvals (id, kind, refund_id, payout_id, transfer_id, customer_id, amount, currency, reason, status, asked_by, asked_at,
    decided_by, decided_at)
select pg_temp.id_of('approval-1', i, '2026-12-04'), 'refund', waiting_refund, null::uuid, null::uuid, customer, 10001, 'RUB',
    'wrong sum', 'waiting', clerk, timestamptz '2026-12-04', null::uuid, null::timestamptz from everything
union all
select pg_temp.id_of('approval-2', i, '2026-12-04'), 'payout', null, waiting_payout, null, customer, 10001, 'RUB', 'leaves', 'waiting',
    clerk, '2026-12-04', null, null from everything
union all
select pg_temp.id_of('approval-3', i, '2026-12-04'), 'adjustment', null, null, correction, customer, 20000, 'RUB', 'wrong sum',
    'approved', clerk, '2026-12-04', second, '2026-12-04' from everything;
insert into audit_log (id, at, actor_id, actor_name, actor_kind, edge, action, entity, entity_id, customer_id, after)
select pg_temp.id_of('trail-' || entity || thing, 0, '2026-01-02'), '2026-12-04', clerk, 'clerk@example.org', 'staff', 'console',
    entity || '.make', entity, thing::text, customer, jsonb_build_object(entity || '/' || thing, jsonb_build_object('amount', 1))
from everything
cross join lateral (values ('payment', payment), ('payout', payout), ('payout', waiting_payout), ('transfer', correction)) x (entity, thing);

update customers c set balance = t.sum
from (select account, sum(change) as sum from (
    select credit_account as account, amount as change from transactions
    union all select debit_account, -amount from transactions) x group by account) t
where t.account = c.id;
insert into ledger_snapshots (account_id, day, debits, credits)
select a.id, x.day, sum(x.debit), sum(x.credit)
from (select debit_account as account, (uuid_extract_timestamp(id) at time zone 'UTC')::date as day, amount as debit, 0 as credit
        from transactions
    union all select credit_account, (uuid_extract_timestamp(id) at time zone 'UTC')::date, 0, amount from transactions) x
join ledger_accounts a on a.id = x.account and a.kind <> 'customer'
where x.day < '2026-12-01' group by a.id, x.day;
insert into accounting_periods (id, action, closed_through, decided_by, decided_at)
values (pg_temp.id_of('period', 1, '2026-12-03'), 'close', '2026-11-30', pg_temp.id_of('clerk', 1, '2026-01-01'), '2026-12-03');

drop table everything, bill, payer;
