-- What was counted in a warehouse, and what came of it. The differences themselves are moves.

create table stock_takings (
    id           uuid primary key,
    warehouse_id uuid not null references warehouses,
    expected     integer not null check (expected >= 0),
    counted      integer not null check (counted > 0),
    missing      integer not null check (missing >= 0 and missing <= expected),
    brought      integer not null check (brought >= 0),  -- found here though they were to be elsewhere
    reason       text not null check (length(reason) between 1 and 500),
    document     text check (length(document) between 1 and 100),
    closed_at    timestamptz not null,
    closed_by    uuid
);
create index stock_takings_warehouse on stock_takings (warehouse_id, id desc);

insert into audited_tables (table_name, entity, rank) values ('stock_takings', 'stock-taking', 18);
select ensure_audit_triggers();
