-- The audit trail: what people and integrations changed. The application says in `uplink.actor`, for one transaction, on
-- whose behalf it is about to write (uplink.shared.Trail). From then on triggers collect what changes, and the commit
-- writes one row of it. Without that setting, as in a bill run, a trigger costs the evaluation of its condition.

create table audit_log (
    id          uuid not null primary key,
    at          timestamptz not null,
    actor_id    uuid,                                    -- null: somebody who was not signed in
    actor_name  text not null,                           -- as it was then
    actor_kind  text not null check (actor_kind in ('staff', 'customer', 'service', 'anonymous')),
    key_id      uuid,                                    -- the API key of a service account
    edge        text not null check (edge in ('api', 'console', 'job')),
    address     text,
    agent       text,
    request_id  text,
    action      text not null check (length(action) between 1 and 100),
    entity      text not null,
    entity_id   text not null,
    customer_id uuid,
    before      jsonb,                                   -- by entity/id: the fields that were changed, or all that were lost
    after       jsonb
) partition by range (id);
create index audit_log_actor on audit_log (actor_id, id);
create index audit_log_entity on audit_log (entity, entity_id, id);
create index audit_log_customer on audit_log (customer_id, id) where customer_id is not null;
create index audit_log_action on audit_log (action, id);
create table audit_log_rest partition of audit_log default;

create function refuse_audit_change() returns trigger language plpgsql
    as $$ begin raise exception 'rows of % are never changed', tg_table_name
        using errcode = 'integrity_constraint_violation'; end $$;
create trigger audit_log_written_once before update or delete on audit_log
    for each row execute function refuse_audit_change();
create trigger audit_log_never_emptied before truncate on audit_log
    for each statement execute function refuse_audit_change();
create trigger audit_log_never_emptied before truncate on audit_log_rest
    for each statement execute function refuse_audit_change();
insert into partitioned_tables values ('audit_log', 'uuid7',
    'create trigger audit_log_never_emptied before truncate on %I for each statement execute function refuse_audit_change()');

-- Rows that no seal covers yet. They enter it with their own transaction, so one that commits late is sealed late, not never.
create table audit_unsealed (
    id uuid primary key
) with (autovacuum_vacuum_scale_factor = 0.05);

-- Each seal covers the rows `ids`, in that order, and the seal before it.
create table audit_seals (
    no        bigint primary key check (no > 0),
    sealed_at timestamptz not null,
    ids       uuid[] not null check (cardinality(ids) > 0),
    hashes    bytea[] not null,                          -- SHA-256 of each row
    previous  bytea not null,                            -- the hash of the seal before; of nothing for the first
    hash      bytea not null,
    check (cardinality(ids) = cardinality(hashes))
);
create index audit_seals_ids on audit_seals using gin (ids);
create trigger audit_seals_written_once before update or delete on audit_seals
    for each row execute function refuse_audit_change();
create trigger audit_seals_never_emptied before truncate on audit_seals
    for each statement execute function refuse_audit_change();

-- Which tables are captured, and as what. A thing that belongs to another (a version to its tariff) names its owner.
create table audited_tables (
    table_name   text primary key,
    entity       text not null,
    rank         integer not null,                       -- of several things changed together the lowest names the row
    owner        text,                                   -- null: the thing itself
    owner_column text,
    customer_column text,
    hidden       text[] not null default '{}',           -- that it changed is told, not from what to what
    ignored      text[] not null default '{}',           -- bookkeeping; a dot leads into JSON
    omitted      text[] not null default '{}',           -- too large to be looked at
    check ((owner is null) = (owner_column is null))
);
-- And which are not, and why not. A table in neither list fails the build.
create table unaudited_tables (
    table_name text primary key,
    reason     text not null
);

