-- What follows from debt: policies as data, the calendar of working days, steps that were taken, suspensions.

-- Days on which people work, and days on which they do not. Saturdays and Sundays are off unless it says otherwise.
create table calendars (
    code    text primary key check (code ~ '^[a-z][a-z0-9-]{0,30}$'),
    name_ru text not null,
    name_en text not null
);
create table calendar_days (
    calendar text not null references calendars,
    day      date not null,
    kind     text not null check (kind in ('off', 'work')),
    name_ru  text not null,
    name_en  text not null,
    primary key (calendar, day)
);
insert into calendars (code, name_ru, name_en) values ('ru', 'Россия', 'Russia');
-- Labour Code, art. 112: public holidays, and the working day after one that falls on a weekend (in January the government
-- moves two of them by decree: of 24 September 2025, No. 1466, for 2026; the one for 2027 is entered when it is published).
insert into calendar_days (calendar, day, kind, name_ru, name_en)
    select 'ru', make_date(y, 1, d), 'off', case d when 7 then 'Рождество Христово' else 'Новогодние каникулы' end,
        case d when 7 then 'Christmas' else 'New Year holidays' end
    from generate_series(2026, 2027) y, generate_series(1, 8) d
    union all values
        ('ru', date '2026-01-09', 'off', 'Выходной за 3 января', 'Moved from 3 January'),
        ('ru', date '2026-02-23', 'off', 'День защитника Отечества', 'Defender of the Fatherland Day'),
        ('ru', date '2026-03-08', 'off', 'Международный женский день', 'International Women''s Day'),
        ('ru', date '2026-03-09', 'off', 'Выходной за 8 марта', 'Moved from 8 March'),
        ('ru', date '2026-05-01', 'off', 'Праздник Весны и Труда', 'Spring and Labour Day'),
        ('ru', date '2026-05-09', 'off', 'День Победы', 'Victory Day'),
        ('ru', date '2026-05-11', 'off', 'Выходной за 9 мая', 'Moved from 9 May'),
        ('ru', date '2026-06-12', 'off', 'День России', 'Russia Day'),
        ('ru', date '2026-11-04', 'off', 'День народного единства', 'National Unity Day'),
        ('ru', date '2026-12-31', 'off', 'Выходной за 4 января', 'Moved from 4 January'),
        ('ru', date '2027-02-23', 'off', 'День защитника Отечества', 'Defender of the Fatherland Day'),
        ('ru', date '2027-03-08', 'off', 'Международный женский день', 'International Women''s Day'),
        ('ru', date '2027-05-01', 'off', 'Праздник Весны и Труда', 'Spring and Labour Day'),
        ('ru', date '2027-05-03', 'off', 'Выходной за 1 мая', 'Moved from 1 May'),
        ('ru', date '2027-05-09', 'off', 'День Победы', 'Victory Day'),
        ('ru', date '2027-05-10', 'off', 'Выходной за 9 мая', 'Moved from 9 May'),
        ('ru', date '2027-06-12', 'off', 'День России', 'Russia Day'),
        ('ru', date '2027-06-14', 'off', 'Выходной за 12 июня', 'Moved from 12 June'),
        ('ru', date '2027-11-04', 'off', 'День народного единства', 'National Unity Day');

create function is_working_day(of_calendar text, on_day date) returns boolean language sql stable
    as $$ select coalesce((select kind = 'work' from calendar_days where calendar = of_calendar and day = on_day),
        extract(isodow from on_day) < 6) $$;

-- Terms that hold for whom: of the active policies of a subject that fit a customer, the one with the lowest rank.
create table policies (
    id            uuid primary key,
    subject       text not null check (subject in ('dunning', 'promise', 'freeze')),
    code          text not null unique check (code ~ '^[a-z][a-z0-9-]{0,62}$'),
    name_ru       text not null check (length(name_ru) between 1 and 200),
    name_en       text not null check (length(name_en) between 1 and 200),
    customer_kind text check (customer_kind in ('person', 'company')),   -- null: both
    rank          integer not null check (rank between 1 and 9999),
    is_active     boolean not null,
    version       integer not null default 0,
    created_at    timestamptz not null,
    updated_at    timestamptz not null,
    unique (id, subject)
);
create unique index policies_rank on policies (subject, rank) where is_active;
-- A group of tariffs: without any, the policy is for all of them.
create table policy_tariffs (
    policy_id uuid not null references policies,
    tariff_id uuid not null references tariffs,
    primary key (policy_id, tariff_id)
);
create index policy_tariffs_tariff on policy_tariffs (tariff_id);

