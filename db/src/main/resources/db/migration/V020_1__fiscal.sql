-- Fiscal receipts (54-ФЗ): one for each cause, whatever becomes of it.

create table fiscal_receipts (
    id          uuid primary key,
    cause       text not null unique,                    -- advance:PAYMENT, offset:INVOICE, refund:REFUND
    kind        text not null check (kind in ('advance', 'offset', 'refund')),
    customer_id uuid not null references customers,
    payment_id  uuid references payments,
    invoice_id  uuid references invoices,
    amount      numeric(14, 2) not null check (amount > 0),
    currency    text not null,
    content     jsonb not null,                          -- the receipt as any service wants it
    status      text not null check (status in ('waiting', 'sent', 'done', 'failed')),
    round       integer not null default 1,              -- grows when a person tries a failed one again: a new id at the service
    external_id text,                                    -- the service's own
    document    jsonb,                                   -- what the cash register printed
    detail      text,                                    -- what the service said last
    calls       integer not null default 0,
    ask_at      timestamptz,                             -- system time: the service is called then; null when there is nothing to call
    created_at  timestamptz not null,
    done_at     timestamptz,
    check ((status = 'done') = (done_at is not null)),
    check ((status in ('waiting', 'sent')) = (ask_at is not null))
);
create index fiscal_receipts_due on fiscal_receipts (ask_at) where ask_at is not null;
create index fiscal_receipts_status on fiscal_receipts (status, id desc);
create index fiscal_receipts_customer on fiscal_receipts (customer_id, id desc);
create index fiscal_receipts_payment on fiscal_receipts (payment_id) where payment_id is not null;

insert into audited_tables (table_name, entity, rank, owner, owner_column, customer_column, hidden, ignored, omitted) values
    ('fiscal_receipts', 'fiscal-receipt', 16, null, null, 'customer_id', '{}', '{ask_at,calls}', '{content,document}');
select ensure_audit_triggers();
