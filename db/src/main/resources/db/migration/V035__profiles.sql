-- Who a customer is besides a name: requisites, the people to talk to, tags, and what colleagues should know.

create table customer_requisites (
    customer_id   uuid primary key references customers on delete cascade,
    legal_name    text check (length(legal_name) between 1 and 300), -- as on papers, where it differs from the name
    kpp           text check (kpp ~ '^[0-9]{4}[0-9A-Z]{2}[0-9]{3}$'),
    ogrn          text check (ogrn ~ '^([0-9]{13}|[0-9]{15})$'),
    legal_address text check (length(legal_address) between 1 and 300),
    bank_name     text check (length(bank_name) between 1 and 160),
    bic           text check (bic ~ '^[0-9]{9}$'),
    account       text check (account ~ '^[0-9]{20}$'),
    constraint an_account_has_its_bank check (account is null or bic is not null),
    constraint requisites_say_something check (
        num_nonnulls(legal_name, kpp, ogrn, legal_address, bank_name, bic, account) > 0)
);

create table customer_contacts (
    id          uuid primary key,
    customer_id uuid not null references customers on delete cascade,
    name        text not null check (length(name) between 1 and 200),
    role        text check (length(role) between 1 and 100), -- what for: the director, the accounts, the keys to the roof
    phone       text check (phone ~ '^\+[0-9]{7,15}$'),
    email       text check (length(email) between 3 and 254),
    version     integer not null default 0,
    created_at  timestamptz not null,
    updated_at  timestamptz not null,
    constraint contacts_can_be_reached check (phone is not null or email is not null)
);
create index customer_contacts_customer on customer_contacts (customer_id, id);

-- A word or two that lists are filtered by: always small letters, so that nobody has two spellings of one.
create table customer_tags (
    customer_id uuid not null references customers on delete cascade,
    tag         text not null check (tag ~ '^[[:alnum:]][[:alnum:] _-]*$' and length(tag) <= 30 and tag = lower(tag)),
    primary key (customer_id, tag)
);
create index customer_tags_tag on customer_tags (tag, customer_id);

create table customer_notes (
    id          uuid primary key,
    customer_id uuid not null references customers on delete cascade,
    author_id   uuid not null references users,
    text        text not null check (length(text) between 1 and 4000),
    pinned      boolean not null default false,
    edited_at   timestamptz,                             -- null: as it was written
    version     integer not null default 0,
    created_at  timestamptz not null
);
create index customer_notes_customer on customer_notes (customer_id, pinned, id);

create function hold_note() returns trigger language plpgsql
    as $$
begin
    if (new.customer_id, new.author_id, new.created_at) is distinct from (old.customer_id, old.author_id, old.created_at) then
        raise exception 'a note stays with its customer and its author' using errcode = 'integrity_constraint_violation';
    end if;
    return new;
end $$;
create trigger notes_are_held before update on customer_notes for each row execute function hold_note();

-- A customer is found by the people behind it, too; and by devices, where V034 has brought them.
do $outer$
begin
    execute replace($function$
        create or replace function refresh_customer_search(ids uuid[]) returns void language sql
            as $$
            insert into customer_search (customer_id, content)
            select c.id, fold_text(concat_ws(' ', c.full_name, c.inn, c.email, c.phone, regexp_replace(c.phone, '^\+7', '8'),
                (select string_agg(k.number, ' ') from contracts k where k.customer_id = c.id),
                (select string_agg(concat_ws(' ', a.city, a.street, a.house, a.flat), ' ') from addresses a
                    where a.customer_id = c.id),
                (select string_agg(concat_ws(' ', p.name, p.email, p.phone, regexp_replace(p.phone, '^\+7', '8')), ' ')
                    from customer_contacts p where p.customer_id = c.id),
                {devices}
                (select concat_ws(' ', r.legal_name, r.ogrn) from customer_requisites r where r.customer_id = c.id)))
            from customers c where c.id = any (ids)
            on conflict (customer_id) do update set content = excluded.content
            where customer_search.content <> excluded.content
            $$
        $function$, '{devices}', case when to_regclass('devices') is null then '' else
            $devices$(select string_agg(concat_ws(' ', d.serial, d.label), ' ') from devices d where d.customer_id = c.id),$devices$
        end);
end $outer$;

insert into audited_tables (table_name, entity, rank, owner, owner_column, customer_column) values
    ('customer_requisites', 'customer-requisites', 33, 'customer', 'customer_id', 'customer_id'),
    ('customer_contacts', 'contact', 33, 'customer', 'customer_id', 'customer_id'),
    ('customer_tags', 'tag', 33, 'customer', 'customer_id', 'customer_id'),
    ('customer_notes', 'note', 33, 'customer', 'customer_id', 'customer_id');
select ensure_audit_triggers();
