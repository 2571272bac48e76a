-- Credit on the account that is paid out to its customer, in cash or by bank.

create table payouts (
    id          uuid primary key,
    customer_id uuid not null references customers,
    amount      numeric(14, 2) not null check (amount > 0),
    currency    text not null,
    method      text not null check (method in ('cash', 'bank')),
    payee       text check (length(payee) between 1 and 160), -- whose account at a bank it goes to
    account     text check (account ~ '^[0-9]{20}$'),
    bic         text check (bic ~ '^[0-9]{9}$'),
    reason      text not null check (length(reason) between 1 and 500),
    status      text not null check (status in ('waiting', 'refused', 'paid')),
    request_key text not null,                           -- Idempotency-Key: a repeated request finds its pay-out
    created_by  uuid not null,
    created_at  timestamptz not null,
    paid_at     timestamptz,
    version     integer not null default 0,
    unique (customer_id, request_key),
    constraint payouts_have_a_payee check (case method when 'bank' then payee is not null and account is not null
        and bic is not null else payee is null and account is null and bic is null end),
    check ((status = 'paid') = (paid_at is not null))
);
create index payouts_status on payouts (status, id desc);
create index payouts_customer on payouts (customer_id, id desc);

-- Which credit was paid out: it is neither open nor allocated any more.
create table payout_uses (
    payout_id      uuid not null references payouts,
    transaction_id uuid not null references transactions,
    amount         numeric(14, 2) not null check (amount > 0),
    primary key (payout_id, transaction_id)
);
create index payout_uses_credit on payout_uses (transaction_id);

-- What is on its way back of payments is no credit to pay out.
create index refunds_under_way on refunds (customer_id) where status in ('waiting', 'created', 'pending', 'unknown');

alter table approvals add payout_id uuid unique references payouts;
select allow_words('approvals', 'kind', 'payout');
alter table approvals add constraint approvals_name_their_payout check ((kind = 'payout') = (payout_id is not null));
select allow_words('transactions', 'type', 'payout');

create function hold_payout() returns trigger language plpgsql
    as $$
begin
    if (new.amount, new.customer_id, new.currency, new.method, new.payee, new.account, new.bic, new.reason)
            is distinct from (old.amount, old.customer_id, old.currency, old.method, old.payee, old.account, old.bic,
                old.reason) then
        raise exception 'a pay-out is what it is' using errcode = 'integrity_constraint_violation';
    end if;
    if new.status <> old.status and old.status <> 'waiting' then
        raise exception 'a pay-out that is decided is decided' using errcode = 'integrity_constraint_violation';
    end if;
    if old.status = 'waiting' and new.status = 'paid'
            and not exists (select 1 from approvals where payout_id = new.id and status = 'approved') then
        raise exception 'nobody has approved it' using errcode = 'integrity_constraint_violation';
    end if;
    return new;
end $$;
create trigger payouts_are_held before update on payouts for each row execute function hold_payout();
create trigger payouts_stay before delete on payouts for each row execute function refuse_loss();

insert into audited_tables (table_name, entity, rank, owner, owner_column, customer_column) values
    ('payouts', 'payout', 8, null, null, 'customer_id');
insert into unaudited_tables (table_name, reason) values
    ('payout_uses', 'derived from pay-outs, which are captured');
select ensure_audit_triggers();
