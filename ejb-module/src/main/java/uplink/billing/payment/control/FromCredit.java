package uplink.billing.payment.control;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uplink.billing.access.control.Restoring;
import uplink.billing.ledger.control.BillingEvents;
import uplink.billing.ledger.control.CreditAllocation;
import uplink.billing.ledger.control.CreditAllocation.PaidInvoice;
import uplink.billing.payment.boundary.PaymentMethod;
import uplink.shared.BusinessException;
import uplink.shared.Event;
import uplink.shared.Ids;
import uplink.shared.Money;
import uplink.shared.ProblemType;
import uplink.shared.Sql;
import uplink.shared.Text;

/**
 * Credit on the account given to invoices by the customer's wish: a payment without a transfer, because the money has
 * come already. The customer is locked by the caller.
 */
public record FromCredit(UUID customer, Money sum, @Nullable UUID invoice, String key, @Nullable UUID createdBy) {

    /** Answers the payment's id. {@code insufficient-funds}; {@code validation} when less is owed. The caller wakes the relay. */
    public UUID book(Sql sql, Instant now) {
        BigDecimal amount = sum.amount();
        if (CreditAllocation.available(sql, customer).compareTo(amount) < 0) {
            throw new BusinessException(ProblemType.INSUFFICIENT_FUNDS, Text.of("payment.insufficient-funds"));
        }
        UUID payment = Ids.next();
        write(sql, payment, now);
        List<PaidInvoice> paid = new ArrayList<>();
        BigDecimal left = amount;
        for (UUID open : open(sql)) {
            for (CreditAllocation.Given given : CreditAllocation.give(sql, customer, open, left, now, paid)) {
                left = left.subtract(given.amount());
                remember(sql, payment, open, given);
            }
        }
        if (left.signum() > 0) {
            throw BusinessException.invalid("amount", Text.of("payment.more-than-owed"));
        }
        Restoring.restore(sql, new UUID[] {customer}, payment, now);
        BillingEvents.announce(sql, succeeded(payment, now));
        BillingEvents.announce(sql, "billing.invoice.paid", paid, now);
        return payment;
    }

    private static void remember(Sql sql, UUID payment, UUID to, CreditAllocation.Given given) {
        sql.update(
                "insert into payment_uses (payment_id, transaction_id, invoice_id, amount) values (?, ?, ?, ?)",
                payment,
                given.credit(),
                to,
                given.amount());
    }

    private List<UUID> open(Sql sql) {
        return sql.list(
                """
                select id from invoices where customer_id = ? and status in ('pending', 'overdue') and kind = 'invoice'
                    and (?::uuid is null or id = ?) order by id""",
                row -> row.getObject(1, UUID.class),
                customer,
                invoice,
                invoice);
    }

    private void write(Sql sql, UUID payment, Instant now) {
        sql.update(
                """
                insert into payments (id, customer_id, invoice_id, amount, currency, method, provider, status, request_key,
                    created_by, created_at, confirmed_at)
                values (?, ?, ?, ?, ?, 'balance', 'balance', 'succeeded', ?, ?, ?, ?)""",
                payment,
                customer,
                invoice,
                sum.amount(),
                sum.currency().getCurrencyCode(),
                key,
                createdBy,
                now,
                now);
    }

    private Event succeeded(UUID payment, Instant now) {
        return PaymentNews.succeeded(
                payment, customer, sum.amount(), sum.currency().getCurrencyCode(), PaymentMethod.BALANCE, now);
    }
}
