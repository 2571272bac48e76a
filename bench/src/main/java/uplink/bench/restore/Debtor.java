package uplink.bench.restore;

import java.math.BigDecimal;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uplink.bench.fault.Payer;
import uplink.shared.Ids;
import uplink.shared.Sql;

/** The payer's service, which is taken away for debt again and again, as a day's dunning does. */
final class Debtor {

    static final String AMOUNT = "300.00";

    private final Sql sql;
    private final UUID customer;
    private final UUID service = Ids.next();

    /** Gives the payer a service on a tariff of the base. */
    Debtor(Sql sql, Payer payer) {
        this.sql = sql;
        this.customer = payer.customer();
        UUID contract = Ids.next();
        sql.update(
                """
                insert into contracts (id, customer_id, number, signed_on, billing_day, created_at, updated_at)
                values (?, ?, ?, current_date - 60, 1, now(), now())""",
                contract,
                customer,
                "D-" + contract);
        sql.update(
                """
                insert into subscriptions (id, customer_id, contract_id, tariff_id, status, started_on, next_due,
                    created_at, updated_at)
                select ?, ?, ?, (select id from tariffs order by id limit 1), 'active', current_date - 60, current_date + 300,
                    now(), now()""",
                service,
                customer,
                contract);
        event("start", null);
    }

    /** An overdue invoice, and service is off. */
    void suspend() {
        UUID invoice = Ids.next();
        sql.update(
                """
                with made as (
                    insert into invoices (id, customer_id, number, kind, status, amount, tax, currency, issued_on, due_date,
                        items, created_at)
                    values (?, ?, ?, 'invoice', 'overdue', ?, 0, 'RUB', current_date - 40, current_date - 30, '[]', now())
                    returning id, customer_id, amount),
                owed as (update customers c set balance = c.balance - m.amount from made m where c.id = m.customer_id)
                insert into transactions (id, debit_account, credit_account, amount, type, invoice_id, group_id,
                    effective_on, created_at)
                select ?, m.customer_id, a.id, m.amount, 'invoice', m.id, m.id, current_date, now()
                from made m, ledger_accounts a where a.code = 'revenue'""",
                invoice,
                customer,
                "D-" + invoice,
                new BigDecimal(AMOUNT),
                Ids.next());
        sql.update(
                """
                insert into suspensions (id, customer_id, subscription_id, cause, credit_limit, charged, debt, began_on,
                    began_at)
                values (?, ?, ?, 'debt', 0, false, ?, current_date, now())""",
                Ids.next(),
                customer,
                service,
                new BigDecimal(AMOUNT));
        event("pause", "suspended");
        sql.update("update subscriptions set status = 'suspended', version = version + 1 where id = ?", service);
    }

    private void event(String kind, @Nullable String status) {
        sql.update(
                """
                insert into subscription_events (id, subscription_id, seq, effective_on, kind, status, tariff_id, created_at)
                select ?, s.id, (select coalesce(max(seq), 0) + 1 from subscription_events e where e.subscription_id = s.id),
                    current_date, ?, ?, case when ?::text is null then s.tariff_id end, now()
                from subscriptions s where s.id = ?""",
                Ids.next(),
                kind,
                status,
                status,
                service);
    }

    boolean isOn() {
        return sql.number("select count(*) from subscriptions where id = ? and status = 'active'", service) == 1;
    }

    /** How often the payer was told that service is on again: what a consumer of the event has done. */
    long told() {
        return sql.number(
                "select count(*) from notifications where customer_id = ? and kind = 'service-restored'", customer);
    }
}
