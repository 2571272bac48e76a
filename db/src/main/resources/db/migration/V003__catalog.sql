-- What is sold and for how much. Prices live in versions that never overlap.

create table tax_classes (
    code    text primary key check (code ~ '^[a-z][a-z0-9-]{0,30}$'),
    name_ru text not null,
    name_en text not null
);
create table tax_rates (
    tax_class  text not null references tax_classes,
    valid_from date not null,
    rate       numeric(6, 3) not null check (rate >= 0 and rate < 100),
    mode       text not null check (mode in ('included', 'on-top')),
    primary key (tax_class, valid_from)
);
insert into tax_classes (code, name_ru, name_en) values
    ('standard', 'НДС по общей ставке', 'Standard VAT'),
    ('exempt', 'Без НДС', 'No VAT');
-- Tax Code of the Russian Federation, art. 164: 18 % until 2018, 20 % from 2019, 22 % from 2026.
insert into tax_rates (tax_class, valid_from, rate, mode) values
    ('standard', '2004-01-01', 18, 'included'),
    ('standard', '2019-01-01', 20, 'included'),
    ('standard', '2026-01-01', 22, 'included'),
    ('exempt', '2004-01-01', 0, 'included');

create table tariffs (
    id            uuid primary key,
    code          text not null unique check (code ~ '^[A-Za-z0-9][A-Za-z0-9._-]{0,62}$'),
    kind          text not null check (kind in ('internet', 'tv', 'phone', 'other', 'package')),
    customer_kind text check (customer_kind in ('person', 'company')),
    is_active     boolean not null default true,
    version       integer not null default 0,
    created_at    timestamptz not null,
    updated_at    timestamptz not null
);

create table tariff_versions (
    id         uuid primary key,
    tariff_id  uuid not null references tariffs,
    valid_from date not null,
    valid_to   date check (valid_to > valid_from),
    name_ru    text not null,
    name_en    text not null,
    speed_down integer check (speed_down > 0),          -- kbit/s
    speed_up   integer check (speed_up > 0),            -- kbit/s
    price      numeric(14, 2) not null check (price >= 0),
    currency   text not null check (currency ~ '^[A-Z]{3}$'),
    period     text not null default 'P1M' check (period in ('P1D', 'P1M', 'P3M', 'P1Y')),
    timing     text not null default 'advance' check (timing in ('advance', 'arrears')),
    spread     text not null default 'period' check (spread in ('period', 'daily')),
    first_part text not null default 'prorate' check (first_part in ('prorate', 'full', 'free')),
    last_part  text not null default 'prorate' check (last_part in ('prorate', 'full', 'free')),
    tax_class  text not null references tax_classes,
    created_at timestamptz not null,
    constraint tariff_versions_never_overlap
        exclude using gist (tariff_id with =, daterange(valid_from, valid_to) with &&)
);

-- A package is a tariff with one price; its parts are shown, not charged (rating.md, rule 10).
create table packages (
    tariff_id      uuid not null references tariffs,
    part_tariff_id uuid not null references tariffs,
    position       integer not null,
    primary key (tariff_id, part_tariff_id),
    check (tariff_id <> part_tariff_id)
);

create table fees (
    id        uuid primary key,
    code      text not null unique,
    name_ru   text not null,
    name_en   text not null,
    amount    numeric(14, 2) not null check (amount > 0),
    currency  text not null check (currency ~ '^[A-Z]{3}$'),
    tax_class text not null references tax_classes,
    is_active boolean not null default true,
    version   integer not null default 0
);

create table discounts (
    id        uuid primary key,
    code      text not null unique,
    name_ru   text not null,
    name_en   text not null,
    percent   numeric(6, 3) check (percent > 0 and percent <= 100),
    amount    numeric(14, 2) check (amount > 0),
    periods   integer check (periods > 0),               -- null: without end
    is_active boolean not null default true,
    version   integer not null default 0,
    check ((percent is null) <> (amount is null))
);
