package uplink.billing.freeze;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import uplink.billing.freeze.boundary.Freeze;
import uplink.billing.freeze.boundary.FreezeOffer;
import uplink.billing.freeze.boundary.FreezePreview;
import uplink.billing.freeze.boundary.FreezeRequest;
import uplink.billing.freeze.boundary.FreezeStatus;
import uplink.billing.freeze.boundary.Freezes;
import uplink.billing.freeze.boundary.PreviewedFreeze;
import uplink.billing.life.Life;
import uplink.shared.BusinessException;
import uplink.shared.ProblemType;
import uplink.shared.Sql;
import uplink.testing.Database;

/** A freeze from its wish to its end, and the money to the kopeck. */
class FreezesTest {

    private final Life life = new Life(LocalDate.of(2026, 10, 1), "300.00");
    private final Freezes freezes = life.boundaries.get(Freezes.class);

    @AfterEach
    void close() throws Exception {
        Sql.in(Database.app())
                .update("update policies set is_active = false where code like 'freeze-%' and rank < 500");
        life.close();
    }

    private Freeze freeze(String from, String until) {
        return life.asks(() -> freezes.freezeOwn(life.subscription, wish(from, until)));
    }

    private static FreezeRequest wish(String from, String until) {
        return new FreezeRequest(LocalDate.parse(from), until == null ? null : LocalDate.parse(until));
    }

    private void paidUp() {
        life.pays("300.00")
                .expect(
                        "subscription.activated",
                        "billing.invoice.created 300.00",
                        "billing.payment.succeeded 300.00",
                        "billing.invoice.paid");
    }

    /** 14 days a year are free, then 5.00 a day. Days of October: 31, of November: 30. */
    @Test
    void aFreezeIsPlannedBeginsCostsItsDaysAndEndsByItself() {
        paidUp();
        life.until("2026-10-05");
        PreviewedFreeze preview = preview("2026-10-12", "2026-11-08");
        Freeze freeze = freeze("2026-10-12", "2026-11-08");
        assertEquals(FreezeStatus.PLANNED, freeze.status());
        assertEquals(LocalDate.of(2026, 10, 26), freeze.freeUntil());
        assertEquals("active", life.status());
        life.until("2026-10-11").expect();
        life.until("2026-10-12").expect("subscription.suspended frozen", "billing.invoice.created credit-note 193.55");
        assertEquals("frozen", life.status());
        life.until("2026-10-31").expect();
        life.until("2026-11-01").expect("billing.invoice.created 30.00", "billing.invoice.paid");
        life.until("2026-11-07").expect();
        life.until("2026-11-08").expect("subscription.restored active", "billing.invoice.created 230.00");
        assertEquals("active", life.status());
        life.pays("66.45").expect("billing.payment.succeeded 66.45", "billing.invoice.paid");
        life.until("2026-12-01").expect("billing.invoice.created 335.00");
        // without it: 300.00 each for October, November and December, of which 366.45 are paid
        BigDecimal difference = life.provider.balance(life.customer).add(new BigDecimal("533.55"));
        assertEquals(preview.total().negate(), difference, "to the kopeck");
        assertEquals(
                List.of("recurring 2026-10-26 2026-11-01 30.00", "recurring 2026-11-01 2026-11-08 35.00"),
                life.provider.sql.list(
                        """
                        select c.kind || ' ' || (c.explanation->>'from') || ' ' || (c.explanation->>'to') || ' ' || c.amount
                        from charges c where c.subscription_id = ? and c.explanation ?? 'text' order by 1""",
                        row -> row.getString(1),
                        life.subscription));
    }

    private PreviewedFreeze preview(String from, String until) {
        FreezePreview previews = new FreezePreviewOf(life).get();
        var lines = new java.util.concurrent.atomic.AtomicReference<PreviewedFreeze>();
        assertThrows(
                RollBack.class,
                () -> life.asks(() -> {
                    lines.set(previews.previewOwn(life.subscription, wish(from, until), Locale.ENGLISH));
                    throw new RollBack();
                }));
        return lines.get();
    }

    private static final class RollBack extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    /** Outside the container nothing is rolled back by itself. */
    private record FreezePreviewOf(Life life) {
        FreezePreview get() {
            return life.boundaries.get(FreezePreview.class);
        }
    }

