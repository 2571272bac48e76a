-- What payment providers say they have, day by day, held against what is written here.

-- A provider's register of one day of real time in the operator's zone, read from its beginning to its end.
create table register_days (
    provider text not null,
    day      date not null,
    from_at  timestamptz not null,
    to_at    timestamptz not null,
    read_at  timestamptz not null,                       -- system time
    entries  integer not null check (entries >= 0),
    matched  integer not null check (matched between 0 and entries),
    amount   numeric(14, 2) not null check (amount >= 0), -- of what is matched
    primary key (provider, day),
    check (from_at < to_at)
);

create table register_entries (
    provider    text not null,
    external_id text not null,
    payment_id  uuid,                                    -- ours, as the provider keeps it: a claim, no reference
    status      text not null check (status in ('pending', 'succeeded', 'failed', 'cancelled', 'unknown')),
    amount      numeric(14, 2) not null,
    currency    text not null,
    made_at     timestamptz not null,                    -- by the provider's clock
    primary key (provider, external_id)
);
create index register_entries_payment on register_entries (payment_id) where payment_id is not null;
create index register_entries_made on register_entries (provider, made_at);

-- What does not agree, found once and then decided.
create table discrepancies (
    id          uuid primary key,
    provider    text not null,
    day         date not null,
    kind        text not null check (kind in ('missing-here', 'missing-there', 'different-sum')),
    subject     text not null,                           -- the provider's id; ours where it has none
    external_id text,
    payment_id  uuid references payments,
    ours        numeric(14, 2),
    theirs      numeric(14, 2),
    currency    text not null,
    status      text not null check (status in ('open', 'settled', 'explained', 'requested')),
    reason      text check (length(reason) between 1 and 500),
    decided_by  uuid,
    decided_at  timestamptz,
    found_at    timestamptz not null,
    unique (provider, kind, subject),
    check (kind <> 'missing-there' or payment_id is not null),
    check (kind = 'missing-there' or external_id is not null),
    check ((status = 'open') = (decided_at is null)),
    check (status not in ('explained', 'requested') or reason is not null and decided_by is not null)
);
create index discrepancies_open on discrepancies (id) where status = 'open';
create index discrepancies_day on discrepancies (provider, day);

insert into permissions (code, name_ru, name_en) values
    ('payment:reconcile', 'Сверка с платёжными системами', 'Reconciliation with payment providers');
insert into role_permissions (role, permission) values ('admin', 'payment:reconcile'), ('accountant', 'payment:reconcile');

insert into audited_tables (table_name, entity, rank, owner, owner_column, customer_column) values
    ('discrepancies', 'discrepancy', 7, null, null, null);
insert into unaudited_tables (table_name, reason) values
    ('register_days', 'what a provider says, read by the system'),
    ('register_entries', 'what a provider says, read by the system');
select ensure_audit_triggers();