insert into audited_tables (table_name, entity, rank, owner, owner_column, customer_column, hidden, ignored, omitted) values
    ('payments', 'payment', 10, null, null, 'customer_id', '{}', '{ask_at,asked}', '{}'),
    ('invoices', 'invoice', 11, null, null, 'customer_id', '{}', '{}', '{}'),
    ('transactions', 'transfer', 12, null, null, null, '{}', '{}', '{}'),
    ('bill_runs', 'bill-run', 13, null, null, 'customer_id', '{}', '{}', '{}'),
    ('quarantine', 'quarantine', 14, null, null, 'customer_id', '{}', '{}', '{}'),
    ('imports', 'import', 15, null, null, null, '{}', '{}', '{content,sha256}'),
    ('subscriptions', 'subscription', 20, null, null, 'customer_id', '{}', '{charged_to,next_due,rerate_from,status_due}', '{}'),
    ('subscription_events', 'subscription-event', 21, 'subscription', 'subscription_id', null, '{}', '{}', '{}'),
    ('subscription_discounts', 'subscription-discount', 22, 'subscription', 'subscription_id', null, '{}', '{}', '{}'),
    ('contracts', 'contract', 30, null, null, 'customer_id', '{}', '{}', '{}'),
    ('customers', 'customer', 31, null, null, 'id', '{}', '{}', '{}'),
    ('addresses', 'address', 32, 'customer', 'customer_id', 'customer_id', '{}', '{}', '{}'),
    ('tariffs', 'tariff', 40, null, null, null, '{}', '{}', '{}'),
    ('tariff_versions', 'tariff-version', 41, 'tariff', 'tariff_id', null, '{}', '{}', '{}'),
    ('packages', 'package-part', 42, 'tariff', 'tariff_id', null, '{}', '{}', '{}'),
    ('fees', 'fee', 43, null, null, null, '{}', '{}', '{}'),
    ('discounts', 'discount', 44, null, null, null, '{}', '{}', '{}'),
    ('tax_classes', 'tax', 45, null, null, null, '{}', '{}', '{}'),
    ('tax_rates', 'tax-rate', 46, 'tax', 'tax_class', null, '{}', '{}', '{}'),
    ('users', 'user', 50, null, null, null, '{password_hash,mfa_settings}', '{mfa_settings.step}', '{}'),
    ('api_keys', 'api-key', 51, 'user', 'user_id', null, '{key_hash}', '{used_at}', '{}'),
    ('api_key_permissions', 'api-key-permission', 52, 'api-key', 'key_id', null, '{}', '{}', '{}'),
    ('sessions', 'session', 53, 'user', 'user_id', null, '{}', '{used_at,expires_at,confirmed_at,refresh_family}', '{}'),
    ('passkeys', 'passkey', 53, 'user', 'user_id', null, '{}', '{used_at,sign_count,backed_up,credential,credential_id}', '{}'),
    ('email_changes', 'email-change', 53, 'user', 'user_id', null, '{}', '{}', '{}'),
    ('backup_codes', 'backup-code', 57, 'user', 'user_id', null, '{code_hash}', '{}', '{}'),
    ('roles', 'role', 54, null, null, null, '{}', '{}', '{}'),
    ('role_permissions', 'role-permission', 55, 'role', 'role', null, '{}', '{}', '{}'),
    ('signing_keys', 'signing-key', 56, null, null, null, '{private_encrypted}', '{}', '{}'),
    ('notifications', 'notification', 60, null, null, 'customer_id', '{}', '{}', '{}'),
    ('dead_letters', 'dead-letter', 61, null, null, null, '{}', '{}', '{body}'),
    ('settings', 'setting', 70, null, null, null, '{}', '{}', '{}');

insert into unaudited_tables (table_name, reason) values
    ('flyway_schema_history', 'written by releases'),
    ('partitioned_tables', 'written by releases'),
    ('permissions', 'written by releases'),
    ('audited_tables', 'written by releases'),
    ('unaudited_tables', 'written by releases'),
    ('audit_log', 'the trail itself'),
    ('audit_unsealed', 'the trail itself'),
    ('audit_seals', 'the trail itself'),
    ('audit_open', 'the trail itself'),
    ('leases', 'which node works'),
    ('job_runs', 'which job has run'),
    ('outbox', 'events of changes that are captured'),
    ('inbox', 'which event has had its effect'),
    ('idempotency_keys', 'answers, kept to be repeated'),
    ('number_series', 'counters'),
    ('rate_limits', 'counters'),
    ('number_ranges', 'counters'),
    ('refresh_tokens', 'hashes of tokens; their session is captured'),
    ('one_time_tokens', 'hashes of tokens; what they are good for is captured'),
    ('login_attempts', 'counters; refused sign-ins are recorded as such'),
    ('registrations', 'wishes of people who have not proved who they are; the user is captured'),
    ('customer_search', 'derived from customers'),
    ('ledger_accounts', 'come with their customer'),
    ('ledger_snapshots', 'derived from transactions'),
    ('payment_attempts', 'calls to providers, made by the system; the payment is captured'),
    ('allocations', 'derived from payments and invoices'),
    ('open_credits', 'derived from transactions'),
    ('charges', 'lines of invoices, which are captured'),
    ('bill_run_chunks', 'the work of a run; the run is captured'),
    ('bill_run_tariffs', 'the work of a run; the run is captured'),
    ('bill_run_anomalies', 'the work of a run; the run is captured'),
    ('import_refusals', 'the report of an import, which is captured'),
    ('mails', 'a queue; what a mail tells of is captured'),
    ('daily_figures', 'derived from events');

