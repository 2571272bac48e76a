-- What the consumers of events keep: notifications for customers, daily figures, imports.

create table notifications (
    id          uuid not null primary key,
    customer_id uuid not null references customers,
    kind        text not null,
    event_id    uuid not null,
    data        jsonb not null,
    created_at  timestamptz not null,
    read_at     timestamptz
) partition by range (id);
create index notifications_customer on notifications (customer_id, id desc);
create table notifications_rest partition of notifications default;
insert into partitioned_tables values ('notifications', 'uuid7', null);

-- Mails to be sent: whom and about what. The text, and the token in it, is made when the mail goes out.
create table mails (
    id         uuid primary key,
    event_id   uuid not null unique,
    event_type text not null,
    subject    uuid not null,
    attempts   integer not null default 0,
    created_at timestamptz not null,
    next_at    timestamptz not null,
    done_at    timestamptz,
    outcome    text check (outcome in ('sent', 'nobody', 'failed')),
    failure    text
);
create index mails_due on mails (next_at) where done_at is null;

-- Sums by day; the shard spreads writers so that no row is hot.
create table daily_figures (
    day    date not null,
    figure text not null,
    shard  integer not null check (shard between 0 and 31),
    count  bigint not null default 0,
    amount numeric(18, 2) not null default 0,
    primary key (day, figure, shard)
) with (fillfactor = 50);

create table imports (
    id          uuid primary key,
    kind        text not null check (kind in ('customers')),
    file_name   text not null,
    sha256      bytea not null,
    content     bytea not null,
    mode        text not null check (mode in ('all-or-nothing', 'good-rows')),
    dry_run     boolean not null,
    status      text not null check (status in ('queued', 'running', 'stopping', 'stopped', 'completed', 'refused', 'failed')),
    total       integer not null default 0,
    done        integer not null default 0,
    added       integer not null default 0,
    unchanged   integer not null default 0,
    refused     integer not null default 0,
    failure     text,
    started_by  uuid,
    created_at  timestamptz not null,
    started_at  timestamptz,
    finished_at timestamptz
);
create index imports_newest on imports (created_at desc);
create table import_refusals (
    import_id uuid not null references imports on delete cascade,
    line      integer not null,
    column_name text not null,
    reason    text not null,                             -- a code with texts in ru and en
    detail    jsonb not null default '{}',
    primary key (import_id, line, column_name, reason)
);

select ensure_partitions(date '2024-01-01', (now() + interval '14 months')::date);
