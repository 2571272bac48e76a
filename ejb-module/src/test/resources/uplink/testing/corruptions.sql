-- A kopeck too much or too little, or a word that makes one of it, in every place where money of a customer (:c) stands;
-- before each the invariant that must find it. Planted by PlantedCorruptionsTest and by bench/invariants.

-- balance-equals-transfers
update customers set balance = balance + 0.01 where id = :c;
-- invoice-equals-transfers
update transactions set amount = amount + 0.01 where debit_account = :c and type = 'invoice';
-- invoice-equals-transfers
update transactions set amount = amount - 0.01 where debit_account = :c and type = 'tax';
-- payment-has-one-transfer
update transactions set amount = amount + 0.01 where credit_account = :c and type = 'payment';
-- refund-has-one-transfer
update transactions set amount = amount - 0.01 where debit_account = :c and type = 'refund';
-- payout-has-one-transfer
update transactions set amount = amount - 0.01 where debit_account = :c and type = 'payout';
-- payout-has-one-transfer
update payouts set amount = amount + 0.01 where customer_id = :c;
-- payout-has-one-transfer
update payouts set method = 'bank', payee = 'A', account = repeat('4', 20), bic = repeat('0', 9) where customer_id = :c;
-- payout-has-one-transfer
update payout_uses set amount = amount - 0.01 where payout_id in (select id from payouts where customer_id = :c);
-- allocations-within-credit
update payout_uses set amount = amount + 0.01 where payout_id in (select id from payouts where customer_id = :c);
-- payout-has-one-transfer
insert into transactions (id, debit_account, credit_account, amount, type, group_id, effective_on, created_at)
select gen_random_uuid(), debit_account, credit_account, 0.01, type, group_id, effective_on, created_at
from transactions where debit_account = :c and type = 'payout';
-- second-person-decides
update approvals set amount = amount + 0.01 where customer_id = :c and kind = 'payout';
-- second-person-decides
update payouts set status = 'paid', paid_at = now() where customer_id = :c and status = 'waiting';
-- payment-has-one-transfer
update payments set amount = amount + 0.01 where customer_id = :c;
-- payment-has-one-transfer
update payments set captured = amount - 0.01 where customer_id = :c;
-- refunds-within-captured
update payments set refunded = refunded + 0.01 where customer_id = :c;
-- refunds-within-captured
update refunds set amount = amount + 0.01 where customer_id = :c;
-- refund-has-one-transfer
update refunds set amount = amount - 0.01 where customer_id = :c;
-- allocations-within-invoice
update allocations set amount = amount + 0.01 where customer_id = :c;
-- allocations-within-credit
update allocations set amount = amount - 0.01 where customer_id = :c;
-- allocations-within-credit
update open_credits set remaining = remaining + 0.01 where customer_id = :c;
-- invoice-equals-charges
update invoices set amount = amount + 0.01 where customer_id = :c;
-- invoice-equals-charges
update invoices set tax = tax - 0.01 where customer_id = :c;
-- invoice-equals-charges
update charges set amount = amount + 0.01 where subscription_id in (select id from subscriptions where customer_id = :c);
-- invoice-equals-charges
update charges set tax = tax + 0.01 where subscription_id in (select id from subscriptions where customer_id = :c);
-- invoice-equals-lines
update invoices set items = jsonb_set(items, '{0,amount}',
    to_jsonb(((items->0->>'amount')::numeric + 0.01)::text)) where customer_id = :c;
-- invoice-equals-lines
update invoices set items = jsonb_set(items, '{0,tax}',
    to_jsonb(((items->0->>'tax')::numeric - 0.01)::text)) where customer_id = :c;
-- payment-has-one-transfer
insert into transactions (id, debit_account, credit_account, amount, type, payment_id, group_id,
    effective_on, created_at)
select gen_random_uuid(), debit_account, credit_account, 0.01, type, payment_id, group_id, effective_on,
    created_at from transactions where credit_account = :c and type = 'payment';
-- second-person-decides
update approvals set amount = amount + 0.01 where customer_id = :c and kind = 'refund';
-- second-person-decides
update approvals set amount = amount - 0.01 where customer_id = :c and kind = 'adjustment';
-- closed-periods-stay
insert into transactions (id, debit_account, credit_account, amount, type, group_id, effective_on, created_at)
select gen_random_uuid(), :c, a.id, 0.01, 'adjustment', gen_random_uuid(), '2026-11-15', '2026-12-05'
from ledger_accounts a where a.code = 'adjustments';
-- credits-are-known
insert into transactions (id, debit_account, credit_account, amount, type, group_id, effective_on, created_at)
select gen_random_uuid(), a.id, :c, 0.01, 'adjustment', gen_random_uuid(), '2026-12-15', '2026-12-05'
from ledger_accounts a where a.code = 'adjustments';
