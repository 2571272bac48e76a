-- What hangs at customers' walls and lies in the store: models, warehouses, devices, and where each device has been.

create table warehouses (
    id        uuid primary key,
    code      text not null unique check (length(code) between 1 and 63),
    name      text not null check (length(name) between 1 and 200),
    is_active boolean not null default true,
    version   integer not null default 0
);

create table device_models (
    id             uuid primary key,
    vendor         text not null check (length(vendor) between 1 and 100),
    name           text not null check (length(name) between 1 and 100),
    kind           text not null check (kind in ('router', 'onu', 'set-top-box', 'switch', 'access-point', 'camera', 'other')),
    price          numeric(14, 2) check (price > 0),     -- of a sale; null: it is not sold
    currency       text not null check (currency ~ '^[A-Z]{3}$'),
    tax_class      text not null references tax_classes,
    rent_tariff_id uuid references tariffs,              -- the add-on that is its rent; null: it is not let
    is_active      boolean not null default true,
    version        integer not null default 0
);
create unique index device_models_name on device_models (lower(vendor), lower(name));

-- The rent of a device ends when the device comes back: it goes to nobody else with the contract.
alter table subscriptions add column device_rent boolean not null default false;

create table devices (
    id            uuid primary key,
    model_id      uuid not null references device_models,
    serial        text not null check (serial ~ '^[0-9A-Z][0-9A-Z ._/+:-]{0,63}$'), -- as on the label
    serial_key    text not null generated always as (regexp_replace(serial, '[^0-9A-Z]', '', 'g')) stored unique,
                                                         -- its letters and digits: however it is spelled, it is the same one
    mac           text unique check (mac ~ '^([0-9A-F]{2}:){5}[0-9A-F]{2}$'),
    label         text not null generated always as
                      (regexp_replace(serial, '[^0-9A-Z]', '', 'g') || ' ' || replace(coalesce(mac, ''), ':', '')) stored,
    state         text not null check (state in ('stock', 'crew', 'customer', 'repair', 'written-off')),
    warehouse_id  uuid references warehouses,
    crew_id       uuid references users,
    customer_id   uuid references customers,
    terms         text check (terms in ('sale', 'rent', 'loan')),
    rent_id       uuid references subscriptions,         -- the add-on by which the customer pays the rent
    moved_at      timestamptz not null,
    last_move     integer not null default 1,
    version       integer not null default 0,
    check ((state = 'stock') = (warehouse_id is not null)),
    check ((state = 'crew') = (crew_id is not null)),
    check ((state = 'customer') = (customer_id is not null)),
    check ((state = 'customer') = (terms is not null)),
    check ((coalesce(terms, '') = 'rent') = (rent_id is not null))
);
create index devices_model on devices (model_id);
create index devices_model_here on devices (model_id) where state <> 'written-off';
create index devices_serial_prefix on devices (serial_key text_pattern_ops);
create index devices_warehouse on devices (warehouse_id) where warehouse_id is not null;
create index devices_crew on devices (crew_id) where crew_id is not null;
create index devices_customer on devices (customer_id) where customer_id is not null;
create unique index devices_rent on devices (rent_id) where rent_id is not null;
create index devices_state on devices (state, id);
create index devices_moved on devices (moved_at, id);
create index devices_label_trgm on devices using gin (label gin_trgm_ops);

