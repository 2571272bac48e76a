-- What customers are told outside the cabinet: by which ways, in what words, when, and what became of it (ADR 74).

-- An id that is ordered by time, for statements that make many rows at once.
create function next_uuid7() returns uuid language sql volatile parallel safe
    as $$ select (lpad(to_hex((extract(epoch from clock_timestamp()) * 1000)::bigint), 12, '0') || '7'
        || substr(replace(gen_random_uuid()::text, '-', ''), 14))::uuid $$;

-- By which ways customers hear of a topic, unless they say otherwise; of what is mandatory they cannot.
create table notice_channels (
    topic     text not null check (topic ~ '^[a-z][a-z-]{0,62}$'),
    channel   text not null check (channel in ('email', 'sms', 'push')),
    wanted    boolean not null,
    mandatory boolean not null,
    by_mails  boolean not null default false,            -- the letters are written out of the table mails
    primary key (topic, channel),
    unique (topic, channel, mandatory),
    check (wanted or not mandatory),
    check (not by_mails or channel = 'email' and mandatory)
);
insert into notice_channels (topic, channel, wanted, mandatory, by_mails) values
    ('security', 'email', true, true, true),
    ('debt', 'email', true, true, false),
    ('debt', 'sms', true, true, false),
    ('debt', 'push', true, true, false),
    ('invoices', 'email', true, false, false),
    ('invoices', 'sms', false, false, false),
    ('invoices', 'push', true, false, false),
    ('payments', 'email', true, false, false),
    ('payments', 'sms', false, false, false),
    ('payments', 'push', true, false, false),
    ('services', 'email', true, false, false),
    ('services', 'sms', false, false, false),
    ('services', 'push', true, false, false),
    ('outages', 'email', false, false, false),
    ('outages', 'sms', false, false, false),
    ('outages', 'push', true, false, false),
    ('applications', 'email', true, true, true),
    ('applications', 'sms', true, false, false),
    ('applications', 'push', true, false, false);

-- What a customer has chosen otherwise.
create table notice_choices (
    customer_id uuid not null references customers,
    topic       text not null,
    channel     text not null,
    wanted      boolean not null,
    mandatory   boolean not null default false check (not mandatory), -- always false, for the key: what is mandatory is no choice
    primary key (customer_id, topic, channel),
    foreign key (topic, channel, mandatory) references notice_channels (topic, channel, mandatory)
);

-- When a customer is not to be disturbed, by the clocks of a zone; null: the operator's.
create table notice_settings (
    customer_id uuid primary key references customers,
    quiet_from  time(0),
    quiet_to    time(0),
    zone        text check (length(zone) between 1 and 60),
    version     integer not null default 0,
    updated_at  timestamptz not null,
    check ((quiet_from is null) = (quiet_to is null)),
    check (quiet_from <> quiet_to)
);

-- The versions of words that people have made. Version 0 comes with the release and is in none of these rows, so that a better
-- one reaches everybody who has not made their own.
create table message_templates (
    kind       text not null check (kind ~ '^[a-z][a-z-]{0,62}$'),
    channel    text not null check (channel in ('app', 'email', 'sms', 'push')),
    language   text not null check (language in ('ru', 'en')),
    no         integer not null check (no > 0),
    subject    text not null check (length(subject) <= 200),
    body       text not null check (length(body) between 1 and 4000),
    created_at timestamptz not null,
    created_by uuid,
    primary key (kind, channel, language, no),
    check ((channel in ('email', 'push')) = (subject <> ''))
);
create trigger message_templates_written_once before update or delete on message_templates
    for each row execute function refuse_change();
create trigger message_templates_never_emptied before truncate on message_templates
    for each statement execute function refuse_change();

-- One message by one way: the queue, and the log of what was delivered. The words are made when it goes out.
create table messages (
    id          uuid primary key,
    notice_id   uuid not null references notifications on delete cascade,
    customer_id uuid not null references customers,
    topic       text not null,
    channel     text not null,
    device      text,                                    -- push: which of several, by the id of its token
    no          integer not null default 0 check (no >= 0), -- 0: the event's own; others were sent again by somebody
    status      text not null default 'waiting' check (status in ('waiting', 'sent', 'delivered', 'dead', 'nobody', 'unwanted')),
    attempts    integer not null default 0 check (attempts >= 0),
    created_at  timestamptz not null,
    next_at     timestamptz,                             -- when it is to be taken; whoever takes it moves this, so a node that dies delays it only
    sent_at     timestamptz,
    sent_to     text,
    language    text check (language in ('ru', 'en')),   -- in which it went out
    template_no integer,                                 -- and by which version of the words
    reference   text,                                    -- the peer's id of it
    failure     text check (length(failure) <= 500),
    unique nulls not distinct (notice_id, channel, device, no), -- one event, one message
    foreign key (topic, channel) references notice_channels (topic, channel),
    check ((status = 'waiting') = (next_at is not null)),
    check ((status in ('sent', 'delivered')) <= (sent_at is not null)),
    check ((sent_at is null) = (sent_to is null))
) with (fillfactor = 85);
create index messages_due on messages (channel, next_at) where status = 'waiting';
create index messages_customer on messages (customer_id, id desc);
create index messages_dead on messages (id desc) where status = 'dead';
create index messages_reference on messages (channel, reference) where reference is not null;

