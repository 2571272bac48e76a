-- Places as a tree, from regions down to flats, and what can be connected there.

create collation natural_order (provider = icu, locale = 'ru-u-kn-true'); -- house 9 comes before house 12

create table places (
    id          uuid primary key,
    parent_id   uuid references places,
    kind        text not null check (kind in ('region', 'district', 'city', 'locality', 'area', 'street', 'house', 'flat')),
    rank        smallint not null generated always as (case kind when 'region' then 1 when 'district' then 2 when 'city' then 3
                    when 'locality' then 4 when 'area' then 5 when 'street' then 6 when 'house' then 7 else 8 end) stored,
    type        text check (length(type) between 1 and 50),   -- as it is written before the name: ул., пр-т, г.
    type_key    text not null default '' collate "C",         -- the same in full: улица
    name        text not null check (length(name) between 1 and 200), -- without its type; of a house its whole number
    name_key    text not null check (name_key <> '') collate "C", -- as uplink.shared.AddressWords folds it
    gar_id      bigint unique check (gar_id > 0),             -- OBJECTID in the state's register of addresses
    gar_guid    uuid unique,                                  -- OBJECTGUID there
    is_active   boolean not null default true,                -- false: there is no such place any more
    merged_into uuid references places check (merged_into <> id),
    version     integer not null default 0,
    constraint only_large_places_stand_alone check (parent_id is not null or rank <= 4),
    constraint what_is_merged_is_no_more check (merged_into is null or not is_active)
);
create unique index places_once on places (parent_id, kind, name_key, type_key) nulls not distinct where is_active;
create index places_children on places (parent_id, rank, name collate natural_order, id);
create index places_named on places (name_key) where rank <= 6;
create index places_merged on places (merged_into) where merged_into is not null;

-- The words of a place and of what it lies within, for all but houses and flats: each word has a blank on both sides.
create table place_search (
    place_id uuid primary key references places on delete cascade,
    content  text not null
);
create index place_search_trgm on place_search using gin (content gin_trgm_ops);

-- Of these places and of all that lies within them, houses left out: their streets find them.
create function refresh_place_search(ids uuid[]) returns void language sql
    as $$
    with recursive within (id, is_active) as (
        select p.id, p.is_active from places p where p.id = any (ids) and p.rank <= 6
        union
        select p.id, p.is_active from within w join places p on p.parent_id = w.id and p.rank <= 6),
    gone as (delete from place_search s using within w where s.place_id = w.id and not w.is_active)
    insert into place_search (place_id, content)
    select w.id, (with recursive up (parent_id, words) as (
            select p.parent_id, ' ' || p.name_key || ' ' from places p where p.id = w.id
            union all
            select p.parent_id, ' ' || p.name_key || up.words from up join places p on p.id = up.parent_id)
        select u.words from up u where u.parent_id is null)
    from within w where w.is_active
    on conflict (place_id) do update set content = excluded.content where place_search.content <> excluded.content
    $$;

-- A place lies within a larger one, and the words that find it are those of today. In sets: imports bring millions. Planned
-- anew each time (execute), because one row and a million want different plans.
create function settle_places() returns trigger language plpgsql
    as $$
declare
    wrong   boolean;
    touched uuid[];
begin
    execute 'select exists (select from now_there n join places p on p.id = n.parent_id where p.rank >= n.rank)' into wrong;
    if not wrong and tg_op = 'UPDATE' then
        execute 'select exists (select from now_there n join was_there o on o.id = n.id join places p on p.parent_id = n.id
            where o.rank <> n.rank and p.rank <= n.rank)' into wrong;
    end if;
    if wrong then
        raise exception 'a place lies within a larger one' using errcode = 'integrity_constraint_violation',
            constraint = 'places_lie_within_larger_ones';
    end if;
    if tg_op = 'INSERT' then
        execute 'select array_agg(n.id) from now_there n where n.rank <= 6' into touched;
    else
        execute 'select array_agg(n.id) from now_there n join was_there o on o.id = n.id where least(n.rank, o.rank) <= 6
            and (o.name_key, o.parent_id, o.is_active, o.rank) is distinct from (n.name_key, n.parent_id, n.is_active, n.rank)'
            into touched;
    end if;
    if touched is not null then
        perform refresh_place_search(touched);
    end if;
    return null;
end $$;
create trigger places_settle after insert on places referencing new table as now_there
    for each statement execute function settle_places();
create trigger places_settle_again after update on places referencing old table as was_there new table as now_there
    for each statement execute function settle_places();

-- How a place is called: the type stands before the name, but after it where Russian has it so; houses have none to be told.
create function place_name(kind text, type text, type_key text, name text) returns text language sql immutable parallel safe
    as $$ select case when type is null or kind = 'house' and type_key = '' then name
        when type_key in ('область', 'край', 'район', 'округ', 'улус') then name || ' ' || type else type || ' ' || name end $$;

-- A place in one line, the largest first. Districts tell nobody anything in an address.
create function place_line(of_place uuid) returns text language sql stable
    as $$
    with recursive up as (
        select p.*, 1 as step from places p where p.id = of_place
        union all
        select p.*, up.step + 1 from up join places p on p.id = up.parent_id)
    select string_agg(place_name(kind, type, type_key, name), ', ' order by step desc) from up where kind <> 'district' or step = 1
    $$;

-- What is on which landing, which key opens the roof: by entrance, by floor, or for the house.
create table house_notes (
    id       uuid primary key,
    place_id uuid not null references places on delete cascade,
    entrance text check (length(entrance) between 1 and 20),
    floor    text check (length(floor) between 1 and 20),
    text     text not null check (length(text) between 1 and 2000),
    version  integer not null default 0
);
create unique index house_notes_once on house_notes (place_id, entrance, floor) nulls not distinct;

-- What can be connected at a place and all that lies within it; what is said of a smaller place goes before. Neither since
-- when nor planned from when: it is known not to be there.
create table coverage (
    id             uuid primary key,
    place_id       uuid not null references places,
    technology     text not null check (technology in ('fttb', 'ethernet', 'gpon', 'docsis', 'dsl', 'wireless')),
    speed_down     integer check (speed_down > 0),       -- at most, kbit/s as in tariffs; null: nobody has said
    speed_up       integer check (speed_up > 0),
    available_from date,
    planned_from   date,
    ended_on       date,                                 -- from this day on it says nothing any more
    note           text check (length(note) between 1 and 500),
    version        integer not null default 0,
    constraint planned_or_available check (available_from is null or planned_from is null)
);
create unique index coverage_once on coverage (place_id, technology) where ended_on is null;
create index coverage_place on coverage (place_id);

insert into permissions (code, name_ru, name_en) values
    ('address:read', 'Адреса и покрытие: просмотр', 'Addresses and coverage: read'),
    ('address:write', 'Адреса и покрытие: ведение', 'Addresses and coverage: change');
insert into role_permissions (role, permission) values
    ('admin', 'address:read'), ('admin', 'address:write'), ('operator', 'address:read'), ('operator', 'address:write'),
    ('tech', 'address:read'), ('tech', 'address:write'), ('accountant', 'address:read');

insert into audited_tables (table_name, entity, rank, owner, owner_column, ignored) values
    ('places', 'place', 65, null, null, '{rank,name_key,type_key}'),
    ('coverage', 'coverage', 66, 'place', 'place_id', '{}'),
    ('house_notes', 'house-note', 67, 'place', 'place_id', '{}');
insert into unaudited_tables (table_name, reason) values ('place_search', 'derived from places');
select ensure_audit_triggers();
