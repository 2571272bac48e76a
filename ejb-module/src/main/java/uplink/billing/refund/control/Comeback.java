package uplink.billing.refund.control;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uplink.billing.ledger.boundary.TransferType;
import uplink.billing.ledger.control.BillingEvents;
import uplink.billing.ledger.control.CreditAllocation;
import uplink.billing.ledger.control.HouseAccount;
import uplink.billing.ledger.control.Posting;
import uplink.billing.ledger.control.Transfer;
import uplink.shared.Ids;
import uplink.shared.Sql;

/**
 * Books a refund that failed at the provider after it had succeeded: the provider has the money again, and the customer has
 * it as credit, which settles what is open. The payment stays given back: by the way that failed it cannot go once more. The
 * customer is locked by the caller, who wakes the relay.
 *
 * @param why what the provider says
 */
public record Comeback(Back back, @Nullable String why) {

    /** Once for each refund, however often it is told. */
    public void post(Sql sql, LocalDate today, Instant now) {
        RefundRows rows = new RefundRows(sql);
        if (!rows.isGone(back.id())) {
            return;
        }
        UUID id = Ids.next();
        Transfer transfer = new Transfer(
                id,
                HouseAccount.clearing(back.provider()).id(),
                back.customerId(),
                back.amount(),
                TransferType.ADJUSTMENT,
                null,
                null,
                back.id(),
                today,
                back.reason(),
                null);
        Posting.post(sql, List.of(transfer), now);
        rows.cameBack(back.id(), id, why);
        BillingEvents.announce(sql, RefundNews.cameBack(back, now));
        BillingEvents.announce(
                sql, "billing.invoice.paid", CreditAllocation.settle(sql, new UUID[] {back.customerId()}, now), now);
    }
}