-- Transactions that have something to write at their commit.
create unlogged table audit_open (
    xid xid8 primary key default pg_current_xact_id()
) with (autovacuum_vacuum_scale_factor = 0.05);

-- Collects one changed row. Arguments: the row of audited_tables, with the key's columns and, where something is omitted,
-- the expressions of what is left.
create function audit_capture() returns trigger language plpgsql
    as $$
declare
    conf    constant jsonb := tg_argv[0];
    before  jsonb;
    after   jsonb;
    whole   jsonb;
    field   text;
    changes text;
begin
    if tg_op <> 'INSERT' then
        if conf ->> 'columns' is null then before := to_jsonb(old);
        else execute 'select to_jsonb(r) from (select ' || (conf ->> 'columns') || ') r' into before using old; end if;
    end if;
    if tg_op <> 'DELETE' then
        if conf ->> 'columns' is null then after := to_jsonb(new);
        else execute 'select to_jsonb(r) from (select ' || (conf ->> 'columns') || ') r' into after using new; end if;
    end if;
    whole := coalesce(after, before);
    before := before - '{version,updated_at}'::text[];
    after := after - '{version,updated_at}'::text[];
    for field in select jsonb_array_elements_text(conf -> 'ignored') loop
        before := before #- string_to_array(field, '.');
        after := after #- string_to_array(field, '.');
    end loop;
    if tg_op = 'UPDATE' then
        if before = after then
            return null;
        end if;
        select jsonb_object_agg(f.key, f.value), jsonb_object_agg(f.key, after -> f.key) into before, after
            from jsonb_each(before) f where f.value is distinct from after -> f.key;
    end if;
    for field in select jsonb_array_elements_text(conf -> 'hidden') loop
        if before ? field and before -> field <> 'null' then
            before := jsonb_set(before, array[field], '{"hidden": "before"}');
        end if;
        if after ? field and after -> field <> 'null' then
            after := jsonb_set(after, array[field], '{"hidden": "after"}');
        end if;
    end loop;
    changes := coalesce(current_setting('uplink.changes', true), '');
    if changes = '' then
        insert into audit_open default values;
    end if;
    perform set_config('uplink.changes', changes || case when changes = '' then '' else ',' end || jsonb_build_object(
        'op', tg_op, 'entity', conf -> 'entity', 'rank', conf -> 'rank', 'before', before, 'after', after,
        'key', (select string_agg(whole ->> k, '/' order by n) from jsonb_array_elements_text(conf -> 'key') with ordinality x (k, n)),
        'owner', conf -> 'owner', 'owner_id', whole -> (conf ->> 'owner_column'),
        'customer', whole -> (conf ->> 'customer_column'))::text, true);
    return null;
end $$;

-- Writes a row for whoever the context tells of.
create function audit_insert(context jsonb, what text, what_id text, customer uuid, before jsonb, after jsonb) returns void
    language plpgsql security definer set search_path from current
    as $$
declare
    who users%rowtype;
begin
    select * into who from users where id = (context ->> 'actor')::uuid;
    insert into audit_log (id, at, actor_id, actor_name, actor_kind, key_id, edge, address, agent, request_id, action,
        entity, entity_id, customer_id, before, after)
    values ((context ->> 'id')::uuid, (context ->> 'at')::timestamptz, who.id,
        case when who.id is null then 'anonymous' when who.role = 'service' then who.full_name else who.email end,
        case when who.id is null then 'anonymous' when who.role in ('service', 'customer') then who.role else 'staff' end,
        case when who.role = 'service' then (context ->> 'key')::uuid end,
        context ->> 'edge', context ->> 'address', left(context ->> 'agent', 200), left(context ->> 'request', 100),
        context ->> 'action', what, what_id,
        coalesce(customer, case what
            when 'subscription' then (select s.customer_id from subscriptions s where s.id::text = what_id)
            when 'user' then (select c.id from customers c where c.user_id = what_id::uuid) end),
        before, after);
    insert into audit_unsealed (id) values ((context ->> 'id')::uuid);
end $$;

