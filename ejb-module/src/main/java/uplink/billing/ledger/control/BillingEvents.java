package uplink.billing.ledger.control;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import uplink.billing.access.control.EventRows;
import uplink.shared.Event;
import uplink.shared.Sql;

/** Events about invoices, many at once. The caller wakes the relay. */
public final class BillingEvents {

    private BillingEvents() {}

    /** {@code billing.invoice.paid} or {@code billing.invoice.overdue} for each of them. */
    public static void announce(Sql sql, String type, List<CreditAllocation.PaidInvoice> invoices, Instant now) {
        EventRows.write(
                sql,
                invoices.stream()
                        .map(invoice -> Event.of(type, "/billing", invoice.id(), data(invoice), now))
                        .toList());
    }

    /** What such an event tells, whoever writes it. */
    public static Map<String, Object> data(CreditAllocation.PaidInvoice invoice) {
        return Map.of(
                "invoiceId", invoice.id().toString(),
                "customerId", invoice.customerId().toString(),
                "number", invoice.number(),
                "amount", invoice.amount().toPlainString(),
                "currency", invoice.currency());
    }

    public static void announce(Sql sql, Event event) {
        EventRows.write(sql, List.of(event));
    }
}
