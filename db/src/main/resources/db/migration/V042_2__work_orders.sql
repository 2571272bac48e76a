-- What a crew does at a customer's: what was looked at, what was used, and the contract that begins there.

alter table applications
    add column contract_id uuid references contracts,
    add column subscription_id uuid references subscriptions,
    add constraint the_installed_are_served check (status <> 'installed'
        or (customer_id is not null and contract_id is not null and subscription_id is not null));
create unique index applications_contract on applications (contract_id) where contract_id is not null;

-- What is looked at on each visit: copied to the visit when it is appointed, so that a later change does not touch it.
create table checklist_items (
    no       integer primary key check (no > 0),
    text_ru  text not null check (length(text_ru) between 1 and 200),
    text_en  text not null check (length(text_en) between 1 and 200),
    required boolean not null default true
);
insert into checklist_items (no, text_ru, text_en, required) values
    (1, 'Место ввода кабеля согласовано с заявителем', 'Where the cable comes in is agreed on with the applicant', true),
    (2, 'Кабель проложен и закреплён', 'The cable is laid and fixed', true),
    (3, 'Уровень сигнала или скорость порта в норме', 'The signal or the speed of the port is as it should be', true),
    (4, 'Оборудование настроено, связь проверена вместе с заявителем', 'The equipment is set up, service was tried together with the applicant', true),
    (5, 'Мусор убран', 'Everything is tidied up', false);

create table work_order_items (
    work_order_id uuid not null references work_orders,
    no            integer not null,
    text_ru       text not null,
    text_en       text not null,
    required      boolean not null,
    done_at       timestamptz,
    done_by       uuid references users,
    primary key (work_order_id, no)
);
create function copy_checklist() returns trigger language plpgsql
    as $$
begin
    insert into work_order_items (work_order_id, no, text_ru, text_en, required)
    select new.id, no, text_ru, text_en, required from checklist_items;
    return null;
end $$;
create trigger work_orders_checked after insert on work_orders for each row execute function copy_checklist();
insert into work_order_items (work_order_id, no, text_ru, text_en, required)
    select w.id, c.no, c.text_ru, c.text_en, c.required from work_orders w cross join checklist_items c;

create table work_order_files (
    id            uuid primary key,
    work_order_id uuid not null references work_orders,
    kind          text not null check (kind in ('photo', 'signature')),
    media_type    text not null check (media_type in ('image/jpeg', 'image/png')),
    content       bytea check (octet_length(content) between 1 and 5242880),
    erased        boolean not null default false,        -- with the person; that there was a picture is still to be seen
    created_at    timestamptz not null,
    created_by    uuid references users,
    check (erased = (content is null))
);
alter table work_order_files alter column content set storage external; -- pictures are packed already
create index work_order_files_order on work_order_files (work_order_id, id);
create unique index work_order_files_signature on work_order_files (work_order_id) where kind = 'signature';

create table work_order_materials (
    work_order_id uuid not null references work_orders,
    no            integer not null check (no > 0),
    name          text not null check (length(name) between 1 and 100),
    quantity      numeric(10, 2) not null check (quantity > 0),
    unit          text not null check (length(unit) between 1 and 20),
    primary key (work_order_id, no)
);

create table work_order_devices (
    work_order_id uuid not null references work_orders,
    device_id     uuid not null references devices,
    terms         text not null check (terms in ('sale', 'rent', 'loan')),
    primary key (work_order_id, device_id)
);
create index work_order_devices_device on work_order_devices (device_id);

-- A visit is done when what must be looked at was, and somebody has signed: the contract.
create function check_done_visit() returns trigger language plpgsql
    as $$
begin
    if exists (select from work_order_items where work_order_id = new.id and required and done_at is null)
        or not exists (select from work_order_files where work_order_id = new.id and kind = 'signature') then
        raise exception 'visit % is not done', new.id using errcode = 'integrity_constraint_violation';
    end if;
    return null;
end $$;
create trigger work_orders_done after update of status on work_orders
    for each row when (new.status = 'done' and old.status <> 'done') execute function check_done_visit();

-- What belongs to a visit that is over stays.
create function hold_order_part() returns trigger language plpgsql
    as $$
begin
    if exists (select from work_orders where id = coalesce(new.work_order_id, old.work_order_id) and status <> 'open') then
        raise exception 'a visit that is over stays as it is' using errcode = 'integrity_constraint_violation';
    end if;
    return coalesce(new, old);
end $$;
create trigger work_order_items_held before update or delete on work_order_items
    for each row execute function hold_order_part();
create trigger work_order_files_held before insert or update or delete on work_order_files
    for each row execute function hold_order_part();
create trigger work_order_materials_held before insert or update or delete on work_order_materials
    for each row execute function hold_order_part();
create trigger work_order_devices_held before insert or update or delete on work_order_devices
    for each row execute function hold_order_part();

insert into permissions (code, name_ru, name_en) values
    ('workorder:work', 'Выезды: выполнение', 'Visits: make them');
insert into role_permissions (role, permission) values
    ('admin', 'workorder:work'), ('operator', 'workorder:work'), ('tech', 'workorder:work');

insert into audited_tables (table_name, entity, rank, owner, owner_column, omitted) values
    ('checklist_items', 'checklist-item', 49, null, null, '{}'),
    ('work_order_items', 'work-order-item', 44, 'work-order', 'work_order_id', '{}'),
    ('work_order_files', 'work-order-file', 45, 'work-order', 'work_order_id', '{content}'),
    ('work_order_materials', 'work-order-material', 46, 'work-order', 'work_order_id', '{}'),
    ('work_order_devices', 'work-order-device', 47, 'work-order', 'work_order_id', '{}');
select ensure_audit_triggers();

-- The funnel asks for those of a period.
create index applications_created on applications (created_at);
