package uplink.testing;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import uplink.shared.Ids;
import uplink.shared.Sql;

/**
 * A small provider for billing tests: tariffs, customers, subscriptions. Making one puts everything that other tests have
 * left to rest, so that a run finds only what this test has made.
 */
public final class Provider {

    public final Sql sql = Sql.in(Database.app());
    private static final Instant MADE = Instant.parse("2026-01-01T00:00:00Z");

    public Provider() {
        sql.update("update subscriptions set next_due = null where next_due is not null");
        sql.update("update quarantine set resolved_at = now() where resolved_at is null");
        sql.update("update bill_runs set status = 'completed' where status in ('queued', 'running', 'stopping')");
    }

    /** A tariff with one version that holds for ever. */
    public UUID tariff(String price, String spread, String taxClass) {
        UUID tariff = Ids.next();
        sql.update(
                "insert into tariffs (id, code, kind, created_at, updated_at) values (?, ?, 'internet', ?, ?)",
                tariff,
                "T" + tariff.toString().replace("-", "").substring(0, 30),
                MADE,
                MADE);
        sql.update(
                """
                insert into tariff_versions (id, tariff_id, valid_from, name_ru, name_en, price, currency, spread,
                    tax_class, created_at)
                values (?, ?, '2000-01-01', 'Дом "100"', 'Home \\100', ?, 'RUB', ?, ?, ?)""",
                Ids.next(),
                tariff,
                new BigDecimal(price),
                spread,
                taxClass,
                MADE);
        return tariff;
    }

    public UUID tariff(String price) {
        return tariff(price, "period", "standard");
    }

    public UUID customer() {
        UUID id = Ids.next();
        sql.update(
                """
                insert into customers (id, kind, full_name, contract_number, currency, created_at, updated_at)
                values (?, 'person', 'Иванов Иван', ?, 'RUB', ?, ?)""",
                id,
                "C-" + id,
                MADE,
                MADE);
        sql.update(
                "insert into ledger_accounts (id, kind, customer_id, currency, created_at) values (?, 'customer', ?, 'RUB', ?)",
                id,
                id,
                MADE);
        return id;
    }

    /** An active subscription, due from its start. */
    public UUID subscription(UUID customer, UUID tariff, LocalDate start) {
        UUID contract = Ids.next();
        sql.update(
                """
                insert into contracts (id, customer_id, tariff_id, number, signed_on, created_at, updated_at)
                values (?, ?, ?, ?, ?, ?, ?)""",
                contract,
                customer,
                tariff,
                "K-" + contract,
                start,
                MADE,
                MADE);
        UUID id = Ids.next();
        sql.update(
                """
                insert into subscriptions (id, customer_id, contract_id, tariff_id, status, started_on, next_due,
                    created_at, updated_at) values (?, ?, ?, ?, 'active', ?, ?, ?, ?)""",
                id,
                customer,
                contract,
                tariff,
                start,
                start,
                MADE,
                MADE);
        event(id, "start", start, tariff);
        return id;
    }

    /** Records an event as the subscription boundary does: due at once, to be rated again from that day. */
    public void event(UUID subscription, String kind, LocalDate on, UUID tariff) {
        sql.update(
                """
                insert into subscription_events (id, subscription_id, seq, effective_on, kind, tariff_id, created_at)
                values (?, ?, (select coalesce(max(seq), 0) + 1 from subscription_events where subscription_id = ?),
                    ?, ?, ?, ?)""",
                Ids.next(),
                subscription,
                subscription,
                on,
                kind,
                tariff,
                MADE);
        if (!kind.equals("start")) {
            sql.update(
                    """
                    update subscriptions set next_due = least(next_due, ?), rerate_from = least(rerate_from, ?),
                        version = version + 1 where id = ?""",
                    on,
                    on,
                    subscription);
        }
    }

    /** A customer with one subscription. */
    public UUID subscriber(UUID tariff, LocalDate start) {
        UUID customer = customer();
        subscription(customer, tariff, start);
        return customer;
    }

    /** Money on the account, as the cash desk would post it. */
    public UUID credit(UUID customer, String amount) {
        UUID id = Ids.next();
        sql.update(
                """
                insert into transactions (id, debit_account, credit_account, amount, type, group_id, effective_on, created_at)
                select ?, a.id, ?, ?, 'payment', ?, '2026-01-01', ? from ledger_accounts a where a.code = 'clearing:cash'""",
                id,
                customer,
                new BigDecimal(amount),
                id,
                MADE);
        sql.update(
                "insert into open_credits (transaction_id, customer_id, remaining) values (?, ?, ?)",
                id,
                customer,
                new BigDecimal(amount));
        sql.update("update customers set balance = balance + ? where id = ?", new BigDecimal(amount), customer);
        return id;
    }

    public BigDecimal balance(UUID customer) {
        return sql.first("select balance from customers where id = ?", r -> r.getBigDecimal(1), customer)
                .orElseThrow();
    }

    /** What the transfers say the balance should be. */
    public BigDecimal balanceByTransfers(UUID customer) {
        return sql.first(
                        """
                        select coalesce(sum(case when credit_account = ? then amount else -amount end), 0.00)
                        from transactions where ? in (credit_account, debit_account)""",
                        r -> r.getBigDecimal(1),
                        customer,
                        customer)
                .orElseThrow();
    }

    /** One row a line: kind, status and amount of the customer's invoices, oldest first. */
    public List<String> invoices(UUID customer) {
        return sql.list(
                "select kind || ' ' || status || ' ' || amount from invoices where customer_id = ? order by id",
                r -> r.getString(1),
                customer);
    }

    /** Charges of a customer: kind, first day, end, amount, whether invoiced. */
    public List<String> charges(UUID customer) {
        return sql.list(
                """
                select c.kind || ' ' || c.period_start || ' ' || c.period_end || ' ' || c.amount
                    || case when c.invoice_id is null then ' waits' else '' end
                from charges c join subscriptions s on s.id = c.subscription_id
                where s.customer_id = ? order by c.period_start, c.kind, c.cause""",
                r -> r.getString(1),
                customer);
    }
}
