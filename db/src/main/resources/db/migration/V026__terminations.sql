-- Who wants to leave: asked for by customers, decided by staff, and taken back before its day.

create table terminations (
    id           uuid primary key,
    contract_id  uuid not null references contracts,
    customer_id  uuid not null references customers,
    wanted_on    date not null,                          -- the first day without the contract
    status       text not null check (status in ('requested', 'agreed', 'refused', 'withdrawn')),
    reason       text not null check (length(reason) between 1 and 500),
    equipment    text check (length(equipment) <= 500),  -- what is still to be given back
    by_customer  boolean not null,
    answer       text check (length(answer) <= 500),     -- why it was refused or taken back
    created_at   timestamptz not null,
    created_by   uuid,
    decided_at   timestamptz,
    decided_by   uuid,
    version      integer not null default 0,
    check ((status = 'requested') = (decided_at is null)),
    check (status <> 'refused' or answer is not null)
);
create unique index terminations_open on terminations (contract_id) where status in ('requested', 'agreed');
create index terminations_newest on terminations (status, id desc);
create index terminations_customer on terminations (customer_id);

insert into audited_tables (table_name, entity, rank, customer_column) values
    ('terminations', 'termination', 29, 'customer_id');
select ensure_audit_triggers();
