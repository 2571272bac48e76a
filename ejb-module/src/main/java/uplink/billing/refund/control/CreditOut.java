package uplink.billing.refund.control;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import uplink.billing.ledger.boundary.TransferType;
import uplink.billing.ledger.control.BillingEvents;
import uplink.billing.ledger.control.HouseAccount;
import uplink.billing.ledger.control.Posting;
import uplink.billing.ledger.control.Transfer;
import uplink.billing.refund.boundary.PayoutMethod;
import uplink.shared.Event;
import uplink.shared.Ids;
import uplink.shared.Sql;

/** Books credit that is paid out: customer → cash desk or bank. The customer is locked by the caller, who wakes the relay. */
public record CreditOut(PayoutRows.Out out) {

    /** Once for each pay-out. */
    public void post(Sql sql, LocalDate today, Instant now) {
        FreeCredits.take(sql, out.customerId(), out.id(), out.amount());
        HouseAccount from = out.method() == PayoutMethod.CASH ? HouseAccount.CASH : HouseAccount.BANK;
        Transfer transfer = new Transfer(
                Ids.next(),
                out.customerId(),
                from.id(),
                out.amount(),
                TransferType.PAYOUT,
                null,
                null,
                out.id(),
                today,
                out.reason(),
                out.createdBy());
        Posting.post(sql, List.of(transfer), now);
        BillingEvents.announce(
                sql,
                Event.of(
                        "billing.payout.paid",
                        "/billing",
                        out.id(),
                        Map.of(
                                "payoutId", out.id().toString(),
                                "customerId", out.customerId().toString(),
                                "amount", out.amount().toPlainString(),
                                "currency", out.currency(),
                                "method", out.method().code()),
                        now));
    }
}
