-- Where an app or a browser takes push messages. It hangs on the session that registered it: whoever is signed out there, by
-- whatever way, gets none any more, and with the session's row it goes.
create table push_tokens (
    id         uuid primary key,
    session_id uuid not null references sessions on delete cascade,
    platform   text not null check (platform in ('fcm', 'apns', 'webpush')),
    address    text not null check (length(address) between 1 and 2000), -- the token, or of Web Push the endpoint's URL
    public_key text check (length(public_key) between 1 and 200),        -- of the browser (RFC 8291: p256dh), base64url
    secret     text check (length(secret) between 1 and 50),             -- shared with the browser (RFC 8291: auth), base64url
    created_at timestamptz not null,
    unique (platform, address),
    check (num_nonnulls(public_key, secret) = case platform when 'webpush' then 2 else 0 end)
);
create index push_tokens_session on push_tokens (session_id);

insert into audited_tables (table_name, entity, rank, owner, owner_column, hidden) values
    ('push_tokens', 'push-token', 54, 'session', 'session_id', '{address,public_key,secret}');
select ensure_audit_triggers();

insert into erased_tables (no, table_name, thing, belongs, sets) values
    (9, 'push_tokens', 'sign-in', 't.session_id in (select s.id from sessions s where s.user_id = $2)', null);

create or replace view message_addresses (customer_id, channel, address) as
    select c.id, 'email'::text, c.email from customers c where c.email is not null
    union all
    select c.id, 'sms'::text, c.phone from customers c where c.phone is not null
    union all
    select c.id, 'push'::text, t.id::text from customers c join users u on u.id = c.user_id and u.is_active
        join sessions s on s.user_id = u.id and s.revoked_at is null and s.expires_at > now()
        join push_tokens t on t.session_id = s.id;
