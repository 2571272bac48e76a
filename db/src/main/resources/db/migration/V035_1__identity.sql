-- Documents of identity, readable with the installation's key only, and what customers have consented to.

create table identity_documents (
    id                uuid primary key,
    customer_id       uuid not null references customers on delete cascade,
    kind              text not null check (kind in ('passport', 'foreign-passport', 'residence-permit', 'driving-licence', 'other')),
    details_encrypted bytea not null,                    -- number, by whom and when: AES-256-GCM, bound to the id
    ends_with         text not null check (length(ends_with) <= 4), -- of the number, for lists: a third at most
    created_at        timestamptz not null,
    created_by        uuid references users
);
create index identity_documents_customer on identity_documents (customer_id, id);

create table consents (
    id             uuid primary key,
    customer_id    uuid not null references customers on delete cascade,
    kind           text not null check (kind in ('personal-data', 'marketing', 'third-parties')),
    given_on       date not null,
    source         text not null check (source in ('paper', 'call', 'site', 'message')),
    withdrawn_on   date check (withdrawn_on >= given_on),
    withdrawn_source   text check (withdrawn_source in ('paper', 'call', 'site', 'message')),
    version        integer not null default 0,
    created_at     timestamptz not null,
    check ((withdrawn_on is null) = (withdrawn_source is null))
);
create unique index consents_in_force on consents (customer_id, kind) where withdrawn_on is null;
create index consents_customer on consents (customer_id, id);

insert into audited_tables (table_name, entity, rank, owner, owner_column, customer_column, hidden) values
    ('identity_documents', 'identity-document', 32, 'customer', 'customer_id', 'customer_id', '{details_encrypted}'),
    ('consents', 'consent', 33, 'customer', 'customer_id', 'customer_id', '{}');
select ensure_audit_triggers();

insert into permissions (code, name_ru, name_en) values
    ('identity:read', 'Документы абонентов: чтение', 'Customers'' documents of identity: read');
insert into role_permissions (role, permission) values ('admin', 'identity:read'), ('operator', 'identity:read');
