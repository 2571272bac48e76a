-- Whoever has no service because of us is neither reminded nor suspended meanwhile, unless the policy says otherwise.
alter table dunning_terms add column outages_wait boolean not null default true;

-- Whether an outage was at a service of this customer at some time in between.
create function was_in_outage(of_customer uuid, from_time timestamptz, to_time timestamptz) returns boolean
    language sql stable
    as $$ select exists (select 1 from outages_of(array[of_customer], from_time) x join outages o on o.id = x.outage_id
        where o.starts_at <= to_time) $$;

-- On although a day's work had come on which service was to end: a day on which people work where the policy asks for
-- one, and on which no outage made it wait; as of the last day whose work was done.
create or replace view unpaid_but_on as
    select c.id as customer_id, s.id as subscription_id, x.due_date, overdue_debt(c.id) as debt
    from (select day, finished_at from dunning_days where finished_at is not null order by day desc limit 1) l
    cross join (select customer_id, min(due_date) as due_date from invoices
        where status = 'overdue' and kind = 'invoice' group by customer_id) x
    join customers c on c.id = x.customer_id
    join subscriptions s on s.customer_id = c.id and s.status = 'active' and s.updated_at < l.finished_at
    cross join lateral dunning_terms_of(c.id, l.day) t
    where x.due_date + t.grace_days < l.day
        and (not t.working_days or exists (select 1
            from generate_series(x.due_date + t.grace_days + 1, l.day, interval '1 day') d
            where is_working_day(t.calendar, d::date)))
        and overdue_debt(c.id) > greatest(t.credit_limit, c.credit_limit)
        and not exists (select 1 from promises m where m.customer_id = c.id and m.status = 'active')
        and (not t.outages_wait or exists (select 1 from dunning_days w
            where w.day > x.due_date + t.grace_days and w.day <= l.day and w.finished_at is not null
                and (not t.working_days or is_working_day(t.calendar, w.day))
                and not was_in_outage(c.id, w.began_at, w.finished_at)));