-- Versions: the newest that has begun holds. Nobody changes one; what is decided later begins later.
create table dunning_terms (
    policy_id      uuid not null,
    subject        text not null default 'dunning' check (subject = 'dunning'),
    valid_from     date not null,
    due_days       integer not null check (due_days between 0 and 180),     -- from issue to the last day to pay
    reminders      integer[] not null check (cardinality(reminders) <= 10), -- days from the due date; below zero: before it
    grace_days     integer check (grace_days between 0 and 365),            -- null: nobody is suspended
    working_days   boolean not null,                     -- suspended on working days only
    calendar       text not null references calendars,
    charged        boolean not null,                     -- whether the fee goes on while suspended
    credit_limit   numeric(14, 2) not null check (credit_limit >= 0),       -- overdue debt up to it has no consequence
    write_off_days integer check (write_off_days between 1 and 3650),       -- overdue for so long: given up; null: never
    created_at     timestamptz not null,
    primary key (policy_id, valid_from),
    foreign key (policy_id, subject) references policies (id, subject),
    check (write_off_days is null or grace_days is not null and write_off_days > grace_days)
);

-- The policy of a subject that a customer has.
create function policy_of(of_subject text, of_customer uuid) returns uuid language sql stable
    as $$ select p.id from policies p join customers c on c.id = of_customer
        where p.subject = of_subject and p.is_active and (p.customer_kind is null or p.customer_kind = c.kind)
            and (not exists (select 1 from policy_tariffs t where t.policy_id = p.id)
                or exists (select 1 from policy_tariffs t join subscriptions s on s.tariff_id = t.tariff_id
                    where t.policy_id = p.id and s.customer_id = c.id and s.status <> 'cancelled'))
        order by p.rank limit 1 $$;
create function dunning_terms_of(of_customer uuid, on_day date) returns setof dunning_terms language sql stable
    as $$ select t.* from dunning_terms t where t.policy_id = policy_of('dunning', of_customer) and t.valid_from <= on_day
        order by t.valid_from desc limit 1 $$;

-- What was done about an invoice: each step once.
create table dunning_steps (
    invoice_id  uuid not null references invoices,
    customer_id uuid not null references customers,
    step        text not null check (step in ('reminder', 'write-off')),
    days        integer not null,                        -- a reminder's: from the due date
    taken_on    date not null,
    taken_at    timestamptz not null,
    primary key (invoice_id, step, days)
);
create unique index dunning_steps_write_off on dunning_steps (invoice_id) where step = 'write-off';
create index dunning_steps_customer on dunning_steps (customer_id, taken_at desc);

-- The work of a day: how far it has come, and what it came to.
create table dunning_days (
    day         date primary key,
    reached     uuid,                                    -- customers up to this one are done; null: none yet
    began_at    timestamptz not null,
    finished_at timestamptz,
    reminded    integer not null default 0,
    suspended   integer not null default 0,
    written_off integer not null default 0
);

-- Service that is off because of debt. When the debt is gone, whoever confirms it gives the service back.
create table suspensions (
    id              uuid primary key,
    customer_id     uuid not null references customers,
    subscription_id uuid not null references subscriptions,
    cause           text not null check (cause in ('debt', 'broken-promise')),
    policy_id       uuid references policies,
    credit_limit    numeric(14, 2) not null check (credit_limit >= 0),
    charged         boolean not null,
    debt            numeric(14, 2) not null check (debt > 0), -- overdue then
    began_on        date not null,
    began_at        timestamptz not null,
    ended_on        date check (ended_on >= began_on),
    ended_at        timestamptz,
    ended_by        text check (ended_by in ('money', 'promise', 'staff', 'end')),
    check ((ended_at is null) = (ended_by is null)),
    check ((ended_at is null) = (ended_on is null))
);
create unique index suspensions_open on suspensions (subscription_id) where ended_at is null;
create index suspensions_owed on suspensions (customer_id) where ended_at is null;
create index suspensions_customer on suspensions (customer_id, began_at desc);
create index invoices_overdue on invoices (customer_id, due_date) where status = 'overdue';

