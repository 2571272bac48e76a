-- One change for many customers: ordered for a set that is frozen, rehearsed, done in chunks, stopped, taken back (ADR 78).

create table bulk_works (
    id           uuid primary key,
    no           bigint generated always as identity unique, -- what people call it
    kind         text not null check (kind in ('tag', 'untag', 'tariff', 'adjust')),
    parameters   jsonb not null,
    filter       jsonb not null,                          -- of the list of customers, when the set was frozen
    currency     text not null,
    status       text not null check (status in ('preview', 'ready', 'waiting', 'running', 'stopping', 'stopped', 'done', 'undoing',
        'undone', 'failed')),
    phase        text not null check (phase in ('preview', 'commit', 'undo')),
    total        integer not null check (total >= 0),
    ready        integer not null default 0 check (ready >= 0),
    skipped      integer not null default 0 check (skipped >= 0),
    refused      integer not null default 0 check (refused >= 0),
    done         integer not null default 0 check (done >= 0),
    undone       integer not null default 0 check (undone >= 0),
    kept         integer not null default 0 check (kept >= 0),
    bill         numeric(20, 2),                          -- what the next bill runs bring of what is ready; a correction: its sum
    before       numeric(20, 2),                          -- prices of a period
    after        numeric(20, 2),
    phase_total  integer not null check (phase_total >= 0),
    phase_done   integer not null default 0 check (phase_done >= 0),
    since        timestamptz,                             -- when it was set to work for the last time, and what was done by then
    since_done   integer not null default 0 check (since_done >= 0),
    ordered_by   uuid not null,
    acting_by    uuid not null,                           -- in whose name the phase is worked on, with the rights of now
    acting_key   uuid,                                    -- of a service account
    approved_by  uuid,
    decided_at   timestamptz,
    note         text check (length(note) between 1 and 500),
    failure      text,
    created_at   timestamptz not null,
    started_at   timestamptz,
    finished_at  timestamptz,
    constraint bulk_states_are_counted_once check (ready + skipped + refused + done + undone + kept <= total),
    constraint bulk_phase_is_worked_on check (case status when 'preview' then phase = 'preview' when 'ready' then phase = 'preview'
        when 'waiting' then phase <> 'preview' when 'running' then phase = 'commit' when 'done' then phase = 'commit'
        when 'undoing' then phase = 'undo' when 'undone' then phase = 'undo' else true end),
    constraint nobody_approves_the_own_bulk_work check (approved_by is null or approved_by not in (ordered_by, acting_by))
);
create index bulk_works_open on bulk_works (id) where status in ('preview', 'running', 'stopping', 'undoing');
create index bulk_works_kind on bulk_works (kind, id);
create index bulk_works_status on bulk_works (status, id);

-- What the work is about: each once, and what became of it in the transaction that did it.
create table bulk_items (
    work_id         uuid not null references bulk_works,
    id              uuid not null,                        -- the subscription's, where it is about one, else the customer's
    position        integer not null,
    customer_id     uuid not null references customers,
    subscription_id uuid references subscriptions,
    state           text not null check (state in ('waiting', 'ready', 'skipped', 'refused', 'done', 'undone', 'kept')),
    problem         text,                                 -- why not: the type of the refusal, and in words
    reason_ru       text,
    reason_en       text,
    bill            numeric(14, 2),
    before          numeric(14, 2),
    after           numeric(14, 2),
    effective_on    date,
    seen            integer,                              -- how far the subscription's history went at the preview
    made            uuid,                                 -- what is taken back: a planned change, a transfer
    primary key (work_id, id),
    unique (work_id, position),
    check (state not in ('skipped', 'refused', 'kept') or reason_ru is not null and reason_en is not null)
);
create index bulk_items_state on bulk_items (work_id, state, position);
create index bulk_items_customer on bulk_items (customer_id);

insert into permissions (code, name_ru, name_en) values
    ('bulk:work', 'Массовые операции', 'Bulk work');
insert into role_permissions (role, permission) values
    ('admin', 'bulk:work'), ('operator', 'bulk:work'), ('accountant', 'bulk:work');

-- The filter may be somebody's name: the trail says that there is one, the work itself which.
insert into audited_tables (table_name, entity, rank, hidden, ignored) values
    ('bulk_works', 'bulk-work', 73, '{filter}',
        '{total,ready,skipped,refused,done,undone,kept,bill,before,after,phase_total,phase_done,since,since_done,started_at,finished_at}');
insert into unaudited_tables (table_name, reason) values
    ('bulk_items', 'the work of a bulk work, which is captured; each chunk is noted');
select ensure_audit_triggers();

insert into erased_tables (no, table_name, thing, belongs, sets) values
    (65, 'bulk_works', 'words', 't.filter ->> ''q'' is not null and t.id in (select i.work_id from bulk_items i where i.customer_id = $1)',
        'filter = t.filter || ''{"q": "—"}''');
insert into unerased_columns (table_name, columns, rule, reason) values
    ('bulk_items', '{problem,reason_ru,reason_en}', null, 'why a work left somebody out: tariffs, days, sums');
