-- Cards that providers keep for customers, and what may be collected from them.

-- The provider's token, and what may be shown of the card. The token goes with the removal; the row stays for its payments.
create table saved_methods (
    id          uuid primary key,
    customer_id uuid not null references customers,
    provider    text not null,
    token       text,
    brand       text not null check (length(brand) between 1 and 40 and brand !~ '[0-9]{5}'),
    last4       text not null check (last4 ~ '^[0-9]{4}$'),
    expires_on  date,                                    -- the first day on which it is good no more
    created_at  timestamptz not null,
    removed_at  timestamptz,
    unique (provider, token),
    check ((token is null) = (removed_at is not null)),
    check (token !~ '^[0-9]{12,19}$')                    -- a card's number is no token
);
create unique index saved_methods_one on saved_methods (customer_id) where removed_at is null;
create index saved_methods_customer on saved_methods (customer_id, id desc);

-- What a customer has agreed to.
create table autopay (
    customer_id  uuid primary key references customers,
    enabled      boolean not null,
    most         numeric(14, 2) not null check (most > 0), -- for one invoice
    consented_at timestamptz not null,
    stopped      text check (stopped in ('removed', 'refused', 'expired')), -- why it was switched off, when not by the customer
    updated_at   timestamptz not null,
    check (not (enabled and stopped is not null))
);
create index autopay_enabled on autopay (customer_id) where enabled;

-- Invoices that are not collected although they are due; the customer has been told.
create table autopay_refusals (
    invoice_id uuid primary key references invoices,
    created_at timestamptz not null
);

alter table payments
    add saves_method    boolean not null default false,
    add saved_method_id uuid references saved_methods,
    add collected_on    date,
    add constraint payments_collected check ((method = 'autopay') = (collected_on is not null)
        and (method = 'autopay') = (saved_method_id is not null) and (method <> 'autopay' or invoice_id is not null)),
    add constraint payments_saving check (not saves_method or method = 'card'),
    -- one charge for an invoice and a day
    add constraint payments_collected_once unique (invoice_id, collected_on);
-- and none while another one's outcome is open
create unique index payments_one_collection on payments (invoice_id)
    where method = 'autopay' and status in ('created', 'pending', 'unknown');

insert into audited_tables (table_name, entity, rank, owner, owner_column, customer_column, hidden) values
    ('saved_methods', 'saved-method', 33, 'customer', 'customer_id', 'customer_id', '{token}'),
    ('autopay', 'autopay', 34, 'customer', 'customer_id', 'customer_id', '{}');
insert into unaudited_tables (table_name, reason) values
    ('autopay_refusals', 'written by the job; the customer is told');
select ensure_audit_triggers();
