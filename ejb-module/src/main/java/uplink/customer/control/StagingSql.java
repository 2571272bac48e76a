package uplink.customer.control;

/** The longer statements of an import. */
final class StagingSql {

    /** The first column in which a row differs from the customer or contract that is there already. */
    static final String DIFFERENCES =
            """
            insert into import_bad
            select line, differs, 'customer.import.known-differs', '[]', customer_id from (
                select s.line, s.customer_id, case
                    when c.kind <> s.kind then 'kind'
                    when c.full_name <> s.full_name then 'full_name'
                    when c.inn is distinct from s.inn then 'inn'
                    when c.email is distinct from s.email then 'email'
                    when c.phone is distinct from s.phone then 'phone'
                    when c.locale <> s.locale then 'locale'
                    when s.balance is not null and s.balance <> coalesce(o.amount, 0) then 'opening_balance'
                    when s.known_contract is null then null
                    when k.signed_on <> s.signed_on then 'signed_on'
                    when k.billing_day <> s.billing_day then 'billing_day'
                    when (a.region, a.city, a.street) is distinct from (s.region, s.city, s.street) then 'street'
                    when (a.house, a.flat) is distinct from (s.house, s.flat) then 'house'
                    when s.tariff_id is not null and not exists (
                        select 1 from subscriptions x
                        join subscription_events e on e.subscription_id = x.id and e.kind = 'start'
                        where x.contract_id = k.id and x.started_on = s.started_on and e.tariff_id = s.tariff_id
                        and e.effective_on = coalesce(s.billed_to, s.started_on)
                        and e.price is not distinct from s.price) then 'tariff'
                    end as differs
                from import_rows s
                join customers c on c.id = s.known_customer
                left join contracts k on k.id = s.known_contract
                left join addresses a on a.id = k.address_id
                left join (
                    select customer, sum(amount) amount from (
                        select t.credit_account customer, t.amount from transactions t
                        join ledger_accounts l on l.id = t.debit_account and l.code = 'opening'
                        union all
                        select t.debit_account, -t.amount from transactions t
                        join ledger_accounts l on l.id = t.credit_account and l.code = 'opening') moved
                    group by customer) o on o.customer = c.id
            ) compared where differs is not null""";

    /** Rows that would add a contract to a customer who is no longer served. */
    static final String CLOSED =
            """
            insert into import_bad
            select s.line, 'customer_key', 'customer.import.closed-customer', '[]', s.customer_id
            from import_rows s join customers c on c.id = s.known_customer and c.status = 'closed'
            where s.known_contract is null""";

    private StagingSql() {}
}
