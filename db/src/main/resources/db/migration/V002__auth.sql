-- Who may come in and what they may do. Permissions guard code; roles are sets of permissions.

create table permissions (
    code    text primary key check (code ~ '^[a-z-]+:[a-z-]+$'),
    name_ru text not null,
    name_en text not null
);
create table roles (
    code      text primary key check (code ~ '^[a-z][a-z0-9-]{1,30}$'),
    name_ru   text not null,
    name_en   text not null,
    is_system boolean not null default false
);
create table role_permissions (
    role       text not null references roles on delete cascade,
    permission text not null references permissions on delete cascade,
    primary key (role, permission)
);

create table users (
    id            uuid primary key,
    email         text not null check (length(email) between 3 and 254),
    phone         text,
    full_name     text not null,
    password_hash text,
    role          text not null references roles,
    locale        text not null default 'ru' check (locale in ('ru', 'en')),
    is_active     boolean not null default true,
    mfa_settings  jsonb not null default '{}',          -- totp: encrypted seed; step: the last one accepted; pending: seed not yet confirmed
    version       integer not null default 0,
    created_at    timestamptz not null,
    updated_at    timestamptz not null
);
create unique index users_email on users (lower(email));
create index users_role on users (role);

create table sessions (
    id               uuid primary key,
    user_id          uuid not null references users,
    refresh_family   uuid not null,
    kind             text not null default 'api' check (kind in ('api', 'console')),
    device_info      text,
    ip               text,
    second_factor_at timestamptz,                        -- null: not passed; staff may only enrol one then
    confirmed_at     timestamptz not null,               -- when the user last proved to be the one: what signs in is changed soon after
    created_at       timestamptz not null,
    used_at          timestamptz not null,
    expires_at       timestamptz not null,
    revoked_at       timestamptz
);
create index sessions_user on sessions (user_id, created_at desc);

-- Refresh tokens, each good for one use. A session is one family: reuse of a retired token ends it.
create table refresh_tokens (
    token_hash bytea primary key,
    session_id uuid not null references sessions on delete cascade,
    issued_at  timestamptz not null,
    used_at    timestamptz,
    used_by    text,                                     -- the device that exchanged it, to recover a lost answer
    recovered  boolean not null default false
);
create index refresh_tokens_session on refresh_tokens (session_id);

-- Backup codes: a public part that finds the row, the rest hashed like a password.
create table backup_codes (
    user_id   uuid not null references users,
    name      text not null,
    code_hash text not null,
    used_at   timestamptz,
    primary key (user_id, name)
);

-- Passkeys of staff: public keys only.
create table passkeys (
    id              uuid primary key,
    user_id         uuid not null references users,
    credential_id   bytea not null unique,
    credential      bytea not null,                      -- AAGUID, id and public key as the authenticator wrote them
    aaguid          uuid not null,                       -- which make of authenticator; zeros when it does not say
    sign_count      bigint not null,                     -- grows with each use, where the authenticator counts
    backup_eligible boolean not null,
    backed_up       boolean not null,                    -- whether it is kept by a provider, on several devices
    transports      text[] not null,
    label           text not null check (length(label) between 1 and 100),
    created_at      timestamptz not null,
    used_at         timestamptz
);
create index passkeys_user on passkeys (user_id);

-- People who want an account; they become users when they have proved that the address is theirs.
create table registrations (
    id            uuid primary key,
    email         text not null check (length(email) between 3 and 254),
    phone         text check (phone ~ '^\+[0-9]{7,15}$'),
    full_name     text not null check (length(full_name) between 1 and 200),
    password_hash text not null,
    locale        text not null check (locale in ('ru', 'en')),
    created_at    timestamptz not null,
    expires_at    timestamptz not null
);
create index registrations_expiry on registrations (expires_at);

-- Addresses that users want instead of theirs; they count when the link sent there was opened.
create table email_changes (
    id         uuid primary key,
    user_id    uuid not null references users,
    email      text not null check (length(email) between 3 and 254),
    before     text not null,                            -- whom to tell
    created_at timestamptz not null,
    expires_at timestamptz not null
);
create index email_changes_user on email_changes (user_id);

-- Keys of service accounts. A service account is a user with the role service: it has no password, so it cannot sign in.
create table api_keys (
    id           uuid primary key,
    user_id      uuid not null references users,
    name         text not null check (length(name) between 1 and 100),
    key_hash     bytea not null unique,
    hint         text not null,                          -- the first characters, so that people can tell keys apart
    created_at   timestamptz not null,
    expires_at   timestamptz not null,
    used_at      timestamptz,
    revoked_at   timestamptz
);
create index api_keys_user on api_keys (user_id);
create table api_key_permissions (
    key_id     uuid not null references api_keys on delete cascade,
    permission text not null references permissions on delete cascade,
    primary key (key_id, permission)
);

