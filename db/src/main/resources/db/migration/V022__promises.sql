-- Promised payment: service goes on, or comes back, on the customer's word, for a while.

create table promise_terms (
    policy_id    uuid not null,
    subject      text not null default 'promise' check (subject = 'promise'),
    valid_from   date not null,
    offered      boolean not null,
    term_days    integer not null check (term_days between 1 and 60),
    fee          numeric(14, 2) not null check (fee >= 0),
    interval_days integer not null check (interval_days between 0 and 366), -- from the day of one promise to the next
    tenure_days  integer not null check (tenure_days between 0 and 3650),   -- since the service began
    payment_days integer check (payment_days between 1 and 3650),           -- something was paid within so many days; null: it does not matter
    debt_limit   numeric(14, 2) check (debt_limit > 0),  -- of overdue debt; null: any
    created_at   timestamptz not null,
    primary key (policy_id, valid_from),
    foreign key (policy_id, subject) references policies (id, subject)
);
create table promises (
    id              uuid primary key,
    customer_id     uuid not null references customers,
    policy_id       uuid references policies,
    given_on        date not null,
    ends_on         date not null check (ends_on > given_on), -- the first day without it
    debt            numeric(14, 2) not null check (debt > 0),
    fee             numeric(14, 2) not null check (fee >= 0),
    status          text not null check (status in ('active', 'kept', 'broken')),
    created_by      uuid,
    created_at      timestamptz not null,
    ended_at        timestamptz,
    check ((status = 'active') = (ended_at is null))
);
create unique index promises_active on promises (customer_id) where status = 'active';
create index promises_customer on promises (customer_id, given_on desc);
create index promises_ending on promises (ends_on) where status = 'active';

-- Two lists that must be empty. Off although nothing is owed that has a consequence, or although payment is promised.
create view paid_but_off as
    select p.customer_id, p.subscription_id, p.began_on, overdue_debt(p.customer_id) as debt
    from suspensions p
    join customers c on c.id = p.customer_id
    join subscriptions s on s.id = p.subscription_id and s.status = 'suspended'
    where p.ended_at is null and (overdue_debt(c.id) <= greatest(p.credit_limit, c.credit_limit)
        or exists (select 1 from promises m where m.customer_id = c.id and m.status = 'active'));
-- On although the day had come on which service was to end; as of the last day whose work was done.
create view unpaid_but_on as
    select c.id as customer_id, s.id as subscription_id, x.due_date, overdue_debt(c.id) as debt
    from (select day, finished_at from dunning_days where finished_at is not null order by day desc limit 1) l
    cross join (select customer_id, min(due_date) as due_date from invoices
        where status = 'overdue' and kind = 'invoice' group by customer_id) x
    join customers c on c.id = x.customer_id
    join subscriptions s on s.customer_id = c.id and s.status = 'active' and s.updated_at < l.finished_at
    cross join lateral dunning_terms_of(c.id, l.day) t
    where x.due_date + t.grace_days < l.day
        and (not t.working_days or exists (select 1
            from generate_series(x.due_date + t.grace_days + 1, l.day, interval '1 day') d
            where is_working_day(t.calendar, d::date)))
        and overdue_debt(c.id) > greatest(t.credit_limit, c.credit_limit)
        and not exists (select 1 from promises m where m.customer_id = c.id and m.status = 'active');

-- How many there were when they were last counted: the dashboard has no time to.
create table access_gaps (
    kind       text primary key check (kind in ('paid-but-off', 'unpaid-but-on')),
    services   bigint not null,
    counted_at timestamptz not null
);

insert into policies (id, subject, code, name_ru, name_en, customer_kind, rank, is_active, created_at, updated_at) values
    ('00000000-0000-7000-8000-000000002201', 'promise', 'promise', 'Обещанный платёж', 'Promised payment', null, 900, true, now(), now()),
    ('00000000-0000-7000-8000-000000002202', 'promise', 'promise-free', 'Обещанный платёж: бесплатно на 3 дня', 'Promised payment: 3 days for free', null, 300, false, now(), now()),
    ('00000000-0000-7000-8000-000000002203', 'promise', 'promise-none', 'Обещанный платёж: организациям не предлагается', 'Promised payment: not for companies', 'company', 500, true, now(), now()),
    ('00000000-0000-7000-8000-000000002204', 'promise', 'promise-trusted', 'Обещанный платёж: постоянным абонентам на 7 дней', 'Promised payment: 7 days for those who stayed', null, 400, false, now(), now());
insert into promise_terms (policy_id, valid_from, offered, term_days, fee, interval_days, tenure_days, payment_days,
        debt_limit, created_at) values
    ('00000000-0000-7000-8000-000000002201', '2020-01-01', true, 5, 50, 30, 30, 90, 3000, now()),
    ('00000000-0000-7000-8000-000000002202', '2020-01-01', true, 3, 0, 30, 0, null, null, now()),
    ('00000000-0000-7000-8000-000000002203', '2020-01-01', false, 5, 0, 30, 0, null, null, now()),
    ('00000000-0000-7000-8000-000000002204', '2020-01-01', true, 7, 0, 60, 365, 62, 5000, now());

insert into audited_tables (table_name, entity, rank, owner, owner_column, customer_column, hidden, ignored, omitted) values
    ('promise_terms', 'policy-terms', 49, 'policy', 'policy_id', null, '{}', '{}', '{}'),
    ('promises', 'promise', 24, 'customer', 'customer_id', 'customer_id', '{}', '{}', '{}');
insert into unaudited_tables (table_name, reason) values ('access_gaps', 'counters');
select ensure_audit_triggers();
