-- Words that somebody writes to many customers at once: to a set that is frozen, at a pace, and only to those who have agreed
-- to be written to (ADR 80).

-- What is advertising goes only to whom such a consent is in force of (Federal Law 38-ФЗ of 13 March 2006, article 18).
alter table notice_channels add column consent text check (consent in ('personal-data', 'marketing', 'third-parties'));
insert into notice_channels (topic, channel, wanted, mandatory, consent) values
    ('offers', 'email', true, false, 'marketing'),
    ('offers', 'sms', true, false, 'marketing'),
    ('offers', 'push', true, false, 'marketing');

create table campaigns (
    id          uuid primary key,
    no          bigint generated always as identity unique, -- what people call it
    name        text not null check (length(name) between 1 and 100),
    filter      jsonb not null,                           -- of the list of customers
    channels    text[] not null check (cardinality(channels) between 1 and 4 and channels <@ array['app', 'email', 'sms', 'push']),
    per_minute  integer not null check (per_minute between 1 and 6000), -- messages by each way
    status      text not null check (status in ('draft', 'waiting', 'scheduled', 'running', 'stopped', 'done', 'failed')),
    starts_at   timestamptz,                              -- business time
    total       integer not null default 0 check (total >= 0),
    told        integer not null default 0,               -- how far, in the order of the recipients
    created_by  uuid not null,
    ordered_by  uuid,                                     -- who wants it sent
    approved_by uuid,
    decided_at  timestamptz,
    note        text check (length(note) between 1 and 500),
    failure     text,
    created_at  timestamptz not null,
    started_at  timestamptz,
    finished_at timestamptz,
    version     integer not null default 0,
    constraint campaign_goes_no_further_than_its_end check (told between 0 and total),
    constraint nobody_approves_the_own_campaign check (approved_by is null or approved_by not in (created_by, ordered_by)),
    check ((status = 'draft') = (ordered_by is null)),
    check ((status = 'draft') = (starts_at is null)),
    check ((status in ('running', 'stopped', 'done', 'failed')) = (started_at is not null)),
    check ((status = 'done') = (finished_at is not null)),
    check ((status = 'failed') = (failure is not null))
);
create index campaigns_open on campaigns (id) where status in ('scheduled', 'running');
create index campaigns_status on campaigns (status, id);
create index campaigns_name on campaigns (name, id);

create table campaign_texts (
    campaign_id uuid not null references campaigns on delete cascade,
    channel     text not null check (channel in ('app', 'email', 'sms', 'push')),
    language    text not null check (language in ('ru', 'en')),
    subject     text not null check (length(subject) <= 200),
    body        text not null check (length(body) between 1 and 4000),
    primary key (campaign_id, channel, language),
    check ((channel in ('email', 'push')) = (subject <> ''))
);

-- To whom: each once, and what is told to them, written in the transaction that tells it.
create table campaign_recipients (
    campaign_id uuid not null references campaigns on delete cascade,
    customer_id uuid not null references customers,
    position    integer not null,
    notice_id   uuid unique,
    left_out    text check (left_out in ('no-consent', 'gone')),
    primary key (campaign_id, customer_id),
    unique (campaign_id, position),
    check (notice_id is null or left_out is null)
);
create index campaign_recipients_customer on campaign_recipients (customer_id);
create index campaign_recipients_left_out on campaign_recipients (campaign_id, left_out) where left_out is not null;

-- A notification of a campaign is in the customer's list only where that is one of its ways.
alter table notifications add column campaign_id uuid references campaigns, add column listed boolean not null default true;
create index notifications_campaign on notifications (campaign_id) where campaign_id is not null;

-- Messages of a campaign wait in a row of their own, so that they are stopped with it, keep its pace, and hold up nothing else.
alter table messages add column campaign_id uuid references campaigns,
    drop constraint messages_status_check,
    add constraint messages_status_check
        check (status in ('waiting', 'sent', 'delivered', 'dead', 'nobody', 'unwanted', 'no-consent'));
drop index messages_due;
create index messages_due on messages (channel, next_at) where status = 'waiting' and campaign_id is null;
create index messages_of_campaigns_due on messages (campaign_id, channel, next_at) where status = 'waiting' and campaign_id is not null;
create index messages_of_campaigns_sent on messages (campaign_id, channel, sent_at) where campaign_id is not null;

insert into permissions (code, name_ru, name_en) values
    ('campaign:read', 'Рассылки: чтение', 'Campaigns: read'),
    ('campaign:write', 'Рассылки: запись', 'Campaigns: write');
insert into role_permissions (role, permission) values
    ('admin', 'campaign:read'), ('admin', 'campaign:write'), ('operator', 'campaign:read'), ('operator', 'campaign:write'),
    ('accountant', 'campaign:read');

-- The filter may be somebody's name: the trail says that there is one, the campaign itself which.
insert into audited_tables (table_name, entity, rank, hidden, ignored) values
    ('campaigns', 'campaign', 73, '{filter}', '{total,told,started_at,finished_at,version}');
insert into audited_tables (table_name, entity, rank, owner, owner_column) values
    ('campaign_texts', 'campaign-text', 74, 'campaign', 'campaign_id');
insert into unaudited_tables (table_name, reason) values
    ('campaign_recipients', 'the work of a campaign, which is captured');
select ensure_audit_triggers();

insert into erased_tables (no, table_name, thing, belongs, sets) values
    (66, 'campaigns', 'words',
        't.filter ->> ''q'' is not null and t.id in (select r.campaign_id from campaign_recipients r where r.customer_id = $1)',
        'filter = t.filter || ''{"q": "—"}''');
insert into unerased_columns (table_name, columns, rule, reason) values
    ('campaign_recipients', '{left_out}', null, 'why somebody was not written to: one of the program''s own words');