    @Test
    void thePreviewExplainsEachLine() {
        paidUp();
        PreviewedFreeze preview = preview("2026-10-12", "2026-11-08");
        assertTrue(
                preview.lines().stream()
                        .anyMatch(line -> line.explanation()
                                        .startsWith(
                                                "“Добровольная блокировка” from October 26, 2026 to October 31, 2026:"
                                                        + " 6 days × RUB 5.00 a day")
                                || line.explanation().contains("6 days × RUB")),
                () -> preview.lines().toString());
        assertEquals(0, life.count("select count(*) from freezes where customer_id = ?"));
        assertEquals("active", life.status());
    }

    @Test
    void whoComesBackEarlierPaysForTheDaysOnly() {
        paidUp();
        life.until("2026-10-02");
        assertEquals(FreezeStatus.ACTIVE, freeze("2026-10-02", null).status());
        life.expect("subscription.suspended frozen");
        life.until("2026-10-10").expect("billing.invoice.created credit-note 290.32");
        assertEquals(
                FreezeStatus.ENDED,
                life.asks(() -> freezes.unfreezeOwn(life.subscription)).status());
        life.expect("subscription.restored active");
        life.until("2026-10-12").expect("billing.invoice.created 212.90", "billing.invoice.paid");
        FreezeOffer offer = life.asks(() -> freezes.ownOffer(life.subscription, Locale.ENGLISH));
        assertEquals(6, offer.freeDaysLeft());
        assertEquals(LocalDate.of(2026, 11, 9), offer.availableFrom(), "30 days after the last");
        refused(ProblemType.NOT_ALLOWED, "2026-10-20", null);
        refused(ProblemType.INVALID_STATE);
    }

    @Test
    void whatIsOnlyPlannedCanBeTakenBack() {
        paidUp();
        freeze("2026-10-20", null);
        refused(ProblemType.NOT_ALLOWED, "2026-11-20", null);
        assertEquals(
                FreezeStatus.CANCELLED,
                life.asks(() -> freezes.unfreezeOwn(life.subscription)).status());
        life.until("2026-10-21").expect();
        assertEquals("active", life.status());
        freeze("2026-10-21", "2026-10-28");
    }

    @Test
    void aFreezeOfADebtorDoesNotBegin() {
        life.expect("subscription.activated", "billing.invoice.created 300.00");
        freeze("2026-10-15", null);
        life.until("2026-10-15");
        assertEquals("active", life.status());
        assertEquals(
                1,
                life.count("select count(*) from freezes where customer_id = ? and status = 'cancelled' and reason ="
                        + " 'debt'"));
        refused(ProblemType.NOT_ALLOWED, "2026-10-15", null);
    }

    @Test
    void daysThatMakeNoSenseAreRefused() {
        paidUp();
        refused(ProblemType.VALIDATION, "2026-09-30", null);
        refused(ProblemType.VALIDATION, "2026-12-01", null);
        refused(ProblemType.VALIDATION, "2026-10-05", "2026-10-11");
        refused(ProblemType.VALIDATION, "2026-10-05", "2027-05-05");
    }

    @Test
    void anActivationFeeIsChargedOnce() {
        Sql.in(Database.app()).update("update policies set is_active = true where code = 'freeze-paid'");
        paidUp();
        freeze("2026-10-01", "2026-11-01");
        life.until("2026-10-02").expect("subscription.suspended frozen", "billing.invoice.created credit-note 200.00");
        life.until("2026-11-02").expect("subscription.restored active", "billing.invoice.created 300.00");
    }

    @Test
    void freeDaysBelongToTheirYear() {
        var terms =
                new uplink.billing.policy.boundary.FreezeTerms(true, 1, 60, 60, 10, BigDecimal.ZERO, BigDecimal.ONE, 0);
        LocalDate from = LocalDate.of(2026, 12, 28);
        assertEquals(
                LocalDate.of(2027, 1, 11),
                uplink.billing.freeze.control.FreezeRules.freeUntil(
                        terms, from, LocalDate.of(2027, 2, 1), Map.of(2026, 6)));
        assertEquals(
                LocalDate.of(2026, 12, 30),
                uplink.billing.freeze.control.FreezeRules.freeUntil(
                        terms, from, LocalDate.of(2027, 2, 1), Map.of(2026, 8)));
    }

    private void refused(ProblemType type, String from, String until) {
        assertEquals(
                type,
                assertThrows(BusinessException.class, () -> freeze(from, until)).type());
    }

    private void refused(ProblemType type) {
        assertEquals(
                type,
                assertThrows(BusinessException.class, () -> life.asks(() -> freezes.unfreezeOwn(life.subscription)))
                        .type());
    }
}
