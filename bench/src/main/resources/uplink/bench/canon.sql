-- What a run has left behind, in words that do not depend on when and in which order it was done: no ids that were made
-- by the run, no times, no numbers. One text a line.
select 'invoice ' || concat_ws(' ', c.contract_number, i.kind, i.status, i.amount, i.tax, i.currency, i.issued_on, i.due_date, i.items)
from invoices i join customers c on c.id = i.customer_id;

select 'charge ' || concat_ws(' ', k.number, s.id, h.kind, h.period_start, '(' || h.cause || ')', h.period_end, h.amount, h.tax,
    h.tariff_version_id, h.invoice_id is not null, h.explanation)
from charges h join subscriptions s on s.id = h.subscription_id join contracts k on k.id = s.contract_id;

select 'transfer ' || concat_ws(' ', coalesce(d.code, dc.contract_number), '->', coalesce(a.code, ac.contract_number), t.amount, t.type,
    t.invoice_id is not null, t.effective_on)
from transactions t
join ledger_accounts d on d.id = t.debit_account left join customers dc on dc.id = d.customer_id
join ledger_accounts a on a.id = t.credit_account left join customers ac on ac.id = a.customer_id;

select 'allocation ' || concat_ws(' ', c.contract_number, sum(a.amount)) from allocations a join customers c on c.id = a.customer_id
group by c.contract_number;

select 'balance ' || concat_ws(' ', contract_number, balance) from customers;

select 'subscription ' || concat_ws(' ', k.number, s.id, s.status, 'charged to', s.charged_to, 'next', s.next_due, 'again from', s.rerate_from)
from subscriptions s join contracts k on k.id = s.contract_id;

select 'quarantine ' || concat_ws(' ', c.contract_number, q.reason, q.detail) from quarantine q join customers c on c.id = q.customer_id
where q.resolved_at is null;

select 'notified ' || concat_ws(' ', c.contract_number, n.kind, count(*)) from notifications n join customers c on c.id = n.customer_id
group by c.contract_number, n.kind;

select 'figure ' || concat_ws(' ', day, figure, sum(count), sum(amount)) from daily_figures group by day, figure
