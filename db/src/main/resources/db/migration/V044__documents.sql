-- Papers that customers hold: made of templates, kept as they were handed out.

-- The versions of templates that people have made. Version 0 comes with the release and is in none of these rows, so that a
-- better one reaches everybody who has not made their own.
create table document_templates (
    kind       text not null check (kind in ('invoice')),
    language   text not null check (language in ('ru', 'en')),
    no         integer not null check (no > 0),
    body       text not null check (length(body) between 1 and 40000),
    created_at timestamptz not null,
    created_by uuid,
    primary key (kind, language, no)
);
create trigger document_templates_written_once before update or delete on document_templates
    for each row execute function refuse_change();
create trigger document_templates_never_emptied before truncate on document_templates
    for each statement execute function refuse_change();

-- An invoice as it was first handed out in that language.
create table documents (
    invoice_id  uuid not null references invoices,
    language    text not null check (language in ('ru', 'en')),
    template_no integer not null check (template_no >= 0),
    pdf         bytea not null check (octet_length(pdf) between 1 and 20000000),
    sha256      text not null generated always as (encode(sha256(pdf), 'hex')) stored,
    made_at     timestamptz not null,
    primary key (invoice_id, language)
);
alter table documents alter column pdf set storage external; -- there is nothing to gain by compressing it again
create trigger documents_written_once before update or delete on documents
    for each row execute function refuse_change();
create trigger documents_never_emptied before truncate on documents
    for each statement execute function refuse_change();

insert into permissions (code, name_ru, name_en) values
    ('document:write', 'Документы: шаблоны', 'Documents: templates');
insert into role_permissions (role, permission) values ('admin', 'document:write'), ('accountant', 'document:write');

insert into audited_tables (table_name, entity, rank, omitted) values
    ('document_templates', 'document-template', 70, '{body}');
insert into unaudited_tables (table_name, reason) values ('documents', 'made of invoices, and written once');
select ensure_audit_triggers();

-- An invoice that was handed out is an accounting document: it is kept as long as the books, with the name that it was issued to.
insert into unerased_columns (table_name, columns, rule, reason) values
    ('documents', '{pdf}', 'accounting', 'the invoice as it was issued, which the books are kept with');
