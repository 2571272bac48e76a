-- Money: invoices, charges, the ledger of transfers, payments and allocations.

create table bill_runs (
    id           uuid primary key,
    mode         text not null check (mode in ('preview', 'commit')),
    target_date  date not null,
    issued_on    date not null,                          -- the day the invoices carry
    status       text not null check (status in ('queued', 'running', 'stopping', 'stopped', 'completed', 'failed')),
    customer_id  uuid references customers,              -- a run for one customer only (retry from quarantine)
    preview_id   uuid references bill_runs,              -- the preview this commit follows
    total        integer not null default 0 check (total >= 0),
    currency     text not null,
    started_by   uuid,                                   -- null: the timer
    created_at   timestamptz not null,
    started_at   timestamptz,
    finished_at  timestamptz,
    rested       interval not null default '0',          -- between a stop and going on: no work was asked for
    failure      text,
    version      integer not null default 0
);
create index bill_runs_newest on bill_runs (created_at desc);

-- A chunk is a range of customers and one database transaction.
create table bill_run_chunks (
    run_id        uuid not null references bill_runs on delete cascade,
    no            integer not null,
    from_customer uuid not null,                         -- inclusive
    to_customer   uuid not null,                         -- inclusive
    customers     integer not null,
    first_number  bigint,                                -- number of the first customer's invoice; null in a preview
    status        text not null check (status in ('pending', 'done', 'failed')),
    attempts      integer not null default 0,
    dispatched_at timestamptz,                           -- system time, as worked_at
    worked_at     timestamptz,
    finished_at   timestamptz,
    invoiced      integer not null default 0,
    quarantined   integer not null default 0,
    amount        numeric(16, 2) not null default 0,
    last_error    text,
    primary key (run_id, no)
);
create table bill_run_tariffs (
    run_id    uuid not null,
    chunk_no  integer not null,
    tariff_id uuid not null references tariffs,
    lines     integer not null,
    amount    numeric(16, 2) not null,
    previous  numeric(16, 2) not null default 0,         -- of a preview: charged to the same customers a month before
    primary key (run_id, chunk_no, tariff_id),
    foreign key (run_id, chunk_no) references bill_run_chunks on delete cascade
);
create table bill_run_anomalies (
    run_id      uuid not null,
    chunk_no    integer not null,
    customer_id uuid not null references customers,
    kind        text not null check (kind in ('up', 'down', 'zero', 'credit', 'quarantine')),
    amount      numeric(14, 2),
    previous    numeric(14, 2),
    detail      jsonb not null default '{}',
    primary key (run_id, customer_id, kind),
    foreign key (run_id, chunk_no) references bill_run_chunks on delete cascade
);

-- A customer that cannot be billed waits here with the reason; never lost, never fatal.
create table quarantine (
    id          uuid primary key,
    customer_id uuid not null references customers,
    run_id      uuid references bill_runs,
    reason      text not null,                           -- a code with texts in ru and en
    detail      jsonb not null default '{}',
    created_at  timestamptz not null,
    attempts    integer not null default 1,
    last_tried_at timestamptz not null,
    resolved_at timestamptz,
    resolved_by uuid
);
create unique index quarantine_open on quarantine (customer_id) where resolved_at is null;
create index quarantine_newest on quarantine (created_at desc);

create table invoices (
    id          uuid not null,
    customer_id uuid not null references customers,
    number      text not null,
    kind        text not null check (kind in ('invoice', 'credit-note')),
    status      text not null check (status in ('pending', 'paid', 'overdue', 'cancelled')),
    amount      numeric(14, 2) not null check (amount >= 0),  -- a credit note's too: what it put on the account
    tax         numeric(14, 2) not null,
    currency    text not null,
    issued_on   date not null,
    due_date    date not null check (due_date >= issued_on),
    paid_at     timestamptz,
    items       jsonb not null,                          -- frozen lines with their explanations
    run_id      uuid references bill_runs,
    version     integer not null default 0,
    created_at  timestamptz not null,
    primary key (id),
    check ((status = 'paid') = (paid_at is not null))
) partition by range (id);
create index invoices_customer on invoices (customer_id, id desc);
create index invoices_open on invoices (customer_id, id) where status in ('pending', 'overdue');
create index invoices_due on invoices (due_date, id) where status = 'pending';
create index invoices_run on invoices (run_id, id) where run_id is not null;
create table invoices_rest partition of invoices default;
create unique index invoices_rest_number on invoices_rest (number);
-- Numbers are taken from ranges that number_ranges keeps disjoint; each partition proves its own.
insert into partitioned_tables values ('invoices', 'uuid7', 'create unique index on %I (number)');

-- One charge, one key (design.md, decision 4). A charge is a line of an invoice.
create table charges (
    subscription_id   uuid not null references subscriptions,
    kind              text not null check (kind in ('recurring', 'adjustment', 'fee')),
    period_start      date not null,
    cause             text not null default '',
    period_end        date not null check (period_end >= period_start),
    amount            numeric(14, 2) not null,           -- what the customer owes for it, tax included
    tax               numeric(14, 2) not null,
    tariff_version_id uuid references tariff_versions,
    invoice_id        uuid references invoices,          -- null: a daily share not yet gathered
    explanation       jsonb not null,
    created_at        timestamptz not null,
    primary key (subscription_id, kind, period_start, cause)
) partition by range (period_start);
create index charges_waiting on charges (subscription_id) where invoice_id is null;
create table charges_rest partition of charges default;
insert into partitioned_tables values ('charges', 'date', null);

