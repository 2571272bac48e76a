package uplink.billing.payment.boundary;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import uplink.billing.access.control.HistoryRows;
import uplink.shared.Ids;
import uplink.shared.Json;

/** Who was suspended for debt and pays is back in the transaction that confirms the money, and it is known by whose. */
class RestoringPaymentTest extends PaymentCases {

    private final UUID customer = provider.customer();
    private final UUID service = provider.subscription(customer, provider.tariff("300.00"), LocalDate.of(2026, 11, 1));
    private UUID owed = customer;

    @BeforeEach
    void suspend() {
        owed = invoice(customer, "300.00");
        provider.sql.update("update invoices set status = 'overdue' where id = ?", owed);
        provider.sql.update(
                """
                insert into suspensions (id, customer_id, subscription_id, cause, credit_limit, charged, debt, began_on,
                    began_at)
                values (?, ?, ?, 'debt', 0, false, 300, '2026-11-26', now())""",
                Ids.next(),
                customer,
                service);
        HistoryRows.record(
                provider.sql,
                List.of(new HistoryRows.Entry(service, LocalDate.of(2026, 11, 26), false)),
                "pause",
                "suspended",
                Instant.parse("2026-11-26T06:00:00Z"));
    }

    @Test
    void theConfirmationItselfRestoresAndAnnouncesIt() {
        UUID payment = confirmed("300.00");
        assertEquals("active", serviceStatus());
        assertEquals(1, provider.sql.number("select count(*) from outbox where " + RESTORED, service, payment));
        assertEquals(
                1,
                provider.sql.number(
                        """
                        select count(distinct x) from (
                            select xmin::text as x from payments where id = ?
                            union all select xmin::text from transactions where payment_id = ?
                            union all select xmin::text from suspensions where payment_id = ?
                            union all select xmin::text from subscriptions where id = ?
                            union all select xmin::text from outbox where\s"""
                                + RESTORED
                                + " union all select xmin::text from outbox where type = 'billing.payment.succeeded' and"
                                + " subject = ?::text) one",
                        payment,
                        payment,
                        payment,
                        service,
                        service,
                        payment,
                        payment),
                "money, service and both events came with one commit");
        assertEquals(
                List.of(service),
                till.payment(payment).restored().stream()
                        .map(RestoredService::subscriptionId)
                        .toList());
        assertEquals(DECEMBER, till.payment(payment).restored().get(0).on());
    }

    @Test
    void aPartRestoresNothingAndTheRestDoes() {
        UUID part = confirmed("299.99");
        assertEquals("suspended", serviceStatus());
        assertEquals(List.of(), till.payment(part).restored());
        UUID rest = till.cash(customer, "0.01", null).id();
        assertEquals("active", serviceStatus());
        assertEquals(List.of(), till.payment(part).restored(), "it was the other one");
        assertEquals(1, till.payment(rest).restored().size());
    }

    @Test
    void aPaymentThatIsToldTwiceRestoresOnce() {
        UUID payment = confirmed("300.00");
        till.hear(Json.readMap(bank.notification(externalId(payment))));
        till.runJob();
        assertEquals(1, provider.sql.number("select count(*) from outbox where " + RESTORED, service, payment));
    }

    @Test
    void creditOnTheAccountRestoresByThePaymentThatGivesIt() {
        provider.credit(customer, "300.00");
        PayRequest wanted = new PayRequest(owed, new BigDecimal("300.00"), null, PaymentMethod.BALANCE, null);
        UUID payment = till.pay(customer, wanted, "b").id();
        assertEquals("active", serviceStatus());
        assertEquals(1, till.payment(payment).restored().size());
    }

    private static final String RESTORED =
            "type = 'subscription.restored' and subject = ?::text and data ->> 'paymentId' = ?::text";

    private UUID confirmed(String amount) {
        UUID payment = till.pay(customer, card(amount, null), "k").id();
        bank.pay(externalId(payment));
        till.hear(Json.readMap(bank.notification(externalId(payment))));
        till.runJob();
        assertEquals("succeeded", status(payment));
        return payment;
    }

    private String serviceStatus() {
        return provider.sql
                .first("select status from subscriptions where id = ?", row -> row.getString(1), service)
                .orElseThrow();
    }
}
