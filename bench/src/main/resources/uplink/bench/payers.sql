-- ${customers} customers without debts, with ids by which bench/payments and its floor know them.

insert into customers (id, kind, full_name, contract_number, currency, created_at, updated_at)
select ('00000000-0000-7001-8000-' || lpad(to_hex(i), 12, '0'))::uuid, 'person', 'Абонент ' || i, 'D-' || lpad(i::text, 9, '0'), 'RUB',
    now(), now()
from generate_series(1, ${customers}) i;
insert into ledger_accounts (id, kind, customer_id, currency, created_at)
select id, 'customer', id, 'RUB', now() from customers c where not exists (select 1 from ledger_accounts a where a.id = c.id);
analyze;
