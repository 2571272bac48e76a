-- What must hold after any fault (an auditor of its own: it shares no line with the product's check). Every row is a finding.
select 'balance of ' || c.contract_number || ' is ' || c.balance || ', its transfers say ' || coalesce(t.sum, 0)
from customers c left join (
    select account, sum(amount) as sum from (
        select credit_account as account, amount from transactions union all select debit_account, -amount from transactions) x
    group by account) t on t.account = c.id
where c.balance <> coalesce(t.sum, 0);

select 'invoice ' || i.number || ' over ' || i.amount || ' has charges of ' || coalesce(h.sum, 0) || ', tax ' || coalesce(h.tax, 0)
from invoices i left join (select invoice_id, sum(amount) as sum, sum(tax) as tax from charges group by invoice_id) h on h.invoice_id = i.id
where i.amount <> abs(coalesce(h.sum, 0)) or i.tax <> case when i.kind = 'credit-note' then -coalesce(h.tax, 0) else coalesce(h.tax, 0) end;

select 'invoice ' || i.number || ' is posted with ' || coalesce(t.sum, 0)
from invoices i left join (
    select t.invoice_id, sum(case when t.debit_account = i.customer_id then t.amount else -t.amount end) as sum
    from transactions t join invoices i on i.id = t.invoice_id where t.type in ('invoice', 'tax', 'credit-note') group by t.invoice_id) t
    on t.invoice_id = i.id
where not exists (select from charges h where h.invoice_id = i.id and h.explanation ? 'wait')
    and coalesce(t.sum, 0) <> case when i.kind = 'credit-note' then -i.amount else i.amount end;

select 'invoice ' || i.number || ' over ' || i.amount || ' has allocations of ' || a.sum || ' and is ' || i.status
from invoices i join (select invoice_id, sum(amount) as sum from allocations group by invoice_id) a on a.invoice_id = i.id
where a.sum > i.amount or (a.sum = i.amount) <> (i.status = 'paid');

select 'credit ' || t.id || ' over ' || t.amount || ' has allocations of ' || a.sum
from transactions t join (select transaction_id, sum(amount) as sum from allocations group by transaction_id) a on a.transaction_id = t.id
where a.sum > t.amount;

select 'number ' || number || ' was given ' || count(*) || ' times' from invoices group by number having count(*) > 1;

select 'charge of ' || subscription_id || ' ' || kind || ' ' || period_start || ' (' || cause || ') exists ' || count(*) || ' times'
from charges group by subscription_id, kind, period_start, cause having count(*) > 1;

select 'subscription ' || s.id || ' has overlapping charges'
from charges a join charges b on b.subscription_id = a.subscription_id and b.kind = 'recurring'
    and (b.period_start, b.cause) > (a.period_start, a.cause) and b.period_start < a.period_end and a.period_start < b.period_end
join subscriptions s on s.id = a.subscription_id
where a.kind = 'recurring'
    and not exists (select from charges j where j.subscription_id = a.subscription_id and j.kind = 'adjustment');

select 'run ' || r.id || ' says ' || c.invoiced || ' invoices and has ' || count(i.id)
from bill_runs r join (select run_id, sum(invoiced) as invoiced from bill_run_chunks group by run_id) c on c.run_id = r.id
left join invoices i on i.run_id = r.id where r.mode = 'commit' group by r.id, c.invoiced having count(i.id) <> c.invoiced;

select 'invoice ' || i.number || ' was told to the customer ' || count(n.id) || ' times'
from invoices i left join notifications n on n.customer_id = i.customer_id and n.kind = 'invoice-issued' and n.data ->> 'invoiceId' = i.id::text
where i.run_id in (${runs}) group by i.id, i.number, i.kind
having count(n.id) <> case when i.kind = 'credit-note' then 0 else 1 end
