-- Who goes out to customers, when, and to whom.

create table crews (
    id        uuid primary key,
    name      text not null check (length(name) between 1 and 100),
    is_active boolean not null default true,
    version   integer not null default 0
);
create unique index crews_name on crews (lower(name));

-- Technicians, who hold devices, too: each goes with one crew.
create table crew_members (
    crew_id uuid not null references crews,
    user_id uuid not null unique references users,
    primary key (crew_id, user_id)
);
create function check_crew_member() returns trigger language plpgsql
    as $$
begin
    if not exists (select from users where id = new.user_id and role = 'tech' and is_active) then
        raise exception 'only a technician goes with a crew' using errcode = 'integrity_constraint_violation';
    end if;
    return new;
end $$;
create trigger crew_members_are_technicians before insert or update on crew_members
    for each row execute function check_crew_member();

-- When a crew goes out, where, and how many visits it makes meanwhile. That no more are appointed is promised here.
create table crew_shifts (
    id       uuid primary key,
    crew_id  uuid not null references crews,
    day      date not null,
    starts   time not null,
    ends     time not null,
    area     text not null default '' check (length(area) <= 100), -- empty: anywhere
    capacity integer not null check (capacity between 1 and 50),
    booked   integer not null default 0,                 -- kept by the visits themselves
    version  integer not null default 0,
    constraint a_shift_has_a_length check (ends > starts),
    constraint no_more_visits_than_a_crew_can_make check (booked between 0 and capacity),
    constraint a_crew_is_in_one_place exclude using gist
        (crew_id with =, tsrange(day + starts, day + ends) with &&)
);
create index crew_shifts_day on crew_shifts (day, starts, id);

-- The visit of a crew to an applicant.
create table work_orders (
    id             uuid primary key,
    application_id uuid not null references applications,
    shift_id       uuid not null references crew_shifts,
    status         text not null default 'open' check (status in ('open', 'done', 'called-off')),
    bring          text check (length(bring) between 1 and 1000), -- what the crew takes along
    note           text check (length(note) between 1 and 1000),  -- why it was called off; what the crew has to say
    closed_at      timestamptz,
    closed_by      uuid references users,
    created_at     timestamptz not null,
    created_by     uuid references users,
    version        integer not null default 0,
    check ((status = 'open') = (closed_at is null))
);
create unique index work_orders_one on work_orders (application_id) where status <> 'called-off';
create index work_orders_application on work_orders (application_id, id);
create index work_orders_shift on work_orders (shift_id) where status <> 'called-off';

create function hold_work_order() returns trigger language plpgsql
    as $$
begin
    if old.status <> 'open' and new.status <> old.status or new.application_id <> old.application_id then
        raise exception 'a visit that is over stays as it is' using errcode = 'integrity_constraint_violation';
    end if;
    return new;
end $$;
create trigger work_orders_are_held before update on work_orders for each row execute function hold_work_order();

-- A visit takes its place in the shift when it is appointed, and leaves it when it is called off.
create function count_visit() returns trigger language plpgsql
    as $$
begin
    if tg_op = 'UPDATE' and old.status <> 'called-off' and (new.status = 'called-off' or new.shift_id <> old.shift_id) then
        update crew_shifts set booked = booked - 1 where id = old.shift_id;
    end if;
    if new.status <> 'called-off' and (tg_op = 'INSERT' or old.shift_id <> new.shift_id) then
        update crew_shifts set booked = booked + 1 where id = new.shift_id;
    end if;
    return null;
end $$;
create trigger work_orders_counted after insert or update of status, shift_id on work_orders
    for each row execute function count_visit();

-- At the commit: an application is scheduled exactly while a visit is open, and installed exactly when one is done.
create function check_visit() returns trigger language plpgsql
    as $$
declare
    of uuid := (to_jsonb(new) ->> case tg_table_name when 'applications' then 'id' else 'application_id' end)::uuid;
begin
    if exists (select from applications a where a.id = of and (
            (a.status = 'scheduled') <> exists (select from work_orders w where w.application_id = a.id and w.status = 'open')
            or (a.status = 'installed') <> exists (select from work_orders w where w.application_id = a.id and w.status = 'done'))) then
        raise exception 'application % and its visit tell different things', of using errcode = 'integrity_constraint_violation';
    end if;
    return null;
end $$;
create constraint trigger applications_visited after insert or update of status on applications
    deferrable initially deferred for each row execute function check_visit();
create constraint trigger work_orders_visited after insert or update of status on work_orders
    deferrable initially deferred for each row execute function check_visit();

insert into permissions (code, name_ru, name_en) values
    ('crew:write', 'Бригады и их смены: ведение', 'Crews and their shifts: manage');
insert into role_permissions (role, permission) values ('admin', 'crew:write'), ('operator', 'crew:write');

insert into audited_tables (table_name, entity, rank, owner, owner_column, ignored) values
    ('crews', 'crew', 37, null, null, '{}'),
    ('crew_members', 'crew-member', 38, 'crew', 'crew_id', '{}'),
    ('crew_shifts', 'crew-shift', 39, 'crew', 'crew_id', '{booked}'),
    ('work_orders', 'work-order', 28, null, null, '{}');
select ensure_audit_triggers();
