\set n random(1, ${customers})
with payer as (
    select id, balance from customers where id = ('00000000-0000-7001-8000-' || lpad(to_hex(cast(:n as integer)), 12, '0'))::uuid
    for no key update),
key as (
    insert into idempotency_keys (owner_id, key, request_hash, claim, state, response_status, response_headers, response_body, created_at)
    select '00000000-0000-7002-8000-000000000001', gen_random_uuid()::text, sha256(uuid_send(id)), uuidv7(), 'done', 201,
        jsonb_build_object('Content-Type', 'application/json'), decode(repeat('5a', 600), 'hex'), now() from payer),
paid as (
    insert into payments (id, customer_id, amount, currency, method, provider, status, created_by, created_at, confirmed_at)
    select uuidv7(), id, 300.00, 'RUB', 'cash', 'cash', 'succeeded', '00000000-0000-7002-8000-000000000001', now(), now() from payer
    returning id, customer_id, amount),
transfer as (
    insert into transactions (id, debit_account, credit_account, amount, type, payment_id, group_id, effective_on, created_by, created_at)
    select uuidv7(), '00000000-0000-7000-8000-000000000003', customer_id, amount, 'payment', id, id, current_date,
        '00000000-0000-7002-8000-000000000001', now() from paid
    returning id, credit_account, amount),
credit as (insert into open_credits (transaction_id, customer_id, remaining) select id, credit_account, amount from transfer),
news as (
    insert into outbox (id, type, source, subject, data, occurred_at)
    select uuidv7(), 'billing.payment.succeeded', '/billing', id::text, jsonb_build_object('paymentId', id, 'customerId', customer_id,
        'amount', amount::text, 'currency', 'RUB', 'method', 'cash'), now() from paid),
trail as (
    insert into audit_log (id, at, actor_id, actor_name, actor_kind, key_id, edge, address, agent, request_id, action, entity, entity_id,
        customer_id, before, after)
    select uuidv7(), now(), '00000000-0000-7002-8000-000000000001', 'pgbench', 'service', '00000000-0000-7002-8000-000000000002', 'api',
        '127.0.0.1', 'pgbench', t.id::text, 'payment.take', 'payment', p.id::text, p.customer_id,
        jsonb_build_object('customer/' || c.id, jsonb_build_object('balance', c.balance)),
        jsonb_build_object('payment/' || p.id, to_jsonb(p), 'transfer/' || t.id, to_jsonb(t),
            'customer/' || c.id, jsonb_build_object('balance', c.balance + p.amount))
    from paid p, transfer t, payer c
    returning id),
unsealed as (insert into audit_unsealed (id) select id from trail)
update customers c set balance = c.balance + p.amount from paid p where c.id = p.customer_id;
