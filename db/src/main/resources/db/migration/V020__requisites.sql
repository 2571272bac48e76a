-- Who is paid, as banks want to hear it: one row, kept by staff.

create table requisites (
    only_row     boolean primary key default true check (only_row),
    name         text not null check (length(name) between 1 and 160),
    inn          text not null check (inn ~ '^([0-9]{10}|[0-9]{12})$'),
    kpp          text check (kpp ~ '^[0-9]{4}[0-9A-Z]{2}[0-9]{3}$'),
    account      text not null check (account ~ '^[0-9]{20}$'),
    bank_name    text not null check (length(bank_name) between 1 and 45),
    bic          text not null check (bic ~ '^[0-9]{9}$'),
    corr_account text check (corr_account ~ '^[0-9]{20}$'),
    purpose      text not null check (length(purpose) between 1 and 160),
    address      text check (length(address) <= 300),
    version      integer not null default 0,
    updated_at   timestamptz not null
);
insert into audited_tables (table_name, entity, rank, owner, owner_column, customer_column, hidden, ignored, omitted) values
    ('requisites', 'requisites', 48, null, null, null, '{}', '{}', '{}');
select ensure_audit_triggers();
