-- Which payment gave a service back: what its money restored is seen beside it.
alter table suspensions
    add column payment_id uuid references payments,
    add constraint suspensions_payment_is_money check (payment_id is null or ended_by = 'money');
create index suspensions_payment on suspensions (payment_id) where payment_id is not null;
