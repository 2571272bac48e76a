-- How long things are kept (Federal Law 152-ФЗ of 27 July 2006, article 5, par. 7): rules, what they take, and what they took.

-- Why a person cannot be erased yet, in the order in which it is settled: for one customer, and joined for many.
create function erasure_obstacles(of_customer uuid, today date)
    returns table (no integer, kind text, n bigint, until date) language sql stable
    as $$ select x.no, x.kind, x.n, x.until from customers c cross join lateral (
            select 1 as no, 'erased' as kind, count(*) as n, null::date as until where c.erased_at is not null
            union all select 2, 'contract', count(*), null from contracts k
                where k.customer_id = c.id and (k.status <> 'terminated' or k.closed_on is null or k.closed_on > today)
            union all select 3, 'service', count(*), null from subscriptions s
                where s.customer_id = c.id and s.status <> 'cancelled'
            union all select 4, 'unbilled', count(*), null from subscriptions s where s.customer_id = c.id
                and (s.next_due is not null or s.rerate_from is not null or exists (select from charges g
                    where g.subscription_id = s.id and g.invoice_id is null))
            union all select 5, 'debt', count(*), null from (
                select from invoices i where i.customer_id = c.id and i.status in ('pending', 'overdue')
                union all select where c.balance < 0) d
            union all select 6, 'credit', count(*), null where c.balance > 0
            union all select 7, 'payment', count(*), null from payments p
                where p.customer_id = c.id and p.status in ('created', 'pending', 'unknown')
            union all select 8, 'refund', count(*), null from refunds r
                where r.customer_id = c.id and r.status in ('waiting', 'created', 'pending', 'unknown')
            union all select 9, 'payout', count(*), null from payouts o
                where o.customer_id = c.id and o.status = 'waiting'
            union all select 10, 'approval', count(*), null from approvals a
                where a.customer_id = c.id and a.status = 'waiting'
            union all select 11, 'receipt', count(*), null from fiscal_receipts f
                where f.customer_id = c.id and f.status in ('waiting', 'sent')
            union all select 12, 'device', count(*), null from devices v
                where v.customer_id = c.id and v.terms in ('rent', 'loan')
            union all select 13, 'quarantine', count(*), null from quarantine q
                where q.customer_id = c.id and q.resolved_at is null
            union all select 14, 'application', count(*), null from applications a
                where a.customer_id = c.id and a.status not in ('installed', 'refused')
            union all select 15, 'law', count(*), max(e.until) from (
                select (k.closed_on + r.months * interval '1 month')::date as until from contracts k, keeping_rules r
                where k.customer_id = c.id and r.holds) e where e.until > today) x
        where c.id = of_customer and x.n > 0 $$;

-- Customers whose last contract ended, and in whose account nothing has moved, since that day; and when it ended.
create function retention_customers(before date) returns table (customer_id uuid, ended date) language sql stable
    as $$ select e.customer_id, e.ended from (
            select k.customer_id, max(k.closed_on) as ended from contracts k
            where k.status = 'terminated' and k.closed_on <= before group by k.customer_id) e
        join customers c on c.id = e.customer_id and c.erased_at is null
        where not exists (select from contracts o where o.customer_id = e.customer_id
                and (o.status <> 'terminated' or o.closed_on is null or o.closed_on > before))
            and not exists (select from transactions t where t.debit_account = e.customer_id
                and t.id > uuid7_floor(before::timestamptz) and t.effective_on > before)
            and not exists (select from transactions t where t.credit_account = e.customer_id
                and t.id > uuid7_floor(before::timestamptz) and t.effective_on > before) $$;
create index contracts_ended on contracts (closed_on) where status = 'terminated';

create table retention_rules (
    code       text primary key check (code ~ '^[a-z][a-z0-9-]{0,62}$'),
    no         integer not null unique,
    erases     boolean not null,                         -- persons, one by one, as an erasure does; else rows of retention_tables
    business   boolean not null,                         -- counted by business time, else by the machine's
    unit       text not null check (unit in ('days', 'months')),
    least      integer not null check (least >= 1),      -- less, and the program misses it
    law        text references keeping_rules,            -- less, and the law misses it
    keep       integer not null,
    per_night  integer not null check (per_night between 1 and 10000000),
    enabled    boolean not null,
    reason     text check (length(reason) between 1 and 300), -- the operator's own grounds: an order and its number
    name_ru    text not null check (length(name_ru) between 1 and 300),
    name_en    text not null check (length(name_en) between 1 and 300),
    source_ru  text not null check (length(source_ru) between 1 and 500),
    source_en  text not null check (length(source_en) between 1 and 500),
    changed_at timestamptz,
    changed_by uuid,                                     -- null: as delivered
    version    integer not null default 0,
    check (keep between least and 36500),
    check (law is null or unit = 'months'),
    check (not (erases and enabled) or reason is not null)
);

