-- Documents of identity are sealed; two that are the same have the same fingerprint, which only the installation's key makes. The
-- application fills it in for the documents there are: the database does not know the key.

alter table identity_documents
    add column fingerprint bytea check (length(fingerprint) in (0, 32)); -- null: not made yet; empty: too short to say anything
create index identity_documents_fingerprint on identity_documents (fingerprint) where length(fingerprint) = 32;
create index identity_documents_unmade on identity_documents (id) where fingerprint is null;

-- It says nothing that the sealed text does not say, and stays out of the trail, which outlives the document.
update audited_tables set ignored = ignored || '{fingerprint}' where table_name = 'identity_documents';
select ensure_audit_triggers();

alter table duplicates drop constraint duplicates_reasons_check;
alter table duplicates add constraint duplicates_reasons_check check (cardinality(reasons) > 0
    and reasons <@ array['inn', 'document', 'phone', 'email', 'name-and-home']);

create or replace function find_duplicates() returns table (one uuid, other uuid, reasons text[], weight integer) language sql stable
    as $$ with there as (select * from customers c where c.erased_at is null and c.merged_into is null),
        shared (reason, customers) as (
            select k.reason, array_agg(distinct k.id) from (
                select 'inn' as reason, c.inn as key, c.id from there c where c.inn is not null
                union all select 'document', encode(i.fingerprint, 'hex'), c.id
                    from there c join identity_documents i on i.customer_id = c.id where length(i.fingerprint) = 32
                union all select 'phone', c.phone, c.id from there c where c.phone is not null
                union all select 'email', lower(c.email), c.id from there c where c.email is not null
                union all select 'name-and-home', concat_ws('|', fold_text(c.full_name),
                        coalesce(a.place_id::text, fold_text(concat_ws('|', a.city, a.street, a.house))), fold_text(a.flat)), c.id
                    from there c join addresses a on a.customer_id = c.id) k
            group by k.reason, k.key having count(distinct k.id) between 2 and 10),
        pairs as (select distinct a.id as one, b.id as other, s.reason from shared s
            cross join unnest(s.customers) a (id) join unnest(s.customers) b (id) on a.id < b.id)
        select p.one, p.other, array_agg(p.reason order by p.reason),
            sum(case when p.reason in ('inn', 'document') then 4 when p.reason = 'name-and-home' then 3 else 2 end)::integer
        from pairs p group by p.one, p.other $$;
