-- Papers about something else than an invoice: receipts of payments, acts of what was rendered, statements of an account,
-- contracts. What they say is settled when they are issued; a file is made of it when it is first asked for.
create table papers (
    id          uuid primary key,
    kind        text not null check (kind in ('receipt', 'act', 'statement', 'contract')),
    customer_id uuid not null references customers,
    payment_id  uuid unique references payments,
    contract_id uuid references contracts,
    from_day    date,
    to_day      date check (to_day > from_day),          -- the day after the last
    number      text not null check (length(number) between 1 and 60),
    issued_on   date not null,
    amount      numeric(14, 2),                          -- received, rendered (below zero: given back), or the balance at the end
    currency    text not null check (currency ~ '^[A-Z]{3}$'),
    content     jsonb not null,
    digest      text not null,                           -- SHA-256 of the content as it was written
    created_at  timestamptz not null,
    created_by  uuid,
    check ((kind = 'receipt') = (payment_id is not null)),
    check ((kind = 'contract') = (contract_id is not null)),
    check ((kind in ('act', 'statement')) = (from_day is not null)),
    check ((from_day is null) = (to_day is null)),
    check ((kind = 'contract') = (amount is null)),
    constraint papers_acts_are_of_months check (kind <> 'act'
        or extract(day from from_day) = 1 and to_day = (from_day + interval '1 month')::date),
    -- the same paper about what has not changed; a contract is issued anew when it has
    unique (contract_id, digest)
);
create unique index papers_one_act_a_month on papers (customer_id, from_day) where kind = 'act';
create unique index papers_statement on papers (customer_id, from_day, to_day, digest) where kind = 'statement';
create unique index papers_number on papers (kind, number) where kind <> 'contract'; -- a contract's is its own
create index papers_customer on papers (customer_id, id desc);
create trigger papers_written_once before update or delete on papers for each row execute function refuse_change();
create trigger papers_never_emptied before truncate on papers for each statement execute function refuse_change();

-- Which lines of invoices an act says were rendered: each in one act.
create table act_lines (
    invoice_id uuid not null references invoices,
    line_no    integer not null check (line_no > 0),
    act_id     uuid not null references papers,
    primary key (invoice_id, line_no)
);
create index act_lines_act on act_lines (act_id);
create trigger act_lines_written_once before update or delete on act_lines for each row execute function refuse_change();
create trigger act_lines_never_emptied before truncate on act_lines for each statement execute function refuse_change();

insert into number_series (series, prefix, width, next_value) values
    ('receipt', '', 6, 1),
    ('act', '', 6, 1),
    ('statement', '', 6, 1);

-- A file is of an invoice, or of one of these.
alter table documents
    add column paper_id uuid references papers,
    add column subject_id uuid not null generated always as (coalesce(invoice_id, paper_id)) stored,
    drop constraint documents_pkey,
    alter column invoice_id drop not null,
    add constraint documents_of_one_thing check (num_nonnulls(invoice_id, paper_id) = 1),
    add primary key (subject_id, language);

alter table document_templates
    drop constraint document_templates_kind_check,
    add constraint document_templates_kind_check check (kind in ('invoice', 'receipt', 'act', 'statement', 'contract'));

insert into audited_tables (table_name, entity, rank, customer_column, omitted) values
    ('papers', 'paper', 72, 'customer_id', '{content}');
insert into unaudited_tables (table_name, reason) values
    ('act_lines', 'come with their act');
select ensure_audit_triggers();

insert into unerased_columns (table_name, columns, rule, reason) values
    ('papers', '{content}', 'accounting', 'papers as they were issued, which the books are kept with'),
    ('papers', '{number,currency,digest}', null, 'a number, a currency, and a hash');
