-- Forgetting a person (Federal Law 152-ФЗ of 27 July 2006, articles 14 and 21): who wishes it, what is erased where, and what
-- stays for the law's sake, without the person.

alter table customers
    add column erased_at timestamptz,
    add constraint customers_erased_are_nobody check (erased_at is null or status = 'closed' and user_id is null
        and full_name = contract_number and num_nonnulls(inn, email, phone) = 0);

-- What the law wants kept. While a rule that holds has not run out, counted from the end of the last contract, nobody is
-- erased; the others keep records in which the person is not named any more.
create table keeping_rules (
    code      text primary key check (code ~ '^[a-z][a-z0-9-]{0,62}$'),
    holds     boolean not null,
    months    integer check (months between 0 and 1200), -- null: for ever
    name_ru   text not null check (length(name_ru) between 1 and 300),
    name_en   text not null check (length(name_en) between 1 and 300),
    source_ru text not null check (length(source_ru) between 1 and 500),
    source_en text not null check (length(source_en) between 1 and 500),
    version   integer not null default 0,
    check (not holds or months is not null)
);
insert into keeping_rules (code, holds, months, name_ru, name_en, source_ru, source_en) values
    ('subscriber-records', true, 36,
        'Сведения об абоненте и оказанных ему услугах', 'Who was served, and with what',
        'Постановление Правительства РФ от 27.08.2005 № 538, п. 12; 126-ФЗ, ст. 64, п. 1: три года',
        'Government Decree of 27 August 2005 No. 538, item 12; Federal Law 126-ФЗ, art. 64, par. 1: three years'),
    ('accounting', false, 60,
        'Счета, начисления, платежи, возвраты, выплаты и проводки', 'Invoices, charges, payments, refunds, pay-outs and transfers',
        '402-ФЗ, ст. 29, ч. 1; НК РФ, ст. 23, п. 1, пп. 8: пять лет после отчётного года',
        'Federal Law 402-ФЗ, art. 29, par. 1; Tax Code, art. 23, par. 1, item 8: five years after the year'),
    ('receipts', false, 60,
        'Кассовые чеки, без телефона и почты', 'Fiscal receipts, without telephone and e-mail',
        '54-ФЗ, ст. 4.5: пять лет', 'Federal Law 54-ФЗ, art. 4.5: five years'),
    ('trail', false, null,
        'Журнал действий: что, когда и кем сделано; без значений', 'The audit trail: what was done, when and by whom; without values',
        '152-ФЗ, ст. 19, ч. 2, п. 8: учёт действий с персональными данными',
        'Federal Law 152-ФЗ, art. 19, par. 2, item 8: what is done with personal data is on record');

create table erasures (
    id           uuid primary key,
    customer_id  uuid not null references customers,
    status       text not null check (status in ('requested', 'withdrawn', 'refused', 'done')),
    by_customer  boolean not null,
    reason       text check (length(reason) between 1 and 500),  -- the customer's words
    basis        text check (length(basis) between 1 and 300),   -- the paper that it was done for
    answer       text check (length(answer) between 1 and 500),  -- why it was refused
    created_at   timestamptz not null,
    created_by   uuid,
    decided_at   timestamptz,
    decided_by   uuid,
    trail_rows   integer check (trail_rows >= 0),                -- of the audit trail: without values since then
    trail_digest text,                                           -- SHA-256 over their ids and what is left of them
    version      integer not null default 0,
    check ((status = 'requested') = (decided_at is null)),
    check (status <> 'refused' or answer is not null),
    check ((status = 'done') = (basis is not null)),
    check ((status = 'done') = (trail_digest is not null))
);
create unique index erasures_open on erasures (customer_id) where status = 'requested';
create unique index erasures_done on erasures (customer_id) where status = 'done';
create index erasures_customer on erasures (customer_id, id);
create index erasures_newest on erasures (status, id desc);

