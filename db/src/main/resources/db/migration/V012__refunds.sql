-- Money that goes back: refunds, chargebacks, reversals of what was entered by mistake; and the second person who
-- approves what is above a threshold.

-- Adds words to a column's list of words, whatever other migrations have added before.
create function allow_words(of_table regclass, of_column text, variadic words text[]) returns void language plpgsql
    as $$
declare
    name  constant text := of_table::text || '_' || of_column || '_check';
    known text;
begin
    select string_agg(distinct quote_literal(w), ', ') into known from (
        select m[1] as w from pg_constraint k, regexp_matches(pg_get_constraintdef(k.oid), '''([^'']*)''::text', 'g') m
            where k.conrelid = of_table and k.conname = name
        union select unnest(words)) x;
    execute format('alter table %s drop constraint %I', of_table, name);
    execute format('alter table %s add constraint %I check (%I in (%s))', of_table, name, of_column, known);
end $$;

alter table payments
    add captured numeric(14, 2) check (captured > 0 and captured < amount), -- what the provider took; null: all of it
    add refunded numeric(14, 2) not null default 0,      -- gone back, or on its way: kept by the trigger on refunds
    add returns_ask_at timestamptz,                      -- system time: the provider is asked then what it has given or taken back
    add constraint payments_refunded_within_captured check (refunded between 0 and coalesce(captured, amount)),
    add constraint payments_refunded_when_succeeded check (refunded = 0 or status = 'succeeded');
create index payments_returns_to_ask on payments (returns_ask_at) where returns_ask_at is not null;

-- Which credit a payment from the balance gave to which invoice: undone when it is refunded.
create table payment_uses (
    payment_id     uuid not null references payments,
    transaction_id uuid not null references transactions,
    invoice_id     uuid not null references invoices,
    amount         numeric(14, 2) not null check (amount > 0),
    primary key (payment_id, invoice_id, transaction_id)
);

create table refunds (
    id           uuid primary key,
    payment_id   uuid not null references payments,
    customer_id  uuid not null references customers,
    kind         text not null check (kind in ('refund', 'chargeback', 'reversal')),
    amount       numeric(14, 2) not null check (amount > 0),
    currency     text not null,
    reason       text not null,
    provider     text not null,
    external_id  text,
    status       text not null check (status in ('waiting', 'refused', 'created', 'pending', 'unknown', 'succeeded', 'failed')),
    failure      text,
    request_key  text,                                   -- Idempotency-Key: a repeated request finds its refund
    created_by   uuid,                                   -- null: the provider took it by itself
    created_at   timestamptz not null,
    confirmed_at timestamptz,
    ask_at       timestamptz,                            -- system time, as in payments
    asked        integer not null default 0,
    version      integer not null default 0,
    unique (provider, external_id),
    unique (payment_id, request_key),
    check ((status = 'succeeded') = (confirmed_at is not null)),
    check (ask_at is null or status in ('created', 'pending', 'unknown')),
    check (kind = 'chargeback' or created_by is not null)
);
create index refunds_payment on refunds (payment_id, id);
create index refunds_to_ask on refunds (ask_at) where ask_at is not null;

-- What is on its way back counts as gone, except what a provider claims to have taken: that counts once it is booked. The
-- constraint on payments then holds whatever comes at the same moment: the row is locked by the update.
create function hold_refund() returns trigger language plpgsql
    as $$
declare
    before numeric := 0;
    after  numeric := 0;
begin
    if tg_op = 'UPDATE' then
        if (new.amount, new.payment_id, new.customer_id, new.currency, new.kind)
                is distinct from (old.amount, old.payment_id, old.customer_id, old.currency, old.kind) then
            raise exception 'a refund is what it is' using errcode = 'integrity_constraint_violation';
        end if;
        if old.status = 'succeeded' and new.status <> 'succeeded' then
            raise exception 'money that has gone back has gone back' using errcode = 'integrity_constraint_violation';
        end if;
        if old.status = 'waiting' and new.status in ('created', 'pending', 'unknown', 'succeeded')
                and not exists (select 1 from approvals where refund_id = new.id and status = 'approved') then
            raise exception 'nobody has approved it' using errcode = 'integrity_constraint_violation';
        end if;
        if old.status not in ('refused', 'failed') and (old.status = 'succeeded' or old.kind <> 'chargeback') then
            before := old.amount;
        end if;
    end if;
    if new.status not in ('refused', 'failed') and (new.status = 'succeeded' or new.kind <> 'chargeback') then
        after := new.amount;
    end if;
    if before <> after then
        update payments set refunded = refunded + after - before, version = version + 1 where id = new.payment_id;
    end if;
    return null;
end $$;
create trigger refunds_are_held after insert or update on refunds for each row execute function hold_refund();
create function refuse_loss() returns trigger language plpgsql
    as $$ begin raise exception 'rows of % stay', tg_table_name using errcode = 'integrity_constraint_violation'; end $$;
create trigger refunds_stay before delete on refunds for each row execute function refuse_loss();

-- A correction or a refund above the threshold waits here for a second person.
create table approvals (
    id          uuid primary key,
    kind        text not null check (kind in ('refund', 'adjustment')),
    refund_id   uuid unique references refunds,
    customer_id uuid not null references customers,
    amount      numeric(14, 2) not null check (amount <> 0), -- of an adjustment: above zero credits, below zero debits
    currency    text not null,
    reason      text not null,
    status      text not null check (status in ('waiting', 'approved', 'refused')),
    asked_by    uuid not null,
    asked_at    timestamptz not null,
    decided_by  uuid,
    decided_at  timestamptz,
    note        text,                                    -- why it was refused, or what the second person remarks
    transfer_id uuid references transactions,            -- of an adjustment that was approved
    version     integer not null default 0,
    check ((kind = 'refund') = (refund_id is not null)),
    check ((status = 'waiting') = (decided_by is null)),
    check ((decided_by is null) = (decided_at is null)),
    constraint approvals_nobody_their_own check (decided_by <> asked_by),
    check ((kind = 'adjustment' and status = 'approved') = (transfer_id is not null)),
    check (status <> 'refused' or note is not null)
);
create index approvals_waiting on approvals (id desc) where status = 'waiting';
create index approvals_customer on approvals (customer_id, id desc);
create trigger approvals_stay before delete on approvals for each row execute function refuse_loss();

alter table payment_attempts add refund_id uuid references refunds;
create index payment_attempts_refund on payment_attempts (refund_id) where refund_id is not null;
select allow_words('payment_attempts', 'kind', 'refund', 'ask-refund');
select allow_words('transactions', 'type', 'refund', 'chargeback');

insert into settings (key, value) values ('approval.above', '10000.00');

insert into permissions (code, name_ru, name_en) values
    ('approval:decide', 'Согласование возвратов и корректировок', 'Approval of refunds and adjustments'),
    ('approval:set', 'Порог согласования', 'Approval threshold');
insert into role_permissions (role, permission) values
    ('admin', 'approval:decide'), ('admin', 'approval:set'), ('accountant', 'approval:decide');

update audited_tables set ignored = ignored || '{returns_ask_at}' where table_name = 'payments';
insert into audited_tables (table_name, entity, rank, owner, owner_column, customer_column, ignored) values
    ('refunds', 'refund', 8, null, null, 'customer_id', '{ask_at,asked}'),
    ('approvals', 'approval', 9, null, null, 'customer_id', '{}');
insert into unaudited_tables (table_name, reason) values
    ('payment_uses', 'derived from payments');
select ensure_audit_triggers();
