-- A contract goes to another customer: it ends, and its services go on under a new contract of the other one.

create table handovers (
    id              uuid primary key,
    contract_id     uuid not null references contracts,
    customer_id     uuid not null references customers,
    new_contract_id uuid not null unique references contracts,
    new_customer_id uuid not null references customers,
    on_day          date not null,                       -- the other one's first day
    reason          text not null check (length(reason) between 1 and 500),
    status          text not null check (status in ('agreed', 'withdrawn')),
    answer          text check (length(answer) between 1 and 500), -- why it was taken back
    created_at      timestamptz not null,
    created_by      uuid,
    withdrawn_at    timestamptz,
    withdrawn_by    uuid,
    version         integer not null default 0,
    check (customer_id <> new_customer_id),
    check ((status = 'withdrawn') = (withdrawn_at is not null)),
    check ((status = 'withdrawn') = (answer is not null))
);
create unique index handovers_agreed on handovers (contract_id) where status = 'agreed';
create index handovers_contract on handovers (contract_id, id desc);
create index handovers_customer on handovers (customer_id);
create index handovers_new_customer on handovers (new_customer_id);

insert into audited_tables (table_name, entity, rank, customer_column) values
    ('handovers', 'handover', 28, 'customer_id');
select ensure_audit_triggers();