-- Where a person is written down, in the order in which it is erased: rows t of customer $1 and their user $2 are deleted, or
-- set. A column of text that is in neither list fails the build, once its table hangs on a customer.
create table erased_tables (
    no         integer primary key,
    table_name text not null,
    thing      text not null,                            -- what people call it, with words in both languages
    belongs    text not null,
    sets       text                                      -- null: the rows are deleted
);
create table unerased_columns (
    table_name text not null,
    columns    text[] not null,
    rule       text references keeping_rules,            -- null: it says nothing about a person
    reason     text not null,
    primary key (table_name, columns)
);

insert into erased_tables (no, table_name, thing, belongs, sets) values
    (10, 'mails', 'mails', 't.subject in ($1, $2) or t.subject in (select s.id from sessions s where s.user_id = $2)
        or t.subject in (select e.id from email_changes e where e.user_id = $2)', null),
    (11, 'one_time_tokens', 'sign-in', 't.subject = $2 or t.subject in (select s.id from sessions s where s.user_id = $2)
        or t.subject in (select e.id from email_changes e where e.user_id = $2)', null),
    (12, 'registrations', 'sign-in', 'lower(t.email) = (select lower(u.email) from users u where u.id = $2)', null),
    (13, 'email_changes', 'sign-in', 't.user_id = $2', null),
    (14, 'sessions', 'sign-in', 't.user_id = $2', null),
    (15, 'passkeys', 'sign-in', 't.user_id = $2', null),
    (16, 'backup_codes', 'sign-in', 't.user_id = $2', null),
    (17, 'idempotency_keys', 'answers', 't.owner_id = $2', null),
    (18, 'imports', 'imports', 't.status in (''completed'', ''refused'', ''failed'') and exists (select from contracts k
        where k.customer_id = $1 and position(convert_to(k.number, ''UTF8'') in t.content) > 0)', 'content = '''''),
    (20, 'notifications', 'notifications', 't.customer_id = $1', null),
    (21, 'customer_notes', 'notes', 't.customer_id = $1', null),
    (22, 'customer_contacts', 'contacts', 't.customer_id = $1', null),
    (23, 'customer_tags', 'notes', 't.customer_id = $1', null),
    (24, 'customer_requisites', 'profile', 't.customer_id = $1', null),
    (25, 'identity_documents', 'documents', 't.customer_id = $1', null),
    (26, 'consents', 'consents', 't.customer_id = $1', null),
    (27, 'customer_search', 'profile', 't.customer_id = $1', null),
    (28, 'addresses', 'addresses', 't.customer_id = $1',
        'region = null, city = ''—'', street = ''—'', house = ''—'', flat = null, entrance = null, floor = null, note = null,
        place_id = null, place_by_hand = true'),
    (30, 'autopay', 'cards', 't.customer_id = $1', null),
    (31, 'saved_methods', 'cards', 't.customer_id = $1',
        'token = null, brand = ''—'', last4 = ''0000'', expires_on = null, removed_at = coalesce(t.removed_at, now())'),
    (40, 'terminations', 'words', 't.customer_id = $1',
        'reason = ''—'', equipment = null, answer = case when t.answer is not null then ''—'' end'),
    (41, 'handovers', 'words', 't.customer_id = $1 or t.new_customer_id = $1',
        'reason = ''—'', answer = case when t.answer is not null then ''—'' end'),
    (42, 'relocations', 'words', 't.customer_id = $1',
        'reason = null, answer = case when t.answer is not null then ''—'' end'),
    (43, 'subscription_discounts', 'words', 't.subscription_id in (select s.id from subscriptions s where s.customer_id = $1)',
        'reason = null, ended_reason = null'),
    (44, 'subscription_events', 'words', 't.subscription_id in (select s.id from subscriptions s where s.customer_id = $1)
        and t.text is not null', 'text = null'),
    (45, 'device_moves', 'words', 't.device_id in (select d.id from devices d where d.customer_id = $1
            union select m.device_id from device_moves m where m.customer_id = $1)
        and (t.customer_id = $1 or exists (select from device_moves m where m.device_id = t.device_id and m.no = t.no - 1
            and m.customer_id = $1))',
        'reason = case when t.state = ''written-off'' then ''—'' end, document = null'),
    (46, 'payments', 'words', 't.customer_id = $1', 'comment = null, failure = null, hint = null, return_url = null,
        confirmation_url = null, request_key = null'),
    (47, 'refunds', 'words', 't.customer_id = $1', 'reason = ''—'', failure = null, request_key = null'),
    (48, 'approvals', 'words', 't.customer_id = $1', 'reason = ''—'', note = case when t.note is not null then ''—'' end'),
    (49, 'payment_attempts', 'words', 't.payment_id in (select p.id from payments p where p.customer_id = $1)',
        'detail = null'),
    (50, 'quarantine', 'words', 't.customer_id = $1', 'detail = ''{}'''),
    (51, 'bill_run_anomalies', 'words', 't.customer_id = $1', 'detail = ''{}'''),
    (52, 'fiscal_receipts', 'words', 't.customer_id = $1', 'content = t.content - ''email'' - ''phone'', document = null,
        detail = null'),
    (53, 'erasures', 'words', 't.customer_id = $1', 'reason = null, answer = case when t.answer is not null then ''—'' end'),
    (90, 'customers', 'profile', 't.id = $1', 'user_id = null, full_name = t.contract_number, inn = null, email = null,
        phone = null, status = ''closed'', erased_at = now(), updated_at = now(), version = t.version + 1'),
    (91, 'users', 'profile', 't.id = $2', 'email = t.id::text || ''@erased.invalid'', phone = null, full_name = ''—'',
        password_hash = null, mfa_settings = ''{}'', is_active = false, updated_at = now(), version = t.version + 1');
insert into unerased_columns (table_name, columns, rule, reason) values
    ('customers', '{currency}', null, 'a word'),
    ('users', '{role}', null, 'a word'),
    ('contracts', '{number}', 'accounting', 'what accounting knows the customer by'),
    ('charges', '{cause,explanation}', 'accounting', 'a line of an invoice: tariff, days, price'),
    ('invoices', '{number,currency,items}', 'accounting', 'the invoice: its lines are tariffs, days, prices'),
    ('transactions', '{reason}', 'accounting', 'transfers are written once'),
    ('payments', '{provider,external_id,charge_id,currency}', 'accounting', 'the payment as its provider knows it'),
    ('refunds', '{provider,external_id,currency}', 'accounting', 'the refund as its provider knows it'),
    ('payouts', '{payee,account,bic,reason,currency,request_key}', 'accounting', 'to whom money was paid out'),
    ('approvals', '{currency}', null, 'a word'),
    ('terminal_payments', '{account,txn_id}', 'accounting', 'the payment as its agent knows it'),
    ('bank_entries', '{entry_key,format,account,currency,document,party_name,party_inn,party_account,purpose,reason}',
        'accounting', 'the bank''s statement'),
    ('bank_matches', '{undone_why}', 'accounting', 'why money was given to somebody else'),
    ('discrepancies', '{provider,subject,external_id,currency,reason}', 'accounting', 'the provider''s register'),
    ('fiscal_receipts', '{cause,content,currency,external_id}', 'receipts', 'what was sold; telephone and e-mail are taken out'),
    ('ledger_accounts', '{code,currency}', null, 'words'),
    ('subscription_discounts', '{name_ru,name_en}', null, 'what the discount is called'),
    ('subscription_events', '{tax_class}', null, 'a word'),
    ('saved_methods', '{provider}', null, 'a word'),
    ('devices', '{serial,mac}', null, 'a device that was sold, as its maker calls it'),
    ('quarantine', '{reason}', null, 'a word'),
    ('bill_runs', '{currency,failure}', null, 'a program''s words'),
    ('bill_run_chunks', '{last_error}', null, 'a program''s words'),
    ('api_keys', '{name,key_hash,hint}', null, 'of programs, which are no persons'),
    ('api_key_permissions', '{permission}', null, 'a word'),
    ('audit_log', '{action,entity,entity_id}', 'trail', 'what was done, to which id'),
    ('audit_erasures', '{left_hash}', 'trail', 'a hash of what is left'),
    ('erasures', '{basis,trail_digest}', 'trail', 'on what grounds the person was erased');
create index mails_subject on mails (subject);

-- Rows of the trail whose values were taken out, with the hash of what is left.
create table audit_erasures (
    audit_id   uuid primary key,
    erasure_id uuid not null references erasures deferrable initially deferred,
    left_hash  bytea                                     -- null: only while it is being done
);
create index audit_erasures_erasure on audit_erasures (erasure_id);

-- The hash of a row of the trail as the seals have it: each field after its length, null as length -1.
create function audit_hash(a audit_log) returns bytea language sql stable
    as $$ select sha256(string_agg(case when f is null then '\xffffffff'::bytea
            else int4send(octet_length(convert_to(f, 'UTF8'))) || convert_to(f, 'UTF8') end, ''::bytea order by n))
        from unnest(array[a.id::text, (extract(epoch from a.at) * 1000000)::bigint::text, a.actor_id::text, a.actor_name,
            a.actor_kind, a.key_id::text, a.edge, a.address, a.agent, a.request_id, a.action, a.entity, a.entity_id,
            a.customer_id::text, a.before::text, a.after::text]) with ordinality x (f, n) $$;

-- Which fields there were stays, their values do not.
create function audit_without_values(things jsonb) returns jsonb language sql immutable
    as $$ select jsonb_object_agg(regexp_replace(t.key, '^(tag/[^/]*)/.*$', '\1/—'), case when jsonb_typeof(t.value) = 'object'
            then (select coalesce(jsonb_object_agg(f.key, case when f.value = 'null' then f.value else '{"hidden": "erased"}' end), '{}')
                from jsonb_each(t.value) f) else '{"hidden": "erased"}' end)
        from jsonb_each(things) t $$;

-- A row of the trail changes in one case: its values are taken out, by an erasure that names it.
create function refuse_audit_change_but_erasure() returns trigger language plpgsql
    as $$
begin
    if tg_op = 'UPDATE' and exists (select from audit_erasures e where e.audit_id = old.id and e.left_hash is null)
            and (new.id, new.at, new.actor_id, new.actor_kind, new.key_id, new.edge, new.action, new.entity, new.entity_id,
                new.customer_id) is not distinct from (old.id, old.at, old.actor_id, old.actor_kind, old.key_id, old.edge,
                old.action, old.entity, old.entity_id, old.customer_id)
            and new.before is not distinct from audit_without_values(old.before)
            and new.after is not distinct from audit_without_values(old.after) then
        return new;
    end if;
    raise exception 'rows of % are never changed', tg_table_name using errcode = 'integrity_constraint_violation';
end $$;
drop trigger audit_log_written_once on audit_log;
create trigger audit_log_written_once before update or delete on audit_log
    for each row execute function refuse_audit_change_but_erasure();

-- Histories are only added to; an erasure takes people's words out of them and nothing else.
create function refuse_change_but_erasure() returns trigger language plpgsql
    as $$
begin
    if tg_op = 'UPDATE' and to_jsonb(new) - tg_argv = to_jsonb(old) - tg_argv
            and not exists (select from jsonb_each_text(to_jsonb(new)) f where f.key = any (tg_argv) and f.value <> '—') then
        return new;
    end if;
    raise exception '% rows are written once', tg_table_name using errcode = 'integrity_constraint_violation';
end $$;
drop trigger subscription_events_written_once on subscription_events;
create trigger subscription_events_written_once before update or delete on subscription_events
    for each row execute function refuse_change_but_erasure('text');
drop trigger device_moves_written_once on device_moves;
create trigger device_moves_written_once before update or delete on device_moves
    for each row execute function refuse_change_but_erasure('reason', 'document');

-- How many rows of each thing there are to erase.
create function erasable(of_customer uuid, of_user uuid) returns table (thing text, how_many bigint) language plpgsql stable
    as $$
declare
    r record;
begin
    for r in select * from erased_tables order by no loop
        thing := r.thing;
        execute format('select count(*) from %I t where %s', r.table_name, r.belongs) into how_many using of_customer, of_user;
        return next;
    end loop;
end $$;

-- Erases, in the caller's transaction, and answers how many rows of the trail are without values now, and their digest. What
-- was there before must not enter the trail by being erased, so the trail is told nobody's name meanwhile: the deed itself
-- is recorded by its row in `erasures`.
create function erase_person(of_customer uuid, of_user uuid, deed uuid, out trail_rows integer, out trail_digest text)
    language plpgsql security definer set search_path from current
    as $$
declare
    r record;
    actor constant text := coalesce(current_setting('uplink.actor', true), '');
    -- where the application is the owner it has taken these rights from itself
    missing constant boolean := not has_table_privilege(current_user, 'audit_log', 'update');
begin
    perform set_config('uplink.actor', '', true);
    if missing then
        execute format('grant update on audit_log, audit_erasures, subscription_events, device_moves to %I', current_user);
    end if;
    for r in select * from erased_tables order by no loop
        if r.sets is null then
            execute format('delete from %I t where %s', r.table_name, r.belongs) using of_customer, of_user;
        else
            execute format('update %I t set %s where %s', r.table_name, r.sets, r.belongs) using of_customer, of_user;
        end if;
    end loop;
    insert into audit_erasures (audit_id, erasure_id)
        select a.id, deed from audit_log a where a.customer_id = of_customer
        union select a.id, deed from audit_log a where a.actor_id = of_user
        union select a.id, deed from audit_log a where a.entity = 'user' and a.entity_id = of_user::text;
    update audit_log a set before = audit_without_values(a.before), after = audit_without_values(a.after),
            actor_name = case when a.actor_id = of_user then '—' else a.actor_name end,
            address = case when a.actor_id is null or a.actor_id = of_user then null else a.address end,
            agent = case when a.actor_id is null or a.actor_id = of_user then null else a.agent end,
            request_id = case when a.actor_id is null or a.actor_id = of_user then null else a.request_id end
        from audit_erasures e where e.audit_id = a.id and e.erasure_id = deed;
    update audit_erasures e set left_hash = audit_hash(a) from audit_log a where a.id = e.audit_id and e.erasure_id = deed;
    select count(*), encode(sha256(coalesce(string_agg(uuid_send(e.audit_id) || e.left_hash, ''::bytea order by e.audit_id), '')), 'hex')
        into trail_rows, trail_digest from audit_erasures e where e.erasure_id = deed;
    if missing then
        execute format('revoke update on audit_log, audit_erasures, subscription_events, device_moves from %I', current_user);
    end if;
    perform set_config('uplink.actor', actor, true);
end $$;
revoke execute on function erase_person(uuid, uuid, uuid) from public;

insert into permissions (code, name_ru, name_en) values
    ('customer:erase', 'Абоненты: удаление персональных данных', 'Customers: erasure of personal data');
insert into role_permissions (role, permission) values ('admin', 'customer:erase');

insert into audited_tables (table_name, entity, rank, customer_column) values ('erasures', 'erasure', 6, 'customer_id');
insert into unaudited_tables (table_name, reason) values
    ('keeping_rules', 'written by releases'),
    ('erased_tables', 'written by releases'),
    ('unerased_columns', 'written by releases'),
    ('audit_erasures', 'the trail itself');
select ensure_audit_triggers();
