-- The accounting period: up to a day that is closed nothing new can be posted or issued, and nothing that is there can
-- change; corrections land in the open period.

create table accounting_periods (
    id             uuid primary key,
    action         text not null check (action in ('close', 'reopen')),
    closed_through date not null,                        -- the last closed day from then on
    reason         text,
    decided_by     uuid not null,
    decided_at     timestamptz not null,
    check (action = 'close' or reason is not null)
);
create index accounting_periods_newest on accounting_periods (id desc);
create trigger accounting_periods_written_once before update or delete on accounting_periods
    for each row execute function refuse_change();

create function refuse_closed() returns trigger language plpgsql
    as $$ begin raise exception '% of a closed period stay as they are', tg_table_name
        using errcode = 'integrity_constraint_violation', constraint = 'period_closed'; end $$;

-- The day stands in the triggers themselves, so an open day costs a comparison and no look-up: a bill run writes millions.
-- Putting it there waits for whoever is writing, so what was being posted is in the period or finds it closed; it never
-- waits while it holds the other table.
create function set_closed_through(last date) returns void
    language plpgsql security definer set search_path from current set lock_timeout = '500ms'
    as $$
begin
    for attempt in 1..60 loop
        begin
            lock table transactions in share row exclusive mode;
            lock table invoices in share row exclusive mode nowait;
            exit;
        exception when lock_not_available then
            if attempt = 60 then
                raise;
            end if;
            perform pg_sleep(0.05);
        end;
    end loop;
    execute format('create or replace trigger period_is_open after insert on transactions for each row
        when (new.effective_on <= %L::date) execute function refuse_closed()', last);
    execute format('create or replace trigger period_is_open after insert on invoices for each row
        when (new.issued_on <= %L::date) execute function refuse_closed()', last);
    -- what an invoice says; that it is paid may change
    execute format('create or replace trigger period_stays after update on invoices for each row
        when (old.issued_on <= %L::date and ((old.amount, old.tax, old.currency, old.issued_on, old.customer_id,
                old.number, old.kind) is distinct from (new.amount, new.tax, new.currency, new.issued_on,
                new.customer_id, new.number, new.kind) or old.items is distinct from new.items
            or (old.status = ''cancelled'') is distinct from (new.status = ''cancelled'')))
        execute function refuse_closed()', last);
    execute format('create or replace trigger period_is_not_lost after delete on invoices for each row
        when (old.issued_on <= %L::date) execute function refuse_closed()', last);
end $$;
select set_closed_through(date '0001-01-01');

insert into permissions (code, name_ru, name_en) values
    ('period:close', 'Закрытие учётных периодов', 'Closing of accounting periods'),
    ('period:reopen', 'Открытие закрытых периодов', 'Reopening of closed periods');
insert into role_permissions (role, permission) values
    ('admin', 'period:close'), ('admin', 'period:reopen'), ('accountant', 'period:close');

insert into audited_tables (table_name, entity, rank, owner, owner_column, customer_column) values
    ('accounting_periods', 'accounting-period', 16, null, null, null);
select ensure_audit_triggers();
