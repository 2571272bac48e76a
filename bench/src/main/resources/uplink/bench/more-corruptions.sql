-- Kinds that only bench/invariants plants: its customers have daily shares that wait for their invoice (:c is the customer).

-- daily-shares-equal-transfers
update transactions set amount = amount + 0.01 where debit_account = :c and type = 'daily';
-- daily-shares-equal-transfers
update charges set amount = amount - 0.01 where explanation ? 'wait'
    and subscription_id in (select id from subscriptions where customer_id = :c);
