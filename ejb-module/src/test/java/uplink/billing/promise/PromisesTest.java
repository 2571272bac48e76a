package uplink.billing.promise;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import uplink.billing.life.Life;
import uplink.billing.promise.boundary.GivenPromise;
import uplink.billing.promise.boundary.PromiseOffer;
import uplink.billing.promise.boundary.PromiseStatus;
import uplink.billing.promise.boundary.Promises;
import uplink.shared.BusinessException;
import uplink.shared.ProblemType;

/** A promise restores at once, ends when paid or when its term is over, costs its fee once, and is refused with a reason. */
class PromisesTest {

    private final Life life = new Life(LocalDate.of(2026, 10, 1), "500.00");
    private final Promises promises = life.boundaries.get(Promises.class);

    @AfterEach
    void close() throws Exception {
        life.close();
    }

    /** October is paid, November is not: due on the 11th, grace until the 16th, a Monday. */
    private void suspended() {
        life.until("2026-10-05").pays("500.00");
        life.until("2026-11-17");
        assertEquals("suspended", life.status());
        life.expect(
                "subscription.activated",
                "billing.invoice.created 500.00",
                "billing.payment.succeeded 500.00",
                "billing.invoice.paid",
                "billing.invoice.created 500.00",
                "billing.invoice.reminded -3",
                "billing.invoice.reminded 0",
                "billing.invoice.overdue",
                "billing.invoice.reminded 3",
                "subscription.suspended debt");
    }

    @Test
    void aPromiseRestoresAtOnceAndIsKeptByPaying() {
        suspended();
        GivenPromise promise = life.asks(promises::promise);
        assertEquals(LocalDate.of(2026, 11, 22), promise.endsOn());
        assertEquals(new BigDecimal("500.00"), promise.debt());
        assertEquals("active", life.status());
        assertEquals(promise, life.asks(() -> promises.ownOffer(Locale.ENGLISH)).active());
        life.expect("subscription.restored promise", "billing.promise.given");
        life.until("2026-11-20").expect("billing.invoice.created 50.00");
        life.pays("550.00").expect("billing.payment.succeeded 550.00", "billing.invoice.paid", "billing.invoice.paid");
        life.until("2026-11-30").expect();
        GivenPromise kept = new GivenPromise(
                promise.id(),
                promise.givenOn(),
                promise.endsOn(),
                promise.debt(),
                promise.fee(),
                promise.currency(),
                PromiseStatus.KEPT);
        assertEquals(List.of(kept), promises.ofCustomer(life.customer));
        life.owes("0.00");
    }

    @Test
    void aPromiseThatIsNotKeptEndsInSuspensionOnAWorkingDay() {
        suspended();
        life.asks(promises::promise);
        life.expect("subscription.restored promise", "billing.promise.given");
        life.until("2026-11-22").expect("billing.invoice.created 50.00");
        assertEquals("active", life.status(), "its term is over on a Sunday");
        life.until("2026-11-23").expect("subscription.suspended broken-promise");
        PromiseOffer offer = life.asks(() -> promises.ownOffer(Locale.ENGLISH));
        assertFalse(offer.allowed());
        assertEquals("A promised payment can be had once in 30 days.", offer.reason());
        assertEquals(LocalDate.of(2026, 12, 17), offer.availableFrom());
        refused(promises::promise);
    }

    @Test
    void aPromiseBeforeTheSuspensionKeepsServiceOn() {
        life.until("2026-10-05").pays("500.00");
        life.until("2026-11-14");
        life.asks(promises::promise);
        refused(promises::promise);
        life.until("2026-11-18");
        assertEquals("active", life.status());
        assertEquals(0, life.count("select count(*) from unpaid_but_on where customer_id = ?"));
        life.until("2026-11-19");
        assertEquals("suspended", life.status());
    }

    @Test
    void aRefusalSaysWhyAndFromWhen() {
        PromiseOffer nothing = life.asks(() -> promises.ownOffer(Locale.ENGLISH));
        assertEquals("Nothing is overdue: there is nothing to promise.", nothing.reason());
        assertNull(nothing.availableFrom());
        life.until("2026-10-14");
        PromiseOffer fresh = life.asks(() -> promises.ownOffer(Locale.ENGLISH));
        assertEquals("A promised payment can be had 30 days after service began.", fresh.reason());
        assertEquals(LocalDate.of(2026, 10, 31), fresh.availableFrom());
        life.until("2026-10-31");
        PromiseOffer unpaid = life.asks(() -> promises.ownOffer(Locale.ENGLISH));
        assertEquals("Nothing was paid within the last 90 days.", unpaid.reason());
        life.pays("1.00");
        assertTrue(life.asks(() -> promises.ownOffer(Locale.ENGLISH)).allowed());
        life.isCredited("-5000.00");
        assertTrue(life.asks(() -> promises.ownOffer(Locale.ENGLISH)).allowed(), "only what is overdue counts");
    }

    private void refused(java.util.function.Supplier<?> something) {
        BusinessException refusal = assertThrows(BusinessException.class, () -> life.asks(something));
        assertEquals(ProblemType.NOT_ALLOWED, refusal.type());
    }
}
