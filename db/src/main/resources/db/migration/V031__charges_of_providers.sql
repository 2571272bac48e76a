-- The provider's id of what a payment's payer was charged by, where that is another than the payment's own (Stripe: the
-- Payment Intent of a Checkout Session). What a provider says about money that goes back names it.
alter table payments add column charge_id text;
create unique index payments_charge on payments (provider, charge_id) where charge_id is not null;
