-- Ground under every feature: extensions, partitions, settings, leases, jobs, outbox, inbox, idempotency.

create extension if not exists pg_trgm;
create extension if not exists btree_gist;

-- The smallest UUIDv7 of an instant: ids are ordered by time, so a month is a range of ids.
create function uuid7_floor(at timestamptz) returns uuid
    language sql immutable parallel safe
    as $$ select (lpad(to_hex((extract(epoch from at) * 1000)::bigint), 12, '0') || '70008000000000000000')::uuid $$;

-- Which tables are cut by month, and by what. `extra_ddl` runs for each new partition (%I = its name).
create table partitioned_tables (
    table_name text primary key,
    key_kind   text not null check (key_kind in ('uuid7', 'date')),
    extra_ddl  text
);

-- Makes the monthly partitions that are missing between two days. Called by migrations and nightly.
create function ensure_partitions(from_day date, to_day date) returns integer
    language plpgsql security definer set search_path from current set lock_timeout = '20s'
    as $$
declare
    t record;
    m date;
    part text;
    made integer := 0;
begin
    for t in select * from partitioned_tables order by table_name loop
        m := date_trunc('month', from_day)::date;
        if t.key_kind = 'uuid7' then -- ids carry the time they were made: none is older than the installation
            m := greatest(m, date_trunc('month', now() - interval '1 month')::date);
        end if;
        while m <= to_day loop
            part := t.table_name || '_' || to_char(m, 'YYYY_MM');
            if to_regclass(part) is null then
                begin
                    if t.key_kind = 'uuid7' then
                        execute format('create table %I partition of %I for values from (%L) to (%L)',
                            part, t.table_name,
                            uuid7_floor(m::timestamp at time zone 'UTC'),
                            uuid7_floor((m + interval '1 month')::timestamp at time zone 'UTC'));
                    else
                        execute format('create table %I partition of %I for values from (%L) to (%L)',
                            part, t.table_name, m, (m + interval '1 month')::date);
                    end if;
                    if t.extra_ddl is not null then
                        execute format(t.extra_ddl, part);
                    end if;
                    made := made + 1;
                exception when check_violation then -- such rows came early and are in the default partition already
                    raise warning 'partition % is not made: its rows are in %_rest', part, t.table_name;
                end;
            end if;
            m := (m + interval '1 month')::date;
        end loop;
    end loop;
    return made;
end $$;

create table settings (
    key        text primary key,
    value      text not null,
    updated_at timestamptz not null default now()
);

-- Who works: the holder proves itself with the fencing token on every write that the lease protects.
create table leases (
    name       text primary key,
    holder     text not null,
    token      bigint not null check (token > 0),
    expires_at timestamptz not null
);

-- One row for each time a timed job was due: a missed one is caught up, none runs twice.
create table job_runs (
    job         text not null,
    due_at      timestamptz not null,
    started_at  timestamptz not null,
    finished_at timestamptz,
    status      text not null check (status in ('running', 'completed', 'failed')),
    attempts    integer not null default 1,
    detail      text,
    primary key (job, due_at)
);

-- Events waiting for the broker. The relay deletes what it has published, so the table stays small.
create table outbox (
    id          uuid primary key,
    type        text not null,
    source      text not null,
    subject     text not null,
    data        jsonb not null,
    occurred_at timestamptz not null
) with (autovacuum_vacuum_scale_factor = 0.02, autovacuum_vacuum_cost_delay = 0);

create table inbox (
    consumer    text not null,
    event_id    uuid not null,
    received_at timestamptz not null default now(),
    outcome     text not null default 'done' check (outcome in ('done', 'refused')),
    detail      text,
    primary key (consumer, event_id)
);
create index inbox_received on inbox (received_at);

-- Events that a consumer gave up on: shown and replayed in the console.
create table dead_letters (
    id         uuid primary key,
    consumer   text not null,
    event_id   uuid not null,
    type       text not null,
    body       text not null,
    reason     text not null,
    parked_at  timestamptz not null,
    replayed_at timestamptz,
    unique (consumer, event_id)
);

create table idempotency_keys (
    owner_id        uuid not null,
    key             text not null check (length(key) between 1 and 255),
    request_hash    bytea not null,
    claim           uuid not null,                       -- who works on it: a takeover changes it, and the slow one cannot commit
    state           text not null check (state in ('running', 'done')),
    response_status integer,
    response_headers jsonb,
    response_body   bytea,
    created_at      timestamptz not null,
    primary key (owner_id, key),
    check (state = 'running' or response_status is not null)
);
create index idempotency_keys_age on idempotency_keys (created_at);

-- Buckets of tokens that all nodes take from, one for whoever was counted lately. A crash empties it, which only makes
-- the buckets full; the names are keyed hashes, so it holds no address and nobody.
create unlogged table rate_limits (
    key      bytea primary key,
    full_at  bigint not null,                            -- nanoseconds since 1970: when the bucket is full again
    asked_at bigint not null,
    granted  bigint not null check (granted >= 0)        -- by the last statement, for its own answer
) with (fillfactor = 70, autovacuum_vacuum_scale_factor = 0.1);

-- Human numbers: contracts, invoices, tickets, each series by itself.
create table number_series (
    series     text primary key,
    prefix     text not null,
    width      integer not null check (width between 1 and 18),
    next_value bigint not null check (next_value > 0)
);
insert into number_series (series, prefix, width, next_value) values
    ('contract', 'UL-', 6, 100001),
    ('invoice', '', 9, 1),
    ('ticket', 'T-', 6, 1);

-- Which numbers were taken. A series that is set back cannot give a number again, whatever the rows that carry it are
-- partitioned by; with another prefix it begins anew.
create table number_ranges (
    series  text not null references number_series,
    prefix  text not null,
    numbers int8range not null check (not isempty(numbers)),
    exclude using gist (series with =, prefix with =, numbers with &&)
);

-- Takes `how_many` numbers of a series at once and answers the first. The caller keeps the lock short.
create function take_numbers(of_series text, how_many bigint) returns bigint
    language sql
    as $$ with taken as (
              update number_series set next_value = next_value + how_many
              where series = of_series and how_many > 0
              returning series, prefix, next_value - how_many as first)
          insert into number_ranges (series, prefix, numbers)
          select series, prefix, int8range(first, first + how_many) from taken
          returning lower(numbers) $$;
