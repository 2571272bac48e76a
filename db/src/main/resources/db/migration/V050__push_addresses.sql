-- A push message goes to each device where the customer is signed in: its address is the id of its token (V045, V046).
create or replace view message_addresses (customer_id, channel, address) as
    select c.id, 'email'::text, c.email from customers c where c.email is not null
    union all
    select c.id, 'sms'::text, c.phone from customers c where c.phone is not null
    union all
    select c.id, 'push'::text, t.id::text from customers c
        join users u on u.id = c.user_id and u.is_active
        join sessions s on s.user_id = u.id and s.revoked_at is null and s.expires_at > now()
        join push_tokens t on t.session_id = s.id;