-- Nobody keeps for a shorter time than a law demands.
create function refuse_keeping_less() returns trigger language plpgsql
    as $$
begin
    if new.keep < (select months from keeping_rules where code = new.law) then
        raise exception 'rule % keeps for a shorter time than the law', new.code using errcode = 'check_violation';
    end if;
    return new;
end $$;
create trigger retention_rules_law before insert or update on retention_rules
    for each row execute function refuse_keeping_less();

-- What a rule takes: rows t that are due before $1 are deleted, or set.
create table retention_tables (
    rule       text not null references retention_rules,
    no         integer not null,
    table_name text not null,
    key        text not null,                            -- the columns of the primary key
    due        text not null,
    moment     text not null,                            -- since when the row has not been needed
    says       text not null,                            -- what tells one row from another, without anybody's name
    sets       text,                                     -- null: the rows are deleted
    primary key (rule, no)
);

insert into retention_rules (code, no, erases, business, unit, least, law, keep, per_night, enabled, name_ru, name_en, source_ru, source_en) values
    ('customers', 1, true, true, 'months', 1, 'subscriber-records', 60, 500, false,
        'Абоненты, у которых нет договоров: персональные данные', 'Customers whose contracts have ended: their personal data',
        '152-ФЗ, ст. 5, ч. 7 и ст. 21, ч. 4: не дольше, чем требуют цели и закон; 402-ФЗ, ст. 29: пять лет для учёта',
        '152-ФЗ, art. 5, par. 7 and art. 21, par. 4: no longer than purpose and law want it; 402-ФЗ, art. 29: five years for accounting'),
    ('imports', 2, false, true, 'days', 7, null, 90, 10000, false,
        'Загруженные файлы и отклонённые строки', 'Imported files and their refused rows',
        '152-ФЗ, ст. 5, ч. 7: файл загружен, цель достигнута', '152-ФЗ, art. 5, par. 7: the file is taken over, its purpose is fulfilled'),
    ('notifications', 3, false, true, 'months', 1, null, 12, 1000000, false,
        'Прочитанные уведомления абонентов', 'Messages that customers have read',
        '152-ФЗ, ст. 5, ч. 7: абонент прочитал, цель достигнута', '152-ФЗ, art. 5, par. 7: the customer has read it, its purpose is fulfilled'),
    ('mails', 4, false, false, 'months', 1, null, 3, 1000000, true,
        'Очередь писем: кому и о чём', 'The queue of letters: to whom and about what',
        'Письмо отправлено', 'The letter is sent'),
    ('sign-ins', 5, false, false, 'days', 7, null, 30, 1000000, true,
        'Сессии, которые истекли, одноразовые ссылки, попытки входа', 'Sessions that are over, links that are used, attempts to sign in',
        'Не действуют; нужны, чтобы разобрать подбор пароля', 'Out of force; wanted to see how somebody guessed'),
    ('email-changes', 6, false, false, 'days', 7, null, 30, 1000000, false,
        'Смены почты, срок которых истёк', 'Changes of an e-mail whose time is over',
        'Не действуют', 'Out of force'),
    ('registrations', 7, false, false, 'days', 1, null, 1, 1000000, true,
        'Регистрации, которые никто не подтвердил', 'Registrations that nobody confirmed',
        '152-ФЗ, ст. 5, ч. 7: человек не стал абонентом', '152-ФЗ, art. 5, par. 7: nobody became a customer'),
    ('answers', 8, false, false, 'months', 13, null, 13, 1000000, true,
        'Ответы на запросы с Idempotency-Key', 'Answers to requests with an Idempotency-Key',
        'API обещает повторять ответ 13 месяцев', 'The API promises to repeat an answer for 13 months'),
    ('inbox', 9, false, false, 'days', 60, null, 60, 1000000, true,
        'Отметки о событиях, которые обработаны', 'Marks of events that have had their effect',
        'Событие, которое пришло снова, не действует дважды', 'An event that comes again has no second effect'),
    ('jobs', 10, false, false, 'months', 1, null, 13, 1000000, true,
        'Какая работа когда выполнена', 'Which job was done when',
        'Нужно, чтобы разобрать сбой', 'Wanted to see what failed'),
    ('rate-limits', 11, false, false, 'days', 1, null, 1, 1000000, true,
        'Счётчики запросов, которые снова полны', 'Counters of requests that are full again',
        'Полный счётчик равен новому', 'A full counter is as good as a new one');