-- What of a customer's overdue invoices is not paid.
create function overdue_debt(of_customer uuid) returns numeric language sql stable
    as $$ select coalesce(sum(i.amount - coalesce((select sum(a.amount) from allocations a where a.invoice_id = i.id), 0)), 0)
        from invoices i where i.customer_id = of_customer and i.status = 'overdue' and i.kind = 'invoice' $$;

-- A pause during which the fee goes on, and a pause that costs a fee for each day.
alter table subscription_events
    add column charged boolean not null default false,
    add column fee_from date,                            -- the first day that costs `amount`; days before it are free
    add check (not charged or kind = 'pause'),
    add check (kind in ('pause', 'fee') or amount is null),
    add check ((kind = 'pause' and amount is not null) = (fee_from is not null)),
    add check (fee_from >= effective_on);

insert into ledger_accounts (id, code, kind, currency, created_at)
    select '00000000-0000-7000-8000-000000000014', 'write-offs', 'revenue', currency, now()
    from ledger_accounts where code = 'revenue';

-- Presets. In force at first is what nobody is taken by surprise with: reminders. Who is to be suspended is decided by
-- switching on one of the others, or another beside them.
insert into policies (id, subject, code, name_ru, name_en, customer_kind, rank, is_active, created_at, updated_at) values
    ('00000000-0000-7000-8000-000000002101', 'dunning', 'home', 'Все: только напоминания', 'Everybody: reminders only', null, 900, true, now(), now()),
    ('00000000-0000-7000-8000-000000002102', 'dunning', 'suspend', 'Приостановка через 5 дней', 'Suspended after 5 days', null, 600, false, now(), now()),
    ('00000000-0000-7000-8000-000000002103', 'dunning', 'strict', 'Строгая: без отсрочки', 'Strict: without grace', null, 300, false, now(), now()),
    ('00000000-0000-7000-8000-000000002104', 'dunning', 'gentle', 'Мягкая: плата идёт и после приостановки', 'Gentle: the fee goes on while suspended', null, 400, false, now(), now()),
    ('00000000-0000-7000-8000-000000002105', 'dunning', 'business', 'Организации: приостановка через 20 дней', 'Companies: suspended after 20 days', 'company', 500, false, now(), now());
insert into dunning_terms (policy_id, valid_from, due_days, reminders, grace_days, working_days, calendar, charged,
        credit_limit, write_off_days, created_at) values
    ('00000000-0000-7000-8000-000000002101', '2020-01-01', 10, '{-3,0,3}', null, true, 'ru', false, 0, null, now()),
    ('00000000-0000-7000-8000-000000002102', '2020-01-01', 10, '{-3,0,3}', 5, true, 'ru', false, 0, null, now()),
    ('00000000-0000-7000-8000-000000002103', '2020-01-01', 5, '{-3,-1,0}', 0, true, 'ru', false, 0, 365, now()),
    ('00000000-0000-7000-8000-000000002104', '2020-01-01', 10, '{-3,0,3,7}', 14, true, 'ru', true, 100, 1095, now()),
    ('00000000-0000-7000-8000-000000002105', '2020-01-01', 10, '{-3,1,7,14}', 20, true, 'ru', false, 0, null, now());

insert into audited_tables (table_name, entity, rank, owner, owner_column, customer_column, hidden, ignored, omitted) values
    ('calendar_days', 'calendar', 47, null, null, null, '{}', '{}', '{}'),
    ('policies', 'policy', 48, null, null, null, '{}', '{}', '{}'),
    ('dunning_terms', 'policy-terms', 49, 'policy', 'policy_id', null, '{}', '{}', '{}'),
    ('policy_tariffs', 'policy-tariff', 49, 'policy', 'policy_id', null, '{}', '{}', '{}'),
    ('suspensions', 'suspension', 23, 'subscription', 'subscription_id', 'customer_id', '{}', '{}', '{}');
insert into unaudited_tables (table_name, reason) values
    ('calendars', 'written by releases'),
    ('dunning_steps', 'taken by the system'),
    ('dunning_days', 'which day''s work is done');
select ensure_audit_triggers();
