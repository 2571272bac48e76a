-- Customers who may be one and the same: found at night by what they share, and remembered once somebody says that they are not.

create table duplicates (
    id           uuid primary key,
    customer_id  uuid not null references customers,     -- the older one
    other_id     uuid not null references customers,
    reasons      text[] not null check (cardinality(reasons) > 0
        and reasons <@ array['inn', 'phone', 'email', 'name-and-home']),
    weight       integer not null check (weight > 0),
    found_at     timestamptz not null,
    dismissed_at timestamptz,
    dismissed_by uuid,
    why          text check (length(why) between 1 and 300),
    version      integer not null default 0,
    unique (customer_id, other_id),
    check (customer_id < other_id),
    check (why is null or dismissed_at is not null)
);
create index duplicates_open on duplicates (weight desc, id) where dismissed_at is null;
create index duplicates_dismissed on duplicates (dismissed_at desc, id) where dismissed_at is not null;
create index duplicates_other on duplicates (other_id);

-- What one shares with the other. More than ten who share a thing are no duplicates: it is a word for "none", or an office's.
create function find_duplicates() returns table (one uuid, other uuid, reasons text[], weight integer) language sql stable
    as $$ with shared (reason, customers) as (
            select k.reason, array_agg(distinct k.id) from (
                select 'inn' as reason, c.inn as key, c.id from customers c where c.erased_at is null and c.inn is not null
                union all select 'phone', c.phone, c.id from customers c where c.erased_at is null and c.phone is not null
                union all select 'email', lower(c.email), c.id from customers c where c.erased_at is null and c.email is not null
                union all select 'name-and-home', concat_ws('|', fold_text(c.full_name),
                        coalesce(a.place_id::text, fold_text(concat_ws('|', a.city, a.street, a.house))), fold_text(a.flat)), c.id
                    from customers c join addresses a on a.customer_id = c.id where c.erased_at is null) k
            group by k.reason, k.key having count(distinct k.id) between 2 and 10),
        pairs as (select distinct a.id as one, b.id as other, s.reason from shared s
            cross join unnest(s.customers) a (id) join unnest(s.customers) b (id) on a.id < b.id)
        select p.one, p.other, array_agg(p.reason order by p.reason),
            sum(case p.reason when 'inn' then 4 when 'name-and-home' then 3 else 2 end)::integer
        from pairs p group by p.one, p.other $$;

insert into erased_tables (no, table_name, thing, belongs, sets) values
    (29, 'duplicates', 'profile', 't.customer_id = $1 or t.other_id = $1', null);
insert into audited_tables (table_name, entity, rank, customer_column, hidden) values
    ('duplicates', 'duplicate', 34, 'customer_id', '{why}'); -- of two persons: what people wrote stays here, and goes with either of them
select ensure_audit_triggers();
