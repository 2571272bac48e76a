package uplink.billing.ledger.control;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import uplink.shared.Event;
import uplink.shared.Json;
import uplink.shared.Sql;

/** Events about invoices, many at once. The caller wakes the relay. */
public final class BillingEvents {

    private BillingEvents() {}

    /** {@code billing.invoice.paid} or {@code billing.invoice.overdue} for each of them. */
    public static void announce(Sql sql, String type, List<CreditAllocation.PaidInvoice> invoices, Instant now) {
        write(
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
        write(sql, List.of(event));
    }

    private static void write(Sql sql, List<Event> events) {
        if (events.isEmpty()) {
            return;
        }
        sql.update(
                """
                insert into outbox (id, type, source, subject, data, occurred_at)
                select e.id, e.type, e.source, e.subject, e.data::jsonb, ?
                from unnest(?::uuid[], ?::text[], ?::text[], ?::text[], ?::text[]) as e (id, type, source, subject, data)""",
                events.get(0).occurredAt(),
                events.stream().map(Event::id).toArray(UUID[]::new),
                events.stream().map(Event::type).toArray(String[]::new),
                events.stream().map(Event::source).toArray(String[]::new),
                events.stream().map(Event::subject).toArray(String[]::new),
                events.stream().map(e -> Json.write(e.data())).toArray(String[]::new));
    }
}
