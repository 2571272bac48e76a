-- Payment terminals (OSMP): the agents who collect, and what each of their transactions became.

create table payment_agents (
    id           uuid primary key,
    code         text not null unique check (code ~ '^[a-z0-9][a-z0-9-]{1,29}$'), -- stands in payments.provider: osmp:CODE
    name         text not null check (length(name) between 1 and 200),
    is_active    boolean not null default true,
    secret_hash  bytea,                                  -- SHA-256 of a random secret; null: known by address alone
    addresses    cidr[] not null default '{}',           -- empty: from anywhere, with the secret
    min_amount   numeric(14, 2) not null check (min_amount > 0),
    max_amount   numeric(14, 2) not null check (max_amount >= min_amount),
    daily_limit  numeric(14, 2) check (daily_limit >= max_amount),
    currency     text not null check (currency ~ '^[A-Z]{3}$'),
    version      integer not null default 0,
    created_at   timestamptz not null,
    updated_at   timestamptz not null
);

-- One for each transaction of an agent, for ever: a repeated request finds it.
create table terminal_payments (
    agent_id   uuid not null references payment_agents,
    txn_id     text not null check (txn_id ~ '^[0-9]{1,20}$'),
    prv_txn    bigint generated always as identity unique, -- our number of it
    payment_id uuid not null unique references payments deferrable initially deferred,
    account    text not null,
    amount     numeric(14, 2) not null check (amount > 0),
    txn_date   timestamptz,                              -- when the money was put in, as the agent says
    created_at timestamptz not null,
    primary key (agent_id, txn_id)
);
create index terminal_payments_day on terminal_payments (agent_id, created_at);

-- Contract numbers as people type and quote them.
create index contracts_number_upper on contracts (upper(number));

insert into ledger_accounts (id, code, kind, currency, created_at) values
    ('00000000-0000-7000-8000-000000000012', 'clearing:terminals', 'clearing', 'RUB', now());

insert into permissions (code, name_ru, name_en) values
    ('payment:configure', 'Платежи: настройка', 'Payments: set up');
insert into role_permissions (role, permission) values
    ('admin', 'payment:configure'), ('accountant', 'payment:configure');

insert into audited_tables (table_name, entity, rank, owner, owner_column, customer_column, hidden, ignored, omitted) values
    ('payment_agents', 'payment-agent', 47, null, null, null, '{secret_hash}', '{}', '{}');
insert into unaudited_tables (table_name, reason) values
    ('terminal_payments', 'the agent''s name for a payment, which is captured');
select ensure_audit_triggers();
