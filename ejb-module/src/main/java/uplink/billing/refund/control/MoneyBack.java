package uplink.billing.refund.control;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import uplink.billing.ledger.boundary.TransferType;
import uplink.billing.ledger.control.BillingEvents;
import uplink.billing.ledger.control.CreditAllocation;
import uplink.billing.ledger.control.CreditAllocation.PaidInvoice;
import uplink.billing.ledger.control.CreditReturn;
import uplink.billing.ledger.control.Posting;
import uplink.billing.ledger.control.Transfer;
import uplink.billing.payment.boundary.PaymentMethod;
import uplink.shared.Event;
import uplink.shared.Ids;
import uplink.shared.Sql;

/**
 * Books money that has gone back: out of the credit that it had come as, back to the account that it had come from. What
 * was paid from the balance goes back to the balance: no money moves. The customer is locked by the caller, who wakes the
 * relay.
 */
public record MoneyBack(Back back) {

    /** A credit that was given to an invoice. */
    private record Use(UUID credit, UUID invoice, BigDecimal amount) {}

    /** The transfer by which the payment came. */
    private record Came(UUID transfer, UUID from) {}

    /** Once for each refund. */
    public void post(Sql sql, LocalDate today, Instant now) {
        List<PaidInvoice> reopened = back.method() == PaymentMethod.BALANCE ? giveUp(sql) : takeOut(sql, today, now);
        BillingEvents.announce(sql, refunded(now));
        List<PaidInvoice> paid = back.method() == PaymentMethod.BALANCE
                ? List.of()
                : CreditAllocation.settle(sql, new UUID[] {back.customerId()}, now);
        BillingEvents.announce(sql, "billing.invoice.reopened", without(reopened, paid), now);
        BillingEvents.announce(sql, "billing.invoice.paid", without(paid, reopened), now);
    }

    private List<PaidInvoice> takeOut(Sql sql, LocalDate today, Instant now) {
        Came came = sql.first(
                        """
                        select id, debit_account from transactions
                        where credit_account = ? and id >= ? and payment_id = ? and type = 'payment'""",
                        row -> new Came(row.getObject(1, UUID.class), row.getObject(2, UUID.class)),
                        back.customerId(),
                        back.paymentId(),
                        back.paymentId())
                .orElseThrow();
        List<PaidInvoice> reopened = CreditReturn.takeOut(sql, came.transfer(), back.amount());
        Transfer transfer = new Transfer(
                Ids.next(),
                back.customerId(),
                came.from(),
                back.amount(),
                type(),
                back.paymentId(),
                null,
                back.id(),
                today,
                back.reason(),
                back.createdBy());
        Posting.post(sql, List.of(transfer), now);
        return reopened;
    }

    private List<PaidInvoice> giveUp(Sql sql) {
        List<PaidInvoice> reopened = new ArrayList<>();
        BigDecimal left = back.amount();
        for (Use use : uses(sql)) {
            BigDecimal amount = left.min(use.amount());
            if (amount.signum() > 0) {
                reopened.addAll(CreditReturn.giveUp(sql, use.credit(), use.invoice(), amount));
                left = left.subtract(amount);
            }
        }
        if (left.signum() > 0) {
            throw new IllegalStateException("payment " + back.paymentId() + " has settled less than it says");
        }
        return reopened;
    }

    /** The newest invoice first; as far as nothing else has taken it from there. */
    private List<Use> uses(Sql sql) {
        return sql.list(
                """
                select u.transaction_id, u.invoice_id, least(u.amount, a.amount) from payment_uses u
                join allocations a on a.transaction_id = u.transaction_id and a.invoice_id = u.invoice_id
                where u.payment_id = ? order by u.invoice_id desc, u.transaction_id desc""",
                row -> new Use(row.getObject(1, UUID.class), row.getObject(2, UUID.class), row.getBigDecimal(3)),
                back.paymentId());
    }

    private TransferType type() {
        return switch (back.kind()) {
            case REFUND -> TransferType.REFUND;
            case CHARGEBACK -> TransferType.CHARGEBACK;
            case REVERSAL -> TransferType.REVERSAL;
        };
    }

    private Event refunded(Instant now) {
        return Event.of(
                "billing.payment.refunded",
                "/billing",
                back.paymentId(),
                Map.of(
                        "paymentId", back.paymentId().toString(),
                        "refundId", back.id().toString(),
                        "customerId", back.customerId().toString(),
                        "kind", back.kind().code(),
                        "amount", back.amount().toPlainString(),
                        "currency", back.currency(),
                        "method", back.method().code()),
                now);
    }

    private static List<PaidInvoice> without(List<PaidInvoice> all, List<PaidInvoice> others) {
        var ids = others.stream().map(PaidInvoice::id).collect(Collectors.toSet());
        return all.stream().filter(invoice -> !ids.contains(invoice.id())).toList();
    }
}