-- At the commit: what was collected, put together by thing. What was made and unmade again, or changed and changed back,
-- did not happen; when nothing is left there is no row.
create function audit_write() returns trigger language plpgsql security definer set search_path from current
    as $$
declare
    context constant jsonb := current_setting('uplink.actor');
    noun    constant text := split_part(context ->> 'action', '.', 1);
    net     record;
begin
    delete from audit_open where xid = new.xid;
    with entry as (
        select n, e ->> 'op' as op, e ->> 'entity' as entity, e ->> 'key' as key, (e ->> 'rank')::integer as rank,
            coalesce(e ->> 'owner', e ->> 'entity') as owner, coalesce(e ->> 'owner_id', e ->> 'key') as owner_id,
            (e ->> 'customer')::uuid as customer, nullif(e -> 'before', 'null') as before, nullif(e -> 'after', 'null') as after
        from jsonb_array_elements(('[' || current_setting('uplink.changes') || ']')::jsonb) with ordinality x (e, n)),
    was as (
        select entity, entry.key, jsonb_object_agg(f.key, f.value order by n desc) as fields
        from entry, jsonb_each(before) f (key, value) group by entity, entry.key),
    became as (
        select entity, entry.key, jsonb_object_agg(f.key, f.value order by n) as fields
        from entry, jsonb_each(after) f (key, value) group by entity, entry.key),
    thing as (
        select entity, key, min(n) as n, min(rank) as rank, min(owner) as owner, min(owner_id) as owner_id,
            (array_agg(customer order by n))[1] as customer,
            (array_agg(op order by n))[1] as first_op, (array_agg(op order by n desc))[1] as last_op
        from entry group by entity, key),
    outcome as (
        select t.*, case when t.first_op <> 'INSERT' then w.fields end as before,
            case when t.last_op <> 'DELETE' then b.fields end as after
        from thing t left join was w using (entity, key) left join became b using (entity, key)),
    difference as (
        select o.entity, o.key, o.n, o.rank, o.owner, o.owner_id, o.customer,
            case when after is null then before else
                (select jsonb_object_agg(f.key, f.value) from jsonb_each(before) f where f.value is distinct from after -> f.key) end as before,
            case when before is null then after else
                (select jsonb_object_agg(f.key, f.value) from jsonb_each(after) f where f.value is distinct from before -> f.key) end as after
        from outcome o where before is not null or after is not null)
    select jsonb_object_agg(entity || '/' || key, before) filter (where before is not null) as before,
        jsonb_object_agg(entity || '/' || key, after) filter (where after is not null) as after,
        (array_agg(owner order by (owner = noun) desc, rank, n))[1] as what,
        (array_agg(owner_id order by (owner = noun) desc, rank, n))[1] as what_id,
        (array_agg(customer order by (owner = noun) desc, rank, n) filter (where customer is not null))[1] as customer
    into net from difference where before is not null or after is not null;
    if net.what is not null then
        perform audit_insert(context, net.what, net.what_id, net.customer, net.before, net.after);
    end if;
    return null;
end $$;
create constraint trigger audit_at_commit after insert on audit_open
    deferrable initially deferred for each row execute function audit_write();

-- Puts the triggers on the tables of audited_tables. A migration that adds a table calls it again.
create function ensure_audit_triggers() returns void language plpgsql
    as $$
declare
    t    record;
    conf text;
begin
    for t in select * from audited_tables order by table_name loop
        conf := jsonb_build_object('entity', t.entity, 'rank', t.rank, 'owner', t.owner, 'owner_column', t.owner_column,
            'customer_column', t.customer_column, 'hidden', t.hidden, 'ignored', t.ignored,
            'key', (select jsonb_agg(a.attname order by k.n) from pg_index i
                cross join unnest(i.indkey::int2[]) with ordinality k (attnum, n)
                join pg_attribute a on a.attrelid = i.indrelid and a.attnum = k.attnum
                where i.indrelid = t.table_name::regclass and i.indisprimary),
            'columns', case when cardinality(t.omitted) > 0 then (select string_agg(format('($1).%I', a.attname), ', ')
                from pg_attribute a where a.attrelid = t.table_name::regclass and a.attnum > 0 and not a.attisdropped
                    and a.attname <> all (t.omitted)) end);
        execute format('create or replace trigger audit after insert or update or delete on %I for each row
            when (current_setting(''uplink.actor'', true) <> '''') execute function audit_capture(%L)', t.table_name, conf);
    end loop;
end $$;

select ensure_audit_triggers();
select ensure_partitions((now() - interval '1 month')::date, (now() + interval '14 months')::date);
