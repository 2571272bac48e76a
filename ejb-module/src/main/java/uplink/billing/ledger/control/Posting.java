package uplink.billing.ledger.control;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import uplink.shared.BusinessException;
import uplink.shared.Money;
import uplink.shared.Sql;

/** Writes transfers, and with them, in the same database transaction, the balances of the customers they touch. */
public final class Posting {

    /**
     * One transfer with all that belongs to it. Without the arrays of {@link #post} its plan is the same for all values, so
     * that PostgreSQL keeps it, and it is one round trip.
     */
    private static final String ONE =
            """
            with posted as (
                insert into transactions (id, debit_account, credit_account, amount, type, payment_id, invoice_id,
                    group_id, effective_on, reason, created_by, created_at)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                returning id, debit_account, credit_account, amount),
            credit as (
                insert into open_credits (transaction_id, customer_id, remaining)
                select p.id, p.credit_account, p.amount from posted p
                join ledger_accounts a on a.id = p.credit_account and a.kind = 'customer')
            update customers c set balance = c.balance + case when c.id = p.credit_account then p.amount else -p.amount end
            from posted p where c.id = any (array[p.credit_account, p.debit_account])""";

    /** A customer's account, locked until the end of the transaction. */
    public record Account(UUID customerId, BigDecimal balance, String currency) {

        /** Whether neither the amount nor the balance with it is more than can be kept. */
        public boolean canTake(BigDecimal change) {
            return Money.isInRange(change) && Money.isInRange(balance.add(change));
        }
    }

    private Posting() {}

    private static Optional<Account> lock(Sql sql, UUID customer) {
        return sql.first(
                "select id, balance, currency from customers where id = ? for no key update",
                row -> new Account(row.getObject(1, UUID.class), row.getBigDecimal(2), row.getString(3)),
                customer);
    }

    /**
     * Locks the account. Whoever changes a balance, allocates credit, or changes what a bill run rates does this first:
     * before any other lock, so that nobody waits in a circle. {@code not-found}.
     */
    public static Account hold(Sql sql, UUID customer) {
        return lock(sql, customer).orElseThrow(BusinessException::notFound);
    }

    /** Locks the account that a subscription is charged to; {@code not-found}. */
    public static Account holdOf(Sql sql, UUID subscription) {
        return sql.first(
                        "select customer_id from subscriptions where id = ?",
                        row -> row.getObject(1, UUID.class),
                        subscription)
                .flatMap(customer -> lock(sql, customer))
                .orElseThrow(BusinessException::notFound);
    }

    /** Posts any number of transfers with the same few statements. */
    public static void post(Sql sql, List<Transfer> transfers, Instant now) {
        if (transfers.isEmpty()) {
            return;
        }
        if (transfers.size() == 1) {
            post(sql, transfers.get(0), now);
            return;
        }
        sql.update(
                """
                insert into transactions (id, debit_account, credit_account, amount, type, payment_id, invoice_id,
                    group_id, effective_on, reason, created_by, created_at)
                select t.*, ? from unnest(?::uuid[], ?::uuid[], ?::uuid[], ?::numeric[], ?::text[], ?::uuid[], ?::uuid[],
                    ?::uuid[], ?::date[], ?::text[], ?::uuid[]) as t""",
                now,
                ids(transfers, Transfer::id),
                ids(transfers, Transfer::debit),
                ids(transfers, Transfer::credit),
                column(transfers, Transfer::amount).toArray(BigDecimal[]::new),
                column(transfers, t -> t.type().code()).toArray(String[]::new),
                ids(transfers, Transfer::payment),
                ids(transfers, Transfer::invoice),
                ids(transfers, Transfer::group),
                column(transfers, Transfer::effectiveOn).toArray(LocalDate[]::new),
                column(transfers, Transfer::reason).toArray(String[]::new),
                ids(transfers, Transfer::createdBy));
        balances(sql, transfers);
    }

    private static void post(Sql sql, Transfer transfer, Instant now) {
        sql.update(
                ONE,
                transfer.id(),
                transfer.debit(),
                transfer.credit(),
                transfer.amount(),
                transfer.type().code(),
                transfer.payment(),
                transfer.invoice(),
                transfer.group(),
                transfer.effectiveOn(),
                transfer.reason(),
                transfer.createdBy(),
                now);
    }

    private static void balances(Sql sql, List<Transfer> transfers) {
        UUID[] ids = ids(transfers, Transfer::id);
        sql.update(
                """
                insert into open_credits (transaction_id, customer_id, remaining)
                select t.id, t.customer, t.amount from unnest(?::uuid[], ?::uuid[], ?::numeric[]) as t (id, customer, amount)
                join ledger_accounts a on a.id = t.customer and a.kind = 'customer'""",
                ids,
                ids(transfers, Transfer::credit),
                column(transfers, Transfer::amount).toArray(BigDecimal[]::new));
        sql.update(
                """
                update customers c set balance = c.balance + d.change
                from (select account, sum(change) as change from unnest(?::uuid[], ?::numeric[]) as x (account, change)
                    group by account) d
                where c.id = d.account""",
                Stream.concat(
                                transfers.stream().map(Transfer::credit),
                                transfers.stream().map(Transfer::debit))
                        .toArray(UUID[]::new),
                Stream.concat(
                                transfers.stream().map(Transfer::amount),
                                transfers.stream().map(t -> t.amount().negate()))
                        .toArray(BigDecimal[]::new));
    }

    private static UUID[] ids(List<Transfer> transfers, Function<Transfer, @Nullable UUID> of) {
        return column(transfers, of).toArray(UUID[]::new);
    }

    private static <T extends @Nullable Object> Stream<T> column(List<Transfer> transfers, Function<Transfer, T> of) {
        return transfers.stream().map(of);
    }
}
