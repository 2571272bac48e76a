-- The provider's sign on papers: one row, or none.
create table provider_logo (
    only_row   boolean primary key default true check (only_row),
    png        bytea not null check (octet_length(png) between 1 and 1000000),
    sha256     text not null generated always as (encode(sha256(png), 'hex')) stored,
    updated_at timestamptz not null
);
insert into audited_tables (table_name, entity, rank, omitted) values ('provider_logo', 'provider-logo', 71, '{png}');
select ensure_audit_triggers();
