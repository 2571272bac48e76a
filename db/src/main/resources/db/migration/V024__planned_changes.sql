-- What is only planned can be withdrawn, and customers may change their tariff by rules that are data.

-- The history is only added to, so a withdrawal is an event, too: it voids another one.
alter table subscription_events
    add column voids    uuid unique references subscription_events,
    add column group_id uuid,                            -- events recorded by one act: a change and its fee, the end of a contract
    drop constraint subscription_events_kind_check,
    add constraint subscription_events_kind_check
        check (kind in ('start', 'change', 'pause', 'resume', 'cancel', 'fee', 'void')),
    add constraint subscription_events_voids_check check ((kind = 'void') = (voids is not null));
create index subscription_events_group on subscription_events (group_id) where group_id is not null;

alter table tariffs add column is_self_service boolean not null default true;  -- customers may take it by themselves
alter table contracts add column line_speed integer check (line_speed > 0);    -- kbit/s that the line can carry; null: not known

-- How customers may change by themselves: for whoever has that tariff, or (one row without a tariff) for everybody else.
create table change_rules (
    id           uuid primary key,
    tariff_id    uuid unique references tariffs,
    by_customer  boolean not null default true,
    direction    text not null default 'any' check (direction in ('any', 'up', 'down')),
    price_floor  numeric(14, 2) check (price_floor >= 0),  -- the least that what follows costs a month
    every_days   integer not null default 0 check (every_days between 0 and 3650),
    at_once      boolean not null default true,
    next_period  boolean not null default true,
    same_kind    boolean not null default true,
    debt_allowed boolean not null default false,           -- with invoices overdue
    fee_id       uuid references fees,
    fee_when     text not null default 'always' check (fee_when in ('always', 'down', 'at-once')),
    version      integer not null default 0,
    check (not by_customer or at_once or next_period)
);
create unique index change_rules_for_all on change_rules ((true)) where tariff_id is null;
-- When there are any, nothing else may follow.
create table change_successors (
    rule_id   uuid not null references change_rules on delete cascade,
    tariff_id uuid not null references tariffs,
    primary key (rule_id, tariff_id)
);
insert into change_rules (id, every_days) values ('00000000-0000-7000-8000-000000000024', 30);

insert into audited_tables (table_name, entity, rank, owner, owner_column) values
    ('change_rules', 'change-rule', 47, null, null),
    ('change_successors', 'change-successor', 48, 'change-rule', 'rule_id');
select ensure_audit_triggers();