-- Messages belong to whom their notice belongs to, also when two customers turn out to be one.
create function messages_follow() returns trigger language plpgsql
    as $$
begin
    update messages set customer_id = new.customer_id where notice_id = new.id;
    return null;
end $$;
create trigger notifications_take_their_messages after update of customer_id on notifications
    for each row when (new.customer_id <> old.customer_id) execute function messages_follow();

create table delivery_attempts (
    message_id uuid not null references messages on delete cascade,
    no         integer not null check (no > 0),
    at         timestamptz not null,
    outcome    text not null check (outcome in ('sent', 'later', 'refused', 'gone', 'delivered', 'undelivered')),
    detail     text check (length(detail) <= 500),
    primary key (message_id, no)
);

-- Addresses that are no more: nothing goes there until the customer has another one.
create table dead_addresses (
    channel     text not null,
    address     text not null,
    customer_id uuid not null references customers,
    why         text not null check (length(why) between 1 and 500),
    since       timestamptz not null,
    primary key (channel, address, customer_id)
);
create index dead_addresses_customer on dead_addresses (customer_id);

-- Where customers can be reached. Push tokens join it where they are kept.
create view message_addresses (customer_id, channel, address) as
    select c.id, 'email'::text, c.email from customers c where c.email is not null
    union all
    select c.id, 'sms'::text, c.phone from customers c where c.phone is not null;

-- Channels whose peer has failed too often in a row rest; one message tries whether it is back.
create table channel_states (
    channel    text primary key check (channel in ('email', 'sms', 'push')),
    failures   integer not null check (failures > 0),    -- in a row
    rests_to   timestamptz,
    why        text not null check (length(why) <= 500),
    changed_at timestamptz not null
);

insert into permissions (code, name_ru, name_en) values
    ('message:write', 'Уведомления: тексты', 'Messages: their words');
insert into role_permissions (role, permission) values ('admin', 'message:write');

insert into audited_tables (table_name, entity, rank, customer_column, ignored) values
    ('message_templates', 'message-template', 73, null, '{}'),
    ('notice_settings', 'notice-settings', 74, 'customer_id', '{updated_at}'),
    ('notice_choices', 'notice-choice', 75, 'customer_id', '{}');
insert into unaudited_tables (table_name, reason) values
    ('notice_channels', 'written by releases'),
    ('messages', 'a queue; what a message tells of is captured'),
    ('delivery_attempts', 'the work of a queue'),
    ('dead_addresses', 'what peers have said'),
    ('channel_states', 'what peers have said');
select ensure_audit_triggers();

insert into erased_tables (no, table_name, thing, belongs, sets) values
    (1, 'delivery_attempts', 'notifications', 't.message_id in (select m.id from messages m where m.customer_id = $1)', null),
    (2, 'messages', 'notifications', 't.customer_id = $1', null),
    (3, 'dead_addresses', 'notifications', 't.customer_id = $1', null),
    (4, 'notice_settings', 'notifications', 't.customer_id = $1', null),
    (5, 'notice_choices', 'notifications', 't.customer_id = $1', null);

insert into retention_rules (code, no, erases, business, unit, least, law, keep, per_night, enabled, name_ru, name_en, source_ru, source_en) values
    ('messages', (select max(no) + 1 from retention_rules), false, false, 'months', 1, null, 6, 1000000, true,
        'Журнал доставки: что кому отправлено и чем кончилось', 'The log of deliveries: what was sent to whom, and what became of it',
        'Сообщение доставлено; журнал нужен, чтобы ответить на вопрос абонента', 'The message is delivered; the log is wanted to answer a customer');
insert into retention_tables (rule, no, table_name, key, due, moment, says, sets) values
    ('messages', 1, 'messages', 'id', 't.id < uuid7_floor($1) and t.status <> ''waiting''', 't.created_at', 't.channel || '' '' || t.topic', null);
