-- Who wants to be connected, and what became of it.

insert into number_series (series, prefix, width, next_value) values ('application', 'A-', 6, 1);

create table applications (
    id           uuid primary key,
    number       text not null unique,
    status       text not null default 'new' check (status in ('new', 'feasible', 'scheduled', 'installed', 'refused')),
    status_at    timestamptz not null,
    status_by    uuid references users,                  -- null: nobody in person
    status_note  text check (length(status_note) between 1 and 1000), -- how that was found; why it was refused
    source       text not null check (source in ('site', 'api', 'call')),
    customer_id  uuid references customers,              -- who asked when signed in; who it became when installed
    contact_name text not null check (length(contact_name) between 1 and 200),
    phone        text check (phone ~ '^\+[0-9]{7,15}$'),
    email        text check (length(email) between 3 and 254),
    locale       text not null default 'ru' check (locale in ('ru', 'en')),
    address      text not null check (length(address) between 1 and 500), -- as it was told
    tariff_id    uuid references tariffs,
    comment      text check (length(comment) between 1 and 1000),
    consented_at timestamptz,                            -- 152-ФЗ, article 9; a customer's data are worked with by contract (article 6)
    region       text check (length(region) between 1 and 100),
    city         text check (length(city) between 1 and 100),  -- as it was found: where the service will be
    street       text check (length(street) between 1 and 200),
    house        text check (length(house) between 1 and 20),
    flat         text check (length(flat) between 1 and 20),
    entrance     text check (length(entrance) between 1 and 20),
    floor        text check (length(floor) between 1 and 20),
    place_note   text check (length(place_note) between 1 and 500),
    place_id     uuid references places,                 -- the house in the tree of places; null: not known
    awaits_coverage boolean not null default false,      -- refused for want of a network there: kept until there is one
    created_at   timestamptz not null,
    created_by   uuid references users,
    updated_at   timestamptz not null,
    version      integer not null default 0,
    search       text not null generated always as (fold_text(number || ' ' || contact_name || ' ' || coalesce(phone, '') || ' '
                     || coalesce(email, '') || ' ' || address || ' ' || coalesce(city || ', ' || street || ', ' || house, ''))) stored,
    constraint applicants_can_be_reached check (phone is not null or email is not null or customer_id is not null),
    constraint applicants_have_consented check (consented_at is not null or customer_id is not null),
    constraint a_feasible_address_is_found check (status in ('new', 'refused')
        or (city is not null and street is not null and house is not null)),
    constraint only_what_is_found_has_a_house check (place_id is null or city is not null),
    constraint a_refusal_has_a_reason check (status <> 'refused' or status_note is not null),
    constraint only_the_refused_wait check (status = 'refused' or not awaits_coverage)
);
create index applications_status on applications (status, status_at, id);
create index applications_customer on applications (customer_id, id) where customer_id is not null;
create index applications_place on applications (place_id) where place_id is not null;
create index applications_waiting on applications (id) where awaits_coverage;
create index applications_email on applications (lower(email), id) where email is not null;
create index applications_search on applications using gin (search gin_trgm_ops);

-- From which state to which: everything else is refused here, whoever asks.
create function check_application() returns trigger language plpgsql
    as $$
begin
    if tg_op = 'INSERT' then
        if new.status <> 'new' then
            raise exception 'an application begins as new' using errcode = 'integrity_constraint_violation';
        end if;
    elsif new.status <> old.status and (old.status, new.status) not in (
            ('new', 'feasible'), ('new', 'refused'), ('feasible', 'scheduled'), ('feasible', 'refused'),
            ('scheduled', 'feasible'), ('scheduled', 'installed'), ('scheduled', 'refused'), ('refused', 'new')) then
        raise exception 'an application does not go from % to %', old.status, new.status
            using errcode = 'integrity_constraint_violation';
    end if;
    return new;
end $$;
create trigger applications_go_on before insert or update on applications
    for each row execute function check_application();

-- Every state that an application has been in, from the first on: written by the table itself, so that none is missing.
create table application_steps (
    application_id uuid not null references applications,
    no             integer not null check (no > 0),
    status         text not null check (status in ('new', 'feasible', 'scheduled', 'installed', 'refused')),
    at             timestamptz not null,
    by_id          uuid references users,
    note           text,
    primary key (application_id, no)
);
create index application_steps_at on application_steps (at, application_id);
create function write_application_step() returns trigger language plpgsql
    as $$
begin
    insert into application_steps (application_id, no, status, at, by_id, note)
    values (new.id, 1 + (select count(*) from application_steps where application_id = new.id), new.status, new.status_at,
        new.status_by, new.status_note);
    return null;
end $$;
create trigger applications_made after insert on applications
    for each row execute function write_application_step();
create trigger applications_moved after update of status on applications
    for each row when (old.status <> new.status) execute function write_application_step();

-- After how many days in a state somebody should look, and after how many it is late.
create table application_ageing (
    status    text primary key check (status in ('new', 'feasible', 'scheduled')),
    warn_days integer not null check (warn_days >= 0),
    late_days integer not null,
    check (late_days > warn_days)
);
insert into application_ageing (status, warn_days, late_days) values ('new', 1, 3), ('feasible', 3, 7), ('scheduled', 7, 14);

insert into permissions (code, name_ru, name_en) values
    ('application:read', 'Заявки на подключение: просмотр', 'Applications to be connected: read'),
    ('application:write', 'Заявки на подключение: ведение', 'Applications to be connected: work on them');
insert into role_permissions (role, permission) values
    ('admin', 'application:read'), ('admin', 'application:write'),
    ('operator', 'application:read'), ('operator', 'application:write');

insert into audited_tables (table_name, entity, rank, customer_column, ignored) values
    ('applications', 'application', 29, 'customer_id', '{search,status_at,status_by}');
insert into audited_tables (table_name, entity, rank, ignored) values
    ('application_ageing', 'application-ageing', 48, '{}');
insert into unaudited_tables (table_name, reason) values
    ('application_steps', 'written by applications, which are captured');
select ensure_audit_triggers();