create table ledger_accounts (
    id          uuid primary key,
    code        text unique,                             -- house accounts: revenue, tax, clearing:cash, …
    kind        text not null check (kind in ('customer', 'revenue', 'tax', 'clearing', 'equity')),
    customer_id uuid unique references customers,
    currency    text not null,
    created_at  timestamptz not null,
    check ((kind = 'customer') = (customer_id is not null)),
    check (customer_id is null or customer_id = id),     -- a customer's account carries the customer's id
    check ((code is null) = (kind = 'customer'))
);

create table payments (
    id              uuid primary key,
    customer_id     uuid not null references customers,
    invoice_id      uuid references invoices,
    amount          numeric(14, 2) not null check (amount > 0),
    currency        text not null,
    method          text not null check (method in ('cash', 'balance', 'card', 'sbp', 'terminal', 'bank', 'autopay')),
    provider        text not null,
    external_id     text,
    status          text not null check (status in ('created', 'pending', 'succeeded', 'failed', 'cancelled', 'unknown')),
    comment         text,
    created_by      uuid,
    created_at      timestamptz not null,
    confirmed_at    timestamptz,
    request_key     text,                                -- Idempotency-Key: a repeated request finds its payment
    return_url      text,
    confirmation_url text,
    hint            text,                                -- the provider's id as a notification claims it: asked about, never believed
    failure         text,                                -- what the provider said when it came to nothing
    ask_at          timestamptz,                         -- system time: the provider is asked then; null when there is nothing to ask
    asked           integer not null default 0,
    version         integer not null default 0,
    unique (provider, external_id),
    unique (customer_id, request_key),
    check (ask_at is null or status <> 'succeeded')
);
create index payments_customer on payments (customer_id, id desc);
create index payments_to_ask on payments (ask_at) where ask_at is not null;

-- Every call to a provider about a payment, written before it is made; without an answer when the caller died.
create table payment_attempts (
    id         uuid primary key,
    payment_id uuid not null references payments,
    kind       text not null check (kind in ('create', 'ask')),
    told       text check (told in ('pending', 'succeeded', 'failed', 'cancelled', 'unknown')),
    detail     text,
    began_at   timestamptz not null,                     -- system time
    ended_at   timestamptz
);
create index payment_attempts_payment on payment_attempts (payment_id, id);

-- Transfers: one debit account, one credit account, an amount above zero. Written once.
create table transactions (
    id             uuid not null primary key,
    debit_account  uuid not null references ledger_accounts,
    credit_account uuid not null references ledger_accounts,
    amount         numeric(14, 2) not null check (amount > 0),
    type           text not null check (type in ('invoice', 'tax', 'credit-note', 'daily', 'payment', 'adjustment', 'opening', 'reversal')),
    payment_id     uuid references payments,
    invoice_id     uuid references invoices,
    group_id       uuid not null,
    effective_on   date not null,
    reason         text,
    created_by     uuid,
    created_at     timestamptz not null,
    check (debit_account <> credit_account)
) partition by range (id);
create index transactions_debit on transactions (debit_account, id);
create index transactions_credit on transactions (credit_account, id);
create table transactions_rest partition of transactions default;
insert into partitioned_tables values ('transactions', 'uuid7', null);

create function refuse_change() returns trigger language plpgsql
    as $$ begin raise exception '% rows are written once: post a reversing row instead', tg_table_name
        using errcode = 'integrity_constraint_violation'; end $$;
create trigger transactions_written_once before update or delete on transactions
    for each row execute function refuse_change();
create trigger transactions_never_emptied before truncate on transactions
    for each statement execute function refuse_change();
create trigger subscription_events_written_once before update or delete on subscription_events
    for each row execute function refuse_change();

-- Totals of house accounts by day, so that their balance is snapshots plus today.
create table ledger_snapshots (
    account_id uuid not null references ledger_accounts,
    day        date not null,
    debits     numeric(18, 2) not null,
    credits    numeric(18, 2) not null,
    primary key (account_id, day)
);

-- Which credit on the account settled which invoice.
create table allocations (
    customer_id    uuid not null references customers,
    transaction_id uuid not null references transactions,
    invoice_id     uuid not null references invoices,
    amount         numeric(14, 2) not null check (amount > 0),
    created_at     timestamptz not null,
    primary key (invoice_id, transaction_id)
);
create index allocations_transaction on allocations (transaction_id);

-- Credit transfers of which something is left to allocate: so that nobody has to look through a whole history for it.
create table open_credits (
    transaction_id uuid primary key references transactions,
    customer_id    uuid not null references customers,
    remaining      numeric(14, 2) not null check (remaining > 0)
);
create index open_credits_customer on open_credits (customer_id, transaction_id);

insert into ledger_accounts (id, code, kind, currency, created_at) values
    ('00000000-0000-7000-8000-000000000001', 'revenue', 'revenue', 'RUB', now()),
    ('00000000-0000-7000-8000-000000000002', 'tax', 'tax', 'RUB', now()),
    ('00000000-0000-7000-8000-000000000003', 'clearing:cash', 'clearing', 'RUB', now()),
    ('00000000-0000-7000-8000-000000000004', 'adjustments', 'revenue', 'RUB', now()),
    ('00000000-0000-7000-8000-000000000005', 'opening', 'equity', 'RUB', now()),
    ('00000000-0000-7000-8000-000000000006', 'clearing:yookassa', 'clearing', 'RUB', now());
