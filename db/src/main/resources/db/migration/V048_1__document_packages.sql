-- The files of a bill run's invoices, made together so that they can be printed and sent by post.
create table document_packages (
    id          uuid primary key,
    run_id      uuid not null references bill_runs,
    language    text not null check (language in ('ru', 'en')),
    status      text not null check (status in ('queued', 'running', 'stopping', 'stopped', 'completed', 'failed')),
    total       integer not null default 0 check (total >= 0),
    reached     integer not null default 0 check (reached between 0 and total), -- everything up to this position is done
    failed      integer not null default 0 check (failed between 0 and reached),
    worked_ms   bigint not null default 0 check (worked_ms >= 0),              -- spent on what was done
    failure     text,                                    -- the incident under which the log tells why
    created_at  timestamptz not null,
    created_by  uuid,
    finished_at timestamptz,
    version     integer not null default 0,
    check ((finished_at is not null) = (status in ('completed', 'failed')))
);
create unique index document_packages_one_each on document_packages (run_id, language);
create index document_packages_open on document_packages (created_at) where status in ('queued', 'running', 'stopping');

-- In the order in which a postman walks: settlement, street, house, flat.
create table document_package_items (
    package_id uuid not null references document_packages,
    position   integer not null check (position > 0),
    invoice_id uuid not null references invoices,
    primary key (package_id, position)
);

insert into audited_tables (table_name, entity, rank, ignored) values
    ('document_packages', 'document-package', 73, '{total,reached,failed,worked_ms,failure,finished_at}');
insert into unaudited_tables (table_name, reason) values
    ('document_package_items', 'come with their package');
select ensure_audit_triggers();

insert into unerased_columns (table_name, columns, rule, reason) values
    ('document_packages', '{failure}', null, 'an incident number');
