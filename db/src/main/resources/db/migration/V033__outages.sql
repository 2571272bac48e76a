-- Where service is down, or is going to be: addresses by patterns, why and until when, and who is affected.

-- Folds what people write alike in an address: case, ё and е, blanks and full stops. Dashes are strokes: 12-1 is 12/1, and not 121.
create function fold_place(t text) returns text language sql immutable parallel safe
    as $$ select translate(lower(t), E'ё-–—/\\ .,№"«»\t\u00a0', 'е/////') $$;
create index addresses_place on addresses (fold_place(city) collate "C", fold_place(street) collate "C", fold_place(house) collate "C");

create table outages (
    id           uuid primary key,
    status       text not null check (status in ('planned', 'current', 'ended', 'withdrawn')),
    reason_ru    text not null check (length(reason_ru) between 1 and 500), -- what everybody may read
    reason_en    text not null check (length(reason_en) between 1 and 500),
    note         text check (length(note) between 1 and 2000),  -- what staff may read
    starts_at    timestamptz not null,
    expected_end timestamptz check (expected_end > starts_at),  -- null: nobody can say
    ended_at     timestamptz check (ended_at >= starts_at),
    customers    integer not null default 0 check (customers >= 0), -- affected when it was last written
    created_at   timestamptz not null,
    created_by   uuid,
    updated_at   timestamptz not null,
    version      integer not null default 0,
    check ((status = 'ended') = (ended_at is not null))
);
create index outages_open on outages (starts_at) where status in ('planned', 'current');
create index outages_newest on outages (starts_at, id);
create index outages_ended on outages (ended_at) where status = 'ended';

-- A whole city, a street of it, or a house.
create table outage_places (
    outage_id  uuid not null references outages,
    place      integer not null check (place > 0),
    city       text not null check (length(city) between 1 and 200),
    street     text check (length(street) between 1 and 200),
    house      text check (length(house) between 1 and 50),
    city_key   text not null collate "C" generated always as (fold_place(city)) stored check (city_key <> ''),
    street_key text collate "C" generated always as (fold_place(street)) stored check (street_key <> ''),
    house_key  text collate "C" generated always as (fold_place(house)) stored check (house_key <> ''),
    primary key (outage_id, place),
    check (house is null or street is not null)
);
create unique index outage_places_once on outage_places (outage_id, city_key, coalesce(street_key, ''), coalesce(house_key, ''));

-- The services that are on at a place. Three queries, so that each takes as much of the index as the place says.
create function services_at(in_city text, in_street text, in_house text)
    returns table (customer_id uuid, subscription_id uuid, contract_id uuid, address_id uuid)
    language plpgsql stable rows 200 set plan_cache_mode = force_custom_plan
    as $$
begin
    if in_street is null then
        return query select s.customer_id, s.id, k.id, a.id from addresses a
            join contracts k on k.customer_id = a.customer_id and k.address_id = a.id
            join subscriptions s on s.contract_id = k.id and s.status = 'active'
            where fold_place(a.city) collate "C" = fold_place(in_city);
    elsif in_house is null then
        return query select s.customer_id, s.id, k.id, a.id from addresses a
            join contracts k on k.customer_id = a.customer_id and k.address_id = a.id
            join subscriptions s on s.contract_id = k.id and s.status = 'active'
            where fold_place(a.city) collate "C" = fold_place(in_city) and fold_place(a.street) collate "C" = fold_place(in_street);
    else
        return query select s.customer_id, s.id, k.id, a.id from addresses a
            join contracts k on k.customer_id = a.customer_id and k.address_id = a.id
            join subscriptions s on s.contract_id = k.id and s.status = 'active'
            where fold_place(a.city) collate "C" = fold_place(in_city) and fold_place(a.street) collate "C" = fold_place(in_street)
                and fold_place(a.house) collate "C" = fold_place(in_house);
    end if;
end $$;

-- The services that are on at the places of an outage; one is here twice where two places cover it.
create view outage_services as
    select p.outage_id, x.* from outage_places p cross join lateral services_at(p.city, p.street, p.house) x;

-- The other way round: outages at the services of some customers that are on, but for those that had ended by then;
-- 'infinity': the ones that last or are planned.
create function outages_of(customers uuid[], ended_after timestamptz)
    returns table (outage_id uuid, customer_id uuid, address_id uuid) language sql stable
    as $$
    with places as materialized (
        select distinct s.customer_id, a.id as address_id, fold_place(a.city) as city_key, fold_place(a.street) as street_key,
            fold_place(a.house) as house_key
        from subscriptions s join contracts k on k.id = s.contract_id join addresses a on a.id = k.address_id
        where s.customer_id = any (customers) and s.status = 'active' and exists (select 1 from outages o
            where o.status in ('planned', 'current') or o.status = 'ended' and o.ended_at >= ended_after))
    select distinct o.id, m.customer_id, m.address_id
    from outages o join outage_places p on p.outage_id = o.id
    join places m on p.city_key = m.city_key collate "C" and (p.street_key is null or p.street_key = m.street_key collate "C")
        and (p.house_key is null or p.house_key = m.house_key collate "C")
    where o.status in ('planned', 'current') or o.status = 'ended' and o.ended_at >= ended_after $$;

insert into permissions (code, name_ru, name_en) values
    ('outage:read', 'Аварии и работы на сети: чтение', 'Outages: read'),
    ('outage:write', 'Аварии и работы на сети: ведение', 'Outages: declare and end');
insert into role_permissions (role, permission)
    select role, permission from unnest(array['admin', 'operator', 'tech']) role,
        unnest(array['outage:read', 'outage:write']) permission;

insert into audited_tables (table_name, entity, rank, owner, owner_column, ignored) values
    ('outages', 'outage', 35, null, null, '{customers}'),
    ('outage_places', 'outage-place', 36, 'outage', 'outage_id', '{city_key,street_key,house_key}');
select ensure_audit_triggers();
