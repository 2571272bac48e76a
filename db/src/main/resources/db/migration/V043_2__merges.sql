-- Two customers turn out to be one: who stays, and who points to whom from then on. Nothing that was billed changes its owner.

alter table customers
    add column merged_into uuid references customers,
    add column merged_at timestamptz,
    add constraint customers_merged_are_pointers check (merged_into is null or status = 'closed' and user_id is null
        and num_nonnulls(inn, email, phone) = 0 and merged_into <> id),
    add constraint customers_merged_some_day check ((merged_into is null) = (merged_at is null));
create index customers_merged on customers (merged_into) where merged_into is not null;

-- Everybody points to somebody who stays: no chains, whoever comes later.
create function hold_merge() returns trigger language plpgsql
    as $$
begin
    if exists (select from customers c where c.id = new.merged_into and c.merged_into is not null)
            or exists (select from customers c where c.merged_into = new.id) then
        raise exception 'customer % points to somebody who points on', new.id using errcode = 'integrity_constraint_violation';
    end if;
    return new;
end $$;
create trigger customers_point_once before insert or update of merged_into on customers
    for each row when (new.merged_into is not null) execute function hold_merge();

create table customer_merges (
    id          uuid primary key,
    customer_id uuid not null references customers,      -- who stays
    merged_id   uuid not null unique references customers,
    taken       text[] not null,                         -- the fields that came from the one who went
    moved       jsonb not null,                          -- how many of what
    reason      text check (length(reason) between 1 and 300),
    at          timestamptz not null,
    by          uuid,
    check (customer_id <> merged_id)
);
create index customer_merges_customer on customer_merges (customer_id);

-- A note stays with its author and its customer, or with who that customer turned out to be.
create or replace function hold_note() returns trigger language plpgsql
    as $$
begin
    if (new.author_id, new.created_at) is distinct from (old.author_id, old.created_at)
            or new.customer_id <> old.customer_id and not exists (select from customers c
                where c.id = old.customer_id and c.merged_into = new.customer_id) then
        raise exception 'a note stays with its customer and its author' using errcode = 'integrity_constraint_violation';
    end if;
    return new;
end $$;

-- Who points to somebody is found as that one.
create or replace function refresh_customer_search(ids uuid[]) returns void language sql
    as $$
    insert into customer_search (customer_id, content)
    select c.id, fold_text(concat_ws(' ', c.full_name, c.inn, c.email, c.phone, regexp_replace(c.phone, '^\+7', '8'),
        (select string_agg(k.number, ' ') from contracts k where k.customer_id = c.id),
        (select string_agg(concat_ws(' ', a.city, a.street, a.house, a.flat), ' ') from addresses a
            where a.customer_id = c.id),
        (select string_agg(concat_ws(' ', p.name, p.email, p.phone, regexp_replace(p.phone, '^\+7', '8')), ' ')
            from customer_contacts p where p.customer_id = c.id),
        (select string_agg(concat_ws(' ', d.serial, d.label), ' ') from devices d where d.customer_id = c.id),
        (select concat_ws(' ', r.legal_name, r.ogrn) from customer_requisites r where r.customer_id = c.id),
        (select string_agg(concat_ws(' ', m.full_name, m.contract_number,
                (select string_agg(k.number, ' ') from contracts k where k.customer_id = m.id)), ' ')
            from customers m where m.merged_into = c.id)))
    from customers c where c.id = any (ids) and c.merged_into is null
    on conflict (customer_id) do update set content = excluded.content
    where customer_search.content <> excluded.content
    $$;

create or replace function find_duplicates() returns table (one uuid, other uuid, reasons text[], weight integer) language sql stable
    as $$ with there as (select * from customers c where c.erased_at is null and c.merged_into is null),
        shared (reason, customers) as (
            select k.reason, array_agg(distinct k.id) from (
                select 'inn' as reason, c.inn as key, c.id from there c where c.inn is not null
                union all select 'phone', c.phone, c.id from there c where c.phone is not null
                union all select 'email', lower(c.email), c.id from there c where c.email is not null
                union all select 'name-and-home', concat_ws('|', fold_text(c.full_name),
                        coalesce(a.place_id::text, fold_text(concat_ws('|', a.city, a.street, a.house))), fold_text(a.flat)), c.id
                    from there c join addresses a on a.customer_id = c.id) k
            group by k.reason, k.key having count(distinct k.id) between 2 and 10),
        pairs as (select distinct a.id as one, b.id as other, s.reason from shared s
            cross join unnest(s.customers) a (id) join unnest(s.customers) b (id) on a.id < b.id)
        select p.one, p.other, array_agg(p.reason order by p.reason),
            sum(case p.reason when 'inn' then 4 when 'name-and-home' then 3 else 2 end)::integer
        from pairs p group by p.one, p.other $$;

-- Somebody who turned out to be another customer is kept, and goes, with that one.
create or replace function retention_customers(before date) returns table (customer_id uuid, ended date) language sql stable
    as $$ select e.customer_id, e.ended from (
            select coalesce(m.merged_into, m.id) as customer_id, max(k.closed_on) as ended
            from contracts k join customers m on m.id = k.customer_id
            where k.status = 'terminated' and k.closed_on <= before group by 1) e
        join customers c on c.id = e.customer_id and c.erased_at is null
        where not exists (select from contracts o join customers m on m.id = o.customer_id
                where (m.id = e.customer_id or m.merged_into = e.customer_id)
                    and (o.status <> 'terminated' or o.closed_on is null or o.closed_on > before))
            and not exists (select from transactions t where t.debit_account = e.customer_id
                and t.id > uuid7_floor(before::timestamptz) and t.effective_on > before)
            and not exists (select from transactions t where t.credit_account = e.customer_id
                and t.id > uuid7_floor(before::timestamptz) and t.effective_on > before) $$;

insert into erased_tables (no, table_name, thing, belongs, sets) values
    (54, 'customer_merges', 'words', 't.customer_id = $1 or t.merged_id = $1', 'reason = null');
insert into unerased_columns (table_name, columns, rule, reason) values
    ('customer_merges', '{taken,moved}', null, 'names of fields, and numbers');
insert into audited_tables (table_name, entity, rank, customer_column) values
    ('customer_merges', 'customer-merge', 5, 'customer_id');
select ensure_audit_triggers();

insert into permissions (code, name_ru, name_en) values
    ('customer:merge', 'Абоненты: объединение', 'Customers: merge');
insert into role_permissions (role, permission) values ('admin', 'customer:merge');
