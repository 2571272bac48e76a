-- A contract moves to another address from a day on. Where it was served on a day follows from its moves; what was never
-- moved has none, and is served where its contract says.

create table relocations (
    id              uuid primary key,
    contract_id     uuid not null references contracts,
    customer_id     uuid not null references customers,
    from_address_id uuid references addresses,           -- null: none was known
    to_address_id   uuid not null references addresses,
    on_day          date not null,                       -- the first day there
    status          text not null check (status in ('planned', 'done', 'withdrawn', 'lapsed')), -- lapsed: the contract ended first
    reason          text check (length(reason) between 1 and 500),
    answer          text check (length(answer) between 1 and 500), -- why it was taken back
    subscription_id uuid references subscriptions,       -- which is charged the fee
    fee_event_id    uuid references subscription_events,
    created_at      timestamptz not null,
    created_by      uuid,
    version         integer not null default 0,
    check ((subscription_id is null) = (fee_event_id is null)),
    check ((status = 'withdrawn') = (answer is not null))
);
create unique index relocations_planned on relocations (contract_id) where status = 'planned';
create index relocations_due on relocations (on_day) where status = 'planned';
create index relocations_contract on relocations (contract_id, on_day, id);

-- The address at which a contract is served on a day, past or to come; null: none is known.
create function contract_address_on(contract uuid, day date) returns uuid language sql stable
    as $$
    select case
        when p.id is not null then p.to_address_id
        when d.id is not null then d.from_address_id
        else k.address_id end
    from contracts k
    left join relocations p on p.contract_id = k.id and p.status = 'planned' and p.on_day <= day
    left join lateral (select r.id, r.from_address_id from relocations r
        where r.contract_id = k.id and r.status = 'done' and r.on_day > day order by r.on_day, r.id limit 1) d on true
    where k.id = contract $$;

insert into audited_tables (table_name, entity, rank, customer_column) values
    ('relocations', 'relocation', 28, 'customer_id');
select ensure_audit_triggers();