-- Where a device has been, from the day it was received: never changed, only added to. Where it came from is where the move
-- before left it.
create table device_moves (
    device_id    uuid not null references devices,
    no           integer not null check (no > 0),
    state        text not null check (state in ('stock', 'crew', 'customer', 'repair', 'written-off')),
    warehouse_id uuid references warehouses,
    crew_id      uuid references users,
    customer_id  uuid references customers,
    terms        text check (terms in ('sale', 'rent', 'loan')),
    price        numeric(14, 2) check (price >= 0),      -- what was agreed: once for a sale, for a period of a rent
    fee_id       uuid unique references subscription_events,
    rent_id      uuid references subscriptions,
    reason       text check (length(reason) between 1 and 500),
    document     text check (length(document) between 1 and 100), -- delivery note, act, order
    moved_at     timestamptz not null,
    moved_by     uuid,
    primary key (device_id, no),
    check ((state = 'stock') = (warehouse_id is not null)),
    check ((state = 'crew') = (crew_id is not null)),
    check ((state = 'customer') = (customer_id is not null)),
    check ((state = 'customer') = (terms is not null)),
    check ((coalesce(terms, '') = 'sale') = (fee_id is not null)),
    check ((coalesce(terms, '') = 'rent') = (rent_id is not null)),
    check (state <> 'written-off' or reason is not null)
);
create index device_moves_customer on device_moves (customer_id) where customer_id is not null;
create trigger device_moves_written_once before update or delete on device_moves
    for each row execute function refuse_audit_change();
create trigger device_moves_never_emptied before truncate on device_moves
    for each statement execute function refuse_audit_change();

-- No device is anywhere without a move that brought it there: at the commit its last one must be there and say the same.
create function check_device_move() returns trigger language plpgsql
    as $$
begin
    if not exists (select from devices d join device_moves m on m.device_id = d.id and m.no = d.last_move
        where d.id = new.id and (m.state, m.warehouse_id, m.crew_id, m.customer_id, m.terms, m.rent_id)
            is not distinct from (d.state, d.warehouse_id, d.crew_id, d.customer_id, d.terms, d.rent_id)) then
        raise exception 'device % is where no move has brought it', new.id
            using errcode = 'integrity_constraint_violation';
    end if;
    return null;
end $$;
create constraint trigger devices_moved after insert or update on devices
    deferrable initially deferred for each row execute function check_device_move();

-- A fragment of the serial or the MAC of what a customer has finds the customer.
create or replace function refresh_customer_search(ids uuid[]) returns void language sql
    as $$
    insert into customer_search (customer_id, content)
    select c.id, fold_text(concat_ws(' ', c.full_name, c.inn, c.email, c.phone, regexp_replace(c.phone, '^\+7', '8'),
        (select string_agg(k.number, ' ') from contracts k where k.customer_id = c.id),
        (select string_agg(concat_ws(' ', a.city, a.street, a.house, a.flat), ' ') from addresses a where a.customer_id = c.id),
        (select string_agg(concat_ws(' ', d.serial, d.label), ' ') from devices d where d.customer_id = c.id)))
    from customers c where c.id = any (ids)
    on conflict (customer_id) do update set content = excluded.content
    where customer_search.content <> excluded.content
    $$;
create function refresh_search_of_devices() returns trigger language plpgsql
    as $$
begin
    perform refresh_customer_search(array_remove(array[case when tg_op = 'UPDATE' then old.customer_id end, new.customer_id], null));
    return null;
end $$;
create trigger devices_search after update of customer_id, serial, mac on devices for each row
    when (old.customer_id is not null or new.customer_id is not null) execute function refresh_search_of_devices();
create trigger devices_search_new after insert on devices for each row
    when (new.customer_id is not null) execute function refresh_search_of_devices();

insert into permissions (code, name_ru, name_en) values
    ('device:read', 'Оборудование: просмотр', 'Devices: read'),
    ('device:write', 'Оборудование: приём, выдача, возврат', 'Devices: receive, issue, take back');
insert into role_permissions (role, permission) values
    ('admin', 'device:read'), ('admin', 'device:write'), ('operator', 'device:read'), ('operator', 'device:write'),
    ('tech', 'device:read'), ('tech', 'device:write'), ('accountant', 'device:read');

insert into audited_tables (table_name, entity, rank, customer_column, ignored) values
    ('devices', 'device', 19, 'customer_id', '{serial_key,label,moved_at,last_move}'),
    ('device_models', 'device-model', 48, null, '{}'),
    ('warehouses', 'warehouse', 49, null, '{}');
insert into unaudited_tables (table_name, reason) values
    ('device_moves', 'the history of devices, which are captured');
select ensure_audit_triggers();
