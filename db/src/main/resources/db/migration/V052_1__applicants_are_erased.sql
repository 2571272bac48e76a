-- Applicants who never became customers are erased by a rule of keeping, as customers are: what they told, pictures of visits,
-- the values in the trail. Numbers, states and days stay for the funnel.

alter table applications
    add column erased_at timestamptz,
    drop constraint applicants_can_be_reached,
    add constraint applicants_can_be_reached check (erased_at is not null or phone is not null or email is not null
        or customer_id is not null);
create index applications_refused on applications (status_at, id)
    where status = 'refused' and customer_id is null and erased_at is null and not awaits_coverage;

-- From which state to which: everything else is refused here, whoever asks. Nobody is left of whom has been erased.
create or replace function check_application() returns trigger language plpgsql
    as $$
begin
    if tg_op = 'INSERT' then
        if new.status <> 'new' then
            raise exception 'an application begins as new' using errcode = 'integrity_constraint_violation';
        end if;
    elsif new.status <> old.status and (old.erased_at is not null or (old.status, new.status) not in (
            ('new', 'feasible'), ('new', 'refused'), ('feasible', 'scheduled'), ('feasible', 'refused'),
            ('scheduled', 'feasible'), ('scheduled', 'installed'), ('scheduled', 'refused'), ('refused', 'new'))) then
        raise exception 'an application does not go from % to %', old.status, new.status
            using errcode = 'integrity_constraint_violation';
    end if;
    return new;
end $$;

-- Which rows belong to application $1, whose applicant is nobody's customer; null: such a person is not in that table.
alter table erased_tables add column of_application text;
update erased_tables set of_application = case table_name
        when 'mails' then 't.subject = $1'
        when 'applications' then 't.id = $1'
        when 'application_steps' then 't.application_id = $1'
        when 'work_orders' then 't.application_id = $1'
        when 'work_order_files' then 't.work_order_id in (select w.id from work_orders w where w.application_id = $1)' end,
    sets = case when table_name = 'applications' then sets || ', awaits_coverage = false, erased_at = now(), version = t.version + 1'
        else sets end;

-- The deed on an applicant is one like any other: its digest in the trail proves the rows that it has emptied.
alter table erasures
    alter column customer_id drop not null,
    add column application_id uuid references applications,
    add constraint an_erasure_is_somebodys check (num_nonnulls(customer_id, application_id) = 1);
create unique index erasures_application on erasures (application_id) where application_id is not null;

-- Erases a customer and their user, or an applicant, in the caller's transaction, and answers how many rows of the trail are
-- without values now, and their digest. What was there before must not enter the trail by being erased, so the trail is told
-- nobody's name meanwhile.
create function erase_written(of_id uuid, of_user uuid, deed uuid, of_applicant boolean, out trail_rows integer, out trail_digest text)
    language plpgsql security definer set search_path from current
    as $$
declare
    r record;
    actor constant text := coalesce(current_setting('uplink.actor', true), '');
    -- where the application is the owner it has taken these rights from itself
    lacking constant text := (select string_agg(distinct format('%I', x.name), ', ') from (
            select e.table_name as name from erased_tables e union all values ('audit_log'), ('audit_erasures')) x
        where not has_table_privilege(current_user, x.name, 'update'));
begin
    perform set_config('uplink.actor', '', true);
    if lacking is not null then
        execute format('grant update on %s to %I', lacking, current_user);
    end if;
    for r in select e.table_name, e.sets, case when of_applicant then e.of_application else e.belongs end as belongs
            from erased_tables e where not of_applicant or e.of_application is not null order by e.no loop
        if r.sets is null then
            execute format('delete from %I t where %s', r.table_name, r.belongs) using of_id, of_user;
        else
            execute format('update %I t set %s where %s', r.table_name, r.sets, r.belongs) using of_id, of_user;
        end if;
    end loop;
    insert into audit_erasures (audit_id, erasure_id)
        select a.id, deed from audit_log a where not of_applicant and a.customer_id = of_id
        union select a.id, deed from audit_log a where not of_applicant and a.actor_id = of_user
        union select a.id, deed from audit_log a where not of_applicant and a.entity = 'user' and a.entity_id = of_user::text
        union select a.id, deed from audit_log a where of_applicant and a.entity = 'application' and a.entity_id = of_id::text
        union select a.id, deed from audit_log a where of_applicant and a.entity = 'work-order'
            and a.entity_id in (select w.id::text from work_orders w where w.application_id = of_id)
        on conflict do nothing;
    update audit_log a set before = audit_without_values(a.before), after = audit_without_values(a.after),
            actor_name = case when a.actor_id = of_user then '—' else a.actor_name end,
            address = case when a.actor_id is null or a.actor_id = of_user then null else a.address end,
            agent = case when a.actor_id is null or a.actor_id = of_user then null else a.agent end,
            request_id = case when a.actor_id is null or a.actor_id = of_user then null else a.request_id end
        from audit_erasures e where e.audit_id = a.id and e.erasure_id = deed;
    update audit_erasures e set left_hash = audit_hash(a) from audit_log a where a.id = e.audit_id and e.erasure_id = deed;
    select count(*), encode(sha256(coalesce(string_agg(uuid_send(e.audit_id) || e.left_hash, ''::bytea order by e.audit_id), '')), 'hex')
        into trail_rows, trail_digest from audit_erasures e where e.erasure_id = deed;
    if lacking is not null then
        execute format('revoke update on %s from %I', lacking, current_user);
    end if;
    perform set_config('uplink.actor', actor, true);
end $$;
revoke execute on function erase_written(uuid, uuid, uuid, boolean) from public;

create or replace function erase_person(of_customer uuid, of_user uuid, deed uuid, out trail_rows integer, out trail_digest text)
    language sql security definer set search_path from current
    as $$ select w.trail_rows, w.trail_digest from erase_written(of_customer, of_user, deed, false) w $$;
create function erase_applicant(of_application uuid, deed uuid, out trail_rows integer, out trail_digest text)
    language sql security definer set search_path from current
    as $$ select w.trail_rows, w.trail_digest from erase_written(of_application, null, deed, true) w $$;
revoke execute on function erase_applicant(uuid, uuid) from public;

-- Whom a rule that erases is about.
alter table retention_rules add column persons text check (persons in ('customers', 'applicants'));
update retention_rules set persons = 'customers' where code = 'customers';
insert into retention_rules (code, no, erases, persons, business, unit, least, law, keep, per_night, enabled, name_ru, name_en, source_ru, source_en) values
    ('applicants', (select max(no) + 1 from retention_rules), true, 'applicants', true, 'days', 30, null, 180, 500, false,
        'Заявители, которым отказано и которые не ждут сети: персональные данные',
        'Applicants who were refused and wait for no network: their personal data',
        '152-ФЗ, ст. 5, ч. 7 и ст. 21, ч. 4: человек не стал абонентом, цель достигнута',
        '152-ФЗ, art. 5, par. 7 and art. 21, par. 4: nobody became a customer, the purpose is fulfilled');
alter table retention_rules add check (erases = (persons is not null));