-- Keys that sign access tokens. The private part is encrypted with a key from the environment.
create table signing_keys (
    kid               text primary key,
    public_jwk        jsonb not null,
    private_encrypted bytea not null,
    created_at        timestamptz not null,
    signs_from        timestamptz not null,
    retired_at        timestamptz
);

-- Tokens that are sent by mail or stand between password and second factor. Only their hash is here.
create table one_time_tokens (
    token_hash bytea primary key,
    purpose    text not null check (purpose in ('confirm-email', 'reset-password', 'know-device', 'second-factor',
        'passkey-registration', 'passkey-factor', 'passkey-sign-in', 'change-email')),
    subject    uuid not null,                            -- a user, a registration, a session, a change of e-mail
    detail     text,
    created_at timestamptz not null,
    expires_at timestamptz not null,
    used_at    timestamptz
);
create index one_time_tokens_subject on one_time_tokens (subject, purpose);

-- Attempts that count: a real check of a password or a code each, and mails that anyone can cause.
create table login_attempts (
    id        uuid primary key,
    counter   bytea not null,
    at        timestamptz not null,
    succeeded boolean not null
);
create index login_attempts_recent on login_attempts (counter, at desc);

-- Admits an attempt unless the counter has used up its share since then. One caller at a time per counter: the count
-- is taken by a statement of its own, after the lock, so that it sees what the callers before have written.
create function take_login_attempt(of_counter bytea, attempt uuid, at_time timestamptz, allowed integer, since timestamptz)
    returns boolean language plpgsql
    as $$
begin
    perform pg_advisory_xact_lock(hashtextextended(encode(of_counter, 'hex'), 1));
    if (select count(*) from login_attempts where counter = of_counter and at > since and not succeeded) >= allowed then
        return false;
    end if;
    insert into login_attempts (id, counter, at, succeeded) values (attempt, of_counter, at_time, false);
    return true;
end $$;

insert into permissions (code, name_ru, name_en) values
    ('self:read', 'Свой кабинет: чтение', 'Own account: read'),
    ('self:write', 'Свой кабинет: изменения', 'Own account: change'),
    ('dashboard:read', 'Сводка', 'Dashboard'),
    ('customer:read', 'Абоненты: чтение', 'Customers: read'),
    ('customer:write', 'Абоненты: изменение', 'Customers: change'),
    ('catalog:read', 'Тарифы: чтение', 'Catalogue: read'),
    ('catalog:write', 'Тарифы: изменение', 'Catalogue: change'),
    ('billing:read', 'Счета и проводки: чтение', 'Invoices and ledger: read'),
    ('billing:run', 'Расчёт абонентов', 'Bill runs'),
    ('billing:simulate', 'Пробный расчёт тарифа', 'Rating simulation'),
    ('ledger:adjust', 'Корректировки баланса', 'Balance adjustments'),
    ('payment:read', 'Платежи: чтение', 'Payments: read'),
    ('payment:write', 'Платежи: приём', 'Payments: take'),
    ('payment:refund', 'Платежи: возврат', 'Payments: refund'),
    ('import:run', 'Загрузка абонентов', 'Imports'),
    ('report:read', 'Отчёты', 'Reports'),
    ('event:admin', 'События и недоставленное', 'Events and dead letters'),
    ('user:write', 'Пользователи', 'Users'),
    ('key:write', 'Ключи подписи', 'Signing keys'),
    ('role:write', 'Роли', 'Roles'),
    ('audit:read', 'Журнал действий', 'Audit trail'),
    ('system:check', 'Проверка целостности', 'Integrity checks'),
    ('test:clock', 'Перевод часов (только испытания)', 'Test clock (testing only)');

insert into roles (code, name_ru, name_en, is_system) values
    ('customer', 'Абонент', 'Customer', true),
    ('service', 'Служебная запись', 'Service account', true),
    ('operator', 'Оператор', 'Operator', true),
    ('tech', 'Техник', 'Technician', true),
    ('accountant', 'Бухгалтер', 'Accountant', true),
    ('admin', 'Администратор', 'Administrator', true);

insert into role_permissions (role, permission)
    select 'admin', code from permissions where code not like 'self:%'
    union all select 'customer', unnest(array['self:read', 'self:write'])
    union all select 'operator', unnest(array['dashboard:read', 'customer:read', 'customer:write', 'catalog:read',
        'billing:read', 'billing:simulate', 'payment:read', 'payment:write', 'import:run', 'report:read'])
    union all select 'tech', unnest(array['dashboard:read', 'customer:read', 'catalog:read'])
    union all select 'accountant', unnest(array['dashboard:read', 'customer:read', 'catalog:read', 'billing:read',
        'billing:run', 'billing:simulate', 'ledger:adjust', 'payment:read', 'payment:write', 'payment:refund',
        'report:read', 'system:check']);
