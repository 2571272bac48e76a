-- For bench/outage: whom events are about, and which there were, so that each can be looked for at its consumers.

create table bench_readers (no integer primary key, customer_id uuid not null);
insert into bench_readers select row_number() over (order by id) - 1, id from customers where contract_number like 'B-%';

create table bench_news (id uuid primary key, day date not null, customer_id uuid not null);
create index on bench_news (day);

-- As a bill run announces its invoices. The day names the series: analytics counts by it.
create function announce_bench_news(first integer, most integer, of_day date) returns void language sql volatile
    as $$
    with e as materialized (
        select next_uuid7() as id, next_uuid7() as invoice_id, r.customer_id, n from generate_series(first, first + most - 1) n
        join bench_readers r on r.no = n % (select count(*) from bench_readers)),
    announced as (
        insert into outbox (id, type, source, subject, data, occurred_at)
        select e.id, 'billing.invoice.created', '/billing', e.invoice_id, jsonb_build_object('invoiceId', e.invoice_id,
            'customerId', e.customer_id, 'number', 'B-' || e.n, 'kind', 'invoice', 'amount', '650.00', 'currency', 'RUB',
            'issuedOn', of_day, 'dueDate', of_day + 20), clock_timestamp() from e)
    insert into bench_news select id, of_day, customer_id from e $$;
