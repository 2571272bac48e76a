package uplink.billing.payment.control;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uplink.billing.ledger.boundary.TransferType;
import uplink.billing.ledger.control.BillingEvents;
import uplink.billing.ledger.control.CreditAllocation;
import uplink.billing.ledger.control.CreditAllocation.PaidInvoice;
import uplink.billing.ledger.control.HouseAccount;
import uplink.billing.ledger.control.Posting;
import uplink.billing.ledger.control.Transfer;
import uplink.billing.payment.boundary.PaymentMethod;
import uplink.shared.FaultPoint;
import uplink.shared.Ids;
import uplink.shared.Sql;

/**
 * Money that has arrived: a payment that succeeded, its transfer, and what it settles. The customer is locked by the
 * caller.
 *
 * @param from the clearing account that the money came through
 * @param named the invoice that is settled first
 */
public record Receipt(
        UUID customer,
        BigDecimal amount,
        String currency,
        PaymentMethod method,
        String provider,
        HouseAccount from,
        @Nullable UUID named,
        @Nullable String comment,
        @Nullable UUID createdBy) {

    /** What was written. */
    public record Booked(UUID payment, UUID transfer) {}

    /** Writes the payment down as succeeded and posts it. The caller wakes the relay. */
    public Booked book(Sql sql, LocalDate today, Instant now) {
        UUID payment = Ids.next();
        return new Booked(payment, book(sql, payment, null, today, now));
    }

    /** The same under an id that was given out already, and the one that the provider knows it by; answers the transfer. */
    public UUID book(Sql sql, UUID payment, @Nullable String externalId, LocalDate today, Instant now) {
        sql.update(
                """
                insert into payments (id, customer_id, invoice_id, amount, currency, method, provider, external_id, status,
                    comment, created_by, created_at, confirmed_at)
                values (?, ?, ?, ?, ?, ?, ?, ?, 'succeeded', ?, ?, ?, ?)""",
                payment,
                customer,
                named,
                amount,
                currency,
                method.code(),
                provider,
                externalId,
                comment,
                createdBy,
                now,
                now);
        return post(sql, payment, today, now);
    }

    /** Posts a payment that has just succeeded; once. Answers the transfer. The caller wakes the relay. */
    public UUID post(Sql sql, UUID payment, LocalDate today, Instant now) {
        Transfer transfer =
                Transfer.ofCustomer(customer, from, amount, TransferType.PAYMENT, payment, today, comment, createdBy);
        Posting.post(sql, List.of(transfer), now);
        FaultPoint.at("payment-posted");
        announce(sql, payment, settle(sql, payment, transfer.id(), now), now);
        return transfer.id();
    }

    private List<PaidInvoice> settle(Sql sql, UUID payment, UUID transfer, Instant now) {
        List<PaidInvoice> paid = new ArrayList<>();
        if (named != null) {
            paid.addAll(CreditAllocation.settleNamed(sql, transfer, named, now));
        }
        paid.addAll(CreditAllocation.settle(sql, customer, payment, now));
        return paid;
    }

    private void announce(Sql sql, UUID payment, List<PaidInvoice> paid, Instant now) {
        BillingEvents.announce(sql, PaymentNews.succeeded(payment, customer, amount, currency, method, now));
        BillingEvents.announce(sql, "billing.invoice.paid", paid, now);
    }
}
