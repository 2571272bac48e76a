package uplink.billing.life;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import uplink.billing.freeze.boundary.FreezeRequest;
import uplink.billing.freeze.boundary.Freezes;
import uplink.billing.ledger.control.Invariant;
import uplink.billing.promise.boundary.Promises;
import uplink.shared.BusinessException;

/**
 * A year and a bit of one customer's life, through a leap day: connected, pays late, promises, freezes, changes the tariff,
 * is suspended, comes back, leaves. Every event and every sum in between.
 */
class YearTest {

    private static final LocalDate BEGINS = LocalDate.of(2027, 9, 15);

    private final Life life = new Life(BEGINS, "600.00");
    private final Promises promises = life.boundaries.get(Promises.class);
    private final Freezes freezes = life.boundaries.get(Freezes.class);

    @AfterEach
    void close() throws Exception {
        life.close();
    }

    @Test
    void aYear() {
        // half of September: 16/30 of 600
        life.expect("subscription.activated", "billing.invoice.created 320.00").owes("320.00");
        life.until("2027-09-20").pays("320.00").expect("billing.payment.succeeded 320.00", "billing.invoice.paid");

        // October is paid late: due on the 11th, a Monday; the grace ends on Saturday the 16th; Sunday and nobody is
        // off
        life.until("2027-10-01").expect("billing.invoice.created 600.00");
        life.until("2027-10-17")
                .expect(
                        "billing.invoice.reminded -3",
                        "billing.invoice.reminded 0",
                        "billing.invoice.overdue",
                        "billing.invoice.reminded 3");
        assertEquals("active", life.status());
        life.until("2027-10-18").expect("subscription.suspended debt");

        // Tuesday: the unused days come back; the promise gives service back, and costs 50
        life.until("2027-10-19")
                .expect("billing.invoice.created credit-note 270.97")
                .owes("329.03");
        life.asks(promises::promise);
        life.expect("subscription.restored promise", "billing.promise.given");
        life.until("2027-10-20").expect("billing.invoice.created 301.61").owes("630.64");
        life.pays("630.64")
                .expect("billing.payment.succeeded 630.64", "billing.invoice.paid", "billing.invoice.paid")
                .owes("0.00");
        life.until("2027-10-31").expect();

        // November is frozen from the 10th to the 30th, inclusive: 14 days free, 7 at 5.00
        life.until("2027-11-01").expect("billing.invoice.created 600.00");
        life.pays("600.00").expect("billing.payment.succeeded 600.00", "billing.invoice.paid");
        life.asks(() -> freezes.freezeOwn(
                life.subscription, new FreezeRequest(LocalDate.of(2027, 11, 10), LocalDate.of(2027, 12, 1))));
        life.until("2027-11-09").expect();
        life.until("2027-11-11").expect("subscription.suspended frozen", "billing.invoice.created credit-note 420.00");
        life.owes("-420.00");
        life.until("2027-12-01").expect("subscription.restored active", "billing.invoice.created 635.00");
        life.owes("215.00").pays("215.00").expect("billing.payment.succeeded 215.00", "billing.invoice.paid");

        // a faster tariff from New Year on
        var faster = life.desk.tariff("900.00").id();
        life.does(
                () -> life.desk.subscriptions.changeTariff(life.subscription, faster, LocalDate.of(2028, 1, 1), null));
        life.until("2028-01-01").expect("subscription.changed", "billing.invoice.created 900.00");
        life.pays("900.00").expect("billing.payment.succeeded 900.00", "billing.invoice.paid");

        // February has 29 days; a cheaper tariff on the leap day: 1/29 back, 1/29 anew
        life.until("2028-02-01").expect("billing.invoice.created 900.00");
        life.pays("900.00").expect("billing.payment.succeeded 900.00", "billing.invoice.paid");
        life.until("2028-02-29");
        var cheaper = life.desk.tariff("450.00").id();
        life.does(() ->
                life.desk.subscriptions.changeTariff(life.subscription, cheaper, LocalDate.of(2028, 2, 29), null));
        life.expect("subscription.changed");
        life.until("2028-03-01").expect("billing.invoice.created 434.49").owes("434.49");
        life.pays("434.49").expect("billing.payment.succeeded 434.49", "billing.invoice.paid");

        // April is not paid: due on the 11th, suspended on Monday the 17th, back on the 25th
        life.until("2028-04-01").expect("billing.invoice.created 450.00");
        life.until("2028-04-18")
                .expect(
                        "billing.invoice.reminded -3",
                        "billing.invoice.reminded 0",
                        "billing.invoice.overdue",
                        "billing.invoice.reminded 3",
                        "subscription.suspended debt",
                        "billing.invoice.created credit-note 210.00");
        life.until("2028-04-25").expect().owes("240.00");
        life.pays("240.00")
                .expect("subscription.restored money", "billing.payment.succeeded 240.00", "billing.invoice.paid");
        life.until("2028-04-26").expect("billing.invoice.created 90.00");
        life.pays("90.00").expect("billing.payment.succeeded 90.00", "billing.invoice.paid");

        // and leaves on 20 May: 12/31 of 450 come back
        life.until("2028-05-01").expect("billing.invoice.created 450.00");
        life.pays("450.00").expect("billing.payment.succeeded 450.00", "billing.invoice.paid");
        life.does(() -> life.desk.subscriptions.cancel(life.subscription, LocalDate.of(2028, 5, 20)));
        life.until("2028-05-20").expect("subscription.cancelled", "billing.invoice.created credit-note 174.19");
        life.until("2028-09-15").expect().owes("-174.19");
        assertThrowsOffer();
        // who did what is known where the container announces it
        for (Invariant invariant : EnumSet.complementOf(EnumSet.of(Invariant.CHANGES_ARE_AUDITED))) {
            assertEquals(
                    List.of(),
                    invariant.check(life.provider.sql).stream()
                            .filter(finding -> life.customer.equals(finding.customerId()))
                            .toList(),
                    () -> Arrays.toString(Invariant.values()));
        }
    }

    /** What has ended has no debt to promise for and nothing to freeze. */
    private void assertThrowsOffer() {
        org.junit.jupiter.api.Assertions.assertThrows(BusinessException.class, () -> life.asks(promises::promise));
        org.junit.jupiter.api.Assertions.assertThrows(
                BusinessException.class,
                () -> life.asks(() ->
                        freezes.freezeOwn(life.subscription, new FreezeRequest(LocalDate.of(2028, 9, 16), null))));
    }
}