insert into retention_tables (rule, no, table_name, key, due, moment, says, sets) values
    ('imports', 1, 'import_refusals', 'import_id, line, column_name, reason',
        'exists (select from imports i where i.id = t.import_id and i.finished_at < $1)',
        '(select i.finished_at from imports i where i.id = t.import_id)', 't.import_id || '' · '' || t.line || '' · '' || t.column_name', null),
    ('imports', 2, 'imports', 'id', 't.finished_at < $1 and octet_length(t.content) > 0', 't.finished_at', 't.kind || '' · '' || t.id',
        'content = '''''),
    ('notifications', 1, 'notifications', 'id', 't.id < uuid7_floor($1) and t.read_at < $1', 't.read_at', 't.kind', null),
    ('mails', 1, 'mails', 'id', 't.created_at < $1', 't.created_at', 't.event_type', null),
    ('sign-ins', 1, 'sessions', 'id', 't.expires_at < $1', 't.expires_at', 't.kind', null),
    ('sign-ins', 2, 'one_time_tokens', 'token_hash', 't.expires_at < $1', 't.expires_at', 't.purpose', null),
    ('sign-ins', 3, 'login_attempts', 'id', 't.at < $1', 't.at', '''login''', null),
    ('email-changes', 1, 'email_changes', 'id', 't.expires_at < $1', 't.expires_at', 't.id', null),
    ('registrations', 1, 'registrations', 'id', 't.expires_at < $1', 't.expires_at', 't.id', null),
    ('answers', 1, 'idempotency_keys', 'owner_id, key', 't.created_at < $1', 't.created_at', 't.state || '' '' || coalesce(t.response_status::text, '''')', null),
    ('inbox', 1, 'inbox', 'consumer, event_id', 't.received_at < $1', 't.received_at', 't.consumer', null),
    ('jobs', 1, 'job_runs', 'job, due_at', 't.started_at < $1', 't.started_at', 't.job', null),
    ('rate-limits', 1, 'rate_limits', 'key', 't.full_at < (extract(epoch from $1) * 1000000000)::bigint',
        'to_timestamp(t.full_at / 1000000000)', '''limit''', null);

-- What a rule would take, at most so many rows.
create function retention_due(of_rule text, before timestamptz, most integer) returns table (what text, since timestamptz)
    language plpgsql stable
    as $$
declare
    r retention_tables;
begin
    for r in select * from retention_tables x where x.rule = of_rule order by x.no loop
        return query execute format('select (%s)::text, (%s)::timestamptz from %I t where %s limit $2',
            r.says, r.moment, r.table_name, r.due) using before, most;
    end loop;
end $$;

-- Takes it, at most so many rows, and answers how many.
create function retention_take(of_rule text, before timestamptz, most integer) returns integer language plpgsql
    as $$
declare
    r     retention_tables;
    taken integer := 0;
    gone  integer;
begin
    for r in select * from retention_tables x where x.rule = of_rule order by x.no loop
        exit when taken >= most;
        execute format(case when r.sets is null then 'delete from %1$I' else 'update %1$I set %2$s' end
            || ' where (%3$s) in (select %3$s from %1$I t where %4$s limit %5$s)',
            r.table_name, r.sets, r.key, r.due, most - taken) using before;
        get diagnostics gone = row_count;
        taken := taken + gone;
    end loop;
    return taken;
end $$;

-- A night, or a run that somebody asked for; and what each rule took in it.
create table retention_runs (
    id          uuid primary key,
    night       date unique,                             -- null: somebody asked for it
    status      text not null check (status in ('queued', 'running', 'stopping', 'stopped', 'completed', 'failed')),
    started_by  uuid,                                    -- null: the timer
    created_at  timestamptz not null,
    started_at  timestamptz,
    finished_at timestamptz,
    check ((status in ('stopped', 'completed', 'failed')) = (finished_at is not null))
);
create unique index retention_runs_open on retention_runs ((true)) where finished_at is null;
create table retention_results (
    run_id      uuid not null references retention_runs,
    rule        text not null references retention_rules,
    keep        integer not null,                        -- as the rule was
    found       integer not null check (found >= 0),     -- at most as many as a night may take
    taken       integer not null default 0 check (taken >= 0),
    failed      integer not null default 0 check (failed >= 0),
    held        jsonb not null default '{}',             -- how many persons are held by what
    failure     text,
    started_at  timestamptz not null,
    finished_at timestamptz,
    primary key (run_id, rule)
);

insert into permissions (code, name_ru, name_en) values
    ('retention:manage', 'Сроки хранения', 'How long things are kept');
insert into role_permissions (role, permission) values ('admin', 'retention:manage');

insert into audited_tables (table_name, entity, rank, ignored) values
    ('retention_rules', 'retention-rule', 71, '{changed_at,changed_by}'),
    ('retention_runs', 'retention-run', 72, '{}');
insert into unaudited_tables (table_name, reason) values
    ('retention_tables', 'written by releases'),
    ('retention_results', 'the work of a run; the run is captured');
select ensure_audit_triggers();
