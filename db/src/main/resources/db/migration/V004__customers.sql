-- Who is served, where, under which contract.

create table customers (
    id              uuid primary key,
    user_id         uuid unique references users,
    kind            text not null check (kind in ('person', 'company')),
    full_name       text not null check (length(full_name) between 1 and 200),
    inn             text check (inn ~ '^([0-9]{10}|[0-9]{12})$'),
    contract_number text not null unique,                -- of the first contract: the number people quote
    email           text,
    phone           text check (phone ~ '^\+[0-9]{7,15}$'),
    locale          text not null default 'ru' check (locale in ('ru', 'en')),
    status          text not null default 'active' check (status in ('active', 'closed')),
    currency        text not null check (currency ~ '^[A-Z]{3}$'),
    balance         numeric(14, 2) not null default 0,   -- credits − debits; below zero is debt
    credit_limit    numeric(14, 2) not null default 0 check (credit_limit >= 0),
    version         integer not null default 0,
    created_at      timestamptz not null,
    updated_at      timestamptz not null
) with (fillfactor = 85);
create index customers_name on customers (full_name, id);
create index customers_created on customers (created_at, id);
create index customers_without_user on customers (lower(email)) where user_id is null and email is not null;

create table addresses (
    id          uuid primary key,
    customer_id uuid not null references customers,
    region      text,
    city        text not null,
    street      text not null,
    house       text not null,
    flat        text,
    entrance    text,
    floor       text,
    note        text,
    version     integer not null default 0
);
create index addresses_customer on addresses (customer_id);

create table contracts (
    id          uuid primary key,
    customer_id uuid not null references customers,
    address_id  uuid references addresses,
    tariff_id   uuid references tariffs,
    number      text not null unique,
    signed_on   date not null,
    closed_on   date check (closed_on >= signed_on),
    billing_day integer not null default 1 check (billing_day between 1 and 31),
    status      text not null default 'active' check (status in ('draft', 'active', 'suspended', 'terminated')),
    version     integer not null default 0,
    created_at  timestamptz not null,
    updated_at  timestamptz not null
);
create index contracts_customer on contracts (customer_id);

create table subscriptions (
    id          uuid primary key,
    customer_id uuid not null references customers,
    contract_id uuid not null references contracts,
    tariff_id   uuid not null references tariffs,
    status      text not null check (status in ('pending', 'active', 'suspended', 'frozen', 'cancelled')),
    started_on  date not null,
    ended_on    date check (ended_on >= started_on),
    charged_to  date,                                    -- everything before this day is charged
    next_due    date,                                    -- a run for this day or later has work here; null: nothing left
    rerate_from date,                                    -- the timeline changed from this day on: compare with what was billed
    status_due  date,                                    -- an event recorded ahead changes the status on this day
    version     integer not null default 0,
    created_at  timestamptz not null,
    updated_at  timestamptz not null
) with (fillfactor = 85);
create index subscriptions_customer on subscriptions (customer_id);
create index subscriptions_contract on subscriptions (contract_id);
create index subscriptions_tariff on subscriptions (tariff_id) where status <> 'cancelled';
create index subscriptions_status_due on subscriptions (status_due) where status_due is not null;

-- The dated history that rating reads: never updated, only added to (a correction is an event).
create table subscription_events (
    id              uuid primary key,
    subscription_id uuid not null references subscriptions,
    seq             integer not null,                    -- order of events within one day
    effective_on    date not null,
    kind            text not null check (kind in ('start', 'change', 'pause', 'resume', 'cancel', 'fee')),
    status          text check (status in ('suspended', 'frozen')), -- pause: who wished it
    tariff_id       uuid references tariffs,             -- start, change
    price           numeric(14, 2) check (price >= 0),   -- own price instead of the tariff's
    billing_day     integer check (billing_day between 1 and 31),
    amount          numeric(14, 2) check (amount > 0),   -- fee
    fee_id          uuid references fees,
    tax_class       text references tax_classes,
    text            text,
    created_at      timestamptz not null,
    created_by      uuid,
    unique (subscription_id, seq),
    check (kind <> 'fee' or amount is not null),
    check (kind <> 'start' or tariff_id is not null),
    check (status is null or kind = 'pause')
);

create table subscription_discounts (
    id              uuid primary key,
    subscription_id uuid not null references subscriptions,
    discount_id     uuid references discounts,
    name_ru         text not null,
    name_en         text not null,
    percent         numeric(6, 3) check (percent > 0 and percent <= 100),
    amount          numeric(14, 2) check (amount > 0),
    periods         integer check (periods > 0),
    valid_from      date not null,
    created_at      timestamptz not null,
    check ((percent is null) <> (amount is null))
);
create index subscription_discounts_subscription on subscription_discounts (subscription_id);

-- One line of folded text per customer: a fragment of name, number, phone or address finds it.
create table customer_search (
    customer_id uuid primary key references customers on delete cascade,
    content     text not null
);
create index customer_search_trgm on customer_search using gin (content gin_trgm_ops);

-- Folds what people type alike: case, ё and е.
create function fold_text(t text) returns text language sql immutable parallel safe
    as $$ select translate(lower(t), 'ё', 'е') $$;

create function refresh_customer_search(ids uuid[]) returns void language sql
    as $$
    insert into customer_search (customer_id, content)
    select c.id, fold_text(concat_ws(' ', c.full_name, c.inn, c.email, c.phone, regexp_replace(c.phone, '^\+7', '8'),
        (select string_agg(k.number, ' ') from contracts k where k.customer_id = c.id),
        (select string_agg(concat_ws(' ', a.city, a.street, a.house, a.flat), ' ') from addresses a where a.customer_id = c.id)))
    from customers c where c.id = any (ids)
    on conflict (customer_id) do update set content = excluded.content
    where customer_search.content <> excluded.content
    $$;
