-- Bank statements: files, what they proved, their entries once for ever, and to whom the money was given.

create table bank_files (
    id          uuid primary key,
    file_name   text not null check (length(file_name) between 1 and 255),
    format      text not null check (format in ('one-c', 'camt-053')),
    sha256      bytea not null,
    entries     integer not null check (entries >= 0),   -- in the file
    added       integer not null default 0,              -- that no file before had
    matched     integer not null default 0,              -- of these, by themselves
    incoming    numeric(16, 2) not null default 0,       -- of these
    outgoing    numeric(16, 2) not null default 0,
    currency    text not null,
    uploaded_by uuid,
    uploaded_at timestamptz not null,
    check (added <= entries and matched <= added)
);
create index bank_files_newest on bank_files (uploaded_at desc);

-- What a file says of an account, proved: opening + incoming - outgoing = closing.
create table bank_statements (
    file_id  uuid not null references bank_files,
    no       integer not null,
    account  text not null,
    from_day date not null,
    to_day   date not null check (to_day >= from_day),
    opening  numeric(16, 2) not null,
    incoming numeric(16, 2) not null,
    outgoing numeric(16, 2) not null,
    closing  numeric(16, 2) not null,
    primary key (file_id, no),
    check (opening + incoming - outgoing = closing)
);

create table bank_entries (
    id            uuid primary key,
    entry_key     text not null unique,                  -- made of the bank's own ids: an entry is added once
    file_id       uuid not null references bank_files,
    line          integer not null,
    format        text not null,
    account       text not null,
    direction     text not null check (direction in ('in', 'out')),
    amount        numeric(14, 2) not null check (amount > 0),
    currency      text not null,
    booked_on     date not null,
    document      text,
    party_name    text,
    party_inn     text,
    party_account text,
    purpose       text not null,
    status        text not null check (status in ('outgoing', 'waiting', 'matched', 'not-ours')),
    reason        text,                                  -- of not-ours, or of the last undoing
    decided_by    uuid,
    decided_at    timestamptz,
    version       integer not null default 0,
    created_at    timestamptz not null,
    check ((direction = 'out') = (status = 'outgoing')),
    check (status <> 'not-ours' or reason is not null)
);
create index bank_entries_newest on bank_entries (id desc);
create index bank_entries_status on bank_entries (status, id desc);
create index bank_entries_account on bank_entries (account, booked_on);
create index bank_entries_party on bank_entries (party_account) where status = 'matched';

-- Shares of an entry that went to customers; an undone one stays, and its transfer has a reversing one.
create table bank_matches (
    payment_id uuid primary key references payments deferrable initially deferred,
    entry_id   uuid not null references bank_entries,
    amount     numeric(14, 2) not null check (amount > 0),
    clue       text not null check (clue in ('contract', 'invoice', 'inn', 'hand')),
    made_at    timestamptz not null,
    undone_at  timestamptz,
    undone_by  uuid,
    undone_why text,
    check ((undone_at is null) = (undone_why is null))
);
create index bank_matches_entry on bank_matches (entry_id);
create index customers_inn on customers (inn) where kind = 'company' and inn is not null;

insert into ledger_accounts (id, code, kind, currency, created_at) values
    ('00000000-0000-7000-8000-000000000013', 'clearing:bank', 'clearing', 'RUB', now()),
    ('00000000-0000-7000-8000-000000000019', 'unmatched', 'clearing', 'RUB', now());
select allow_words('transactions', 'type', 'bank-entry');

insert into audited_tables (table_name, entity, rank, owner, owner_column, customer_column, hidden, ignored, omitted) values
    ('bank_entries', 'bank-entry', 9, null, null, null, '{}', '{}', '{}');
insert into unaudited_tables (table_name, reason) values
    ('bank_files', 'an upload is noted as one deed'),
    ('bank_statements', 'what a file says; its upload is noted as one deed'),
    ('bank_matches', 'which payment an entry became; both are captured');
select ensure_audit_triggers();
