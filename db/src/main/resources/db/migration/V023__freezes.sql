-- Voluntary freeze: a customer's service rests for a while by their own wish.

create table freeze_terms (
    policy_id      uuid not null,
    subject        text not null default 'freeze' check (subject = 'freeze'),
    valid_from     date not null,
    offered        boolean not null,
    min_days       integer not null check (min_days between 1 and 366),
    max_days       integer not null check (max_days between 1 and 3660),
    ahead_days     integer not null check (ahead_days between 0 and 366),   -- how far ahead the first day may lie
    free_days      integer not null check (free_days between 0 and 366),    -- of a calendar year
    activation_fee numeric(14, 2) not null check (activation_fee >= 0),
    day_fee        numeric(14, 2) not null check (day_fee >= 0),            -- for each day beyond the free ones
    gap_days       integer not null check (gap_days between 0 and 366),     -- from the end of one freeze to the next
    created_at     timestamptz not null,
    primary key (policy_id, valid_from),
    foreign key (policy_id, subject) references policies (id, subject),
    check (max_days >= min_days)
);
create table freezes (
    id              uuid primary key,
    customer_id     uuid not null references customers,
    subscription_id uuid not null references subscriptions,
    policy_id       uuid references policies,
    from_day        date not null,
    until_day       date not null check (until_day > from_day), -- the first day of service again
    free_until      date not null check (free_until between from_day and until_day), -- days before it cost nothing
    activation_fee  numeric(14, 2) not null check (activation_fee >= 0),
    day_fee         numeric(14, 2) not null check (day_fee >= 0),
    status          text not null check (status in ('planned', 'active', 'ended', 'cancelled')),
    ended_on        date,                                -- the first day of service in fact
    reason          text check (reason in ('wish', 'term', 'debt', 'end')),
    created_by      uuid,
    created_at      timestamptz not null,
    ended_at        timestamptz,
    check ((status in ('planned', 'active')) = (ended_at is null)),
    check ((reason is null) = (ended_at is null)),
    check (status <> 'ended' or ended_on is not null),
    constraint freezes_never_overlap exclude using gist
        (subscription_id with =, daterange(from_day, greatest(from_day, coalesce(ended_on, until_day))) with &&)
        where (status <> 'cancelled')
);
create index freezes_customer on freezes (customer_id, from_day desc);
create index freezes_due on freezes (from_day) where status = 'planned';
create index freezes_ending on freezes (until_day) where status = 'active';

insert into policies (id, subject, code, name_ru, name_en, customer_kind, rank, is_active, created_at, updated_at) values
    ('00000000-0000-7000-8000-000000002301', 'freeze', 'freeze', 'Добровольная блокировка', 'Voluntary freeze', null, 900, true, now(), now()),
    ('00000000-0000-7000-8000-000000002302', 'freeze', 'freeze-free', 'Добровольная блокировка: 30 дней в году бесплатно', 'Voluntary freeze: 30 days a year for free', null, 300, false, now(), now()),
    ('00000000-0000-7000-8000-000000002303', 'freeze', 'freeze-paid', 'Добровольная блокировка: плата за подключение', 'Voluntary freeze: paid once', null, 400, false, now(), now()),
    ('00000000-0000-7000-8000-000000002304', 'freeze', 'freeze-none', 'Добровольная блокировка: организациям не предлагается', 'Voluntary freeze: not for companies', 'company', 500, true, now(), now());
insert into freeze_terms (policy_id, valid_from, offered, min_days, max_days, ahead_days, free_days, activation_fee, day_fee,
        gap_days, created_at) values
    ('00000000-0000-7000-8000-000000002301', '2020-01-01', true, 7, 180, 60, 14, 0, 5, 30, now()),
    ('00000000-0000-7000-8000-000000002302', '2020-01-01', true, 5, 90, 90, 30, 0, 3.33, 0, now()),
    ('00000000-0000-7000-8000-000000002303', '2020-01-01', true, 30, 180, 30, 366, 100, 0, 60, now()),
    ('00000000-0000-7000-8000-000000002304', '2020-01-01', false, 1, 1, 0, 0, 0, 0, 0, now());

insert into audited_tables (table_name, entity, rank, owner, owner_column, customer_column, hidden, ignored, omitted) values
    ('freeze_terms', 'policy-terms', 49, 'policy', 'policy_id', null, '{}', '{}', '{}'),
    ('freezes', 'freeze', 25, 'subscription', 'subscription_id', 'customer_id', '{}', '{}', '{}');
select ensure_audit_triggers();
