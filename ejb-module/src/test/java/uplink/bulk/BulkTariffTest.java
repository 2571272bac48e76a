package uplink.bulk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import uplink.billing.run.boundary.ChangePreview;
import uplink.billing.subscription.boundary.ChangeWhen;
import uplink.billing.subscription.boundary.PlannedChange;
import uplink.billing.subscription.boundary.SubscriptionRow;
import uplink.bulk.boundary.BulkCounts;
import uplink.bulk.boundary.BulkItem;
import uplink.bulk.boundary.BulkKind;
import uplink.bulk.boundary.BulkMoney;
import uplink.bulk.boundary.BulkParameters;
import uplink.bulk.boundary.BulkState;
import uplink.bulk.boundary.BulkStatus;
import uplink.bulk.boundary.BulkUndo;
import uplink.bulk.boundary.BulkWork;
import uplink.shared.ProblemType;

/** A tariff of many services: the figures are the engine's, the rules those of whoever changes one by hand. */
class BulkTariffTest extends BulkCases {

    private static final LocalDate NEXT = LocalDate.of(2026, 12, 1);

    private UUID old;
    private UUID dear;

    @BeforeEach
    void tariffs() {
        old = provider.tariff("500.00").id();
        dear = provider.tariff("700.00").id();
    }

    private UUID service(String name, UUID tariff) {
        UUID customer = provider.customer(name, 1).id();
        return provider.subscription(customer, tariff, TODAY).id();
    }

    private BulkWork change(ChangeWhen when) {
        return preview(BulkKind.TARIFF, ALL, BulkParameters.ofTariff(old, dear, when));
    }

    private SubscriptionRow row(UUID service) {
        return provider.boundaries.call(() -> provider.subscriptions.get(service));
    }

    private long events() {
        return sql.number("select count(*) from subscription_events");
    }

    @Test
    void aPreviewTellsWhatTheNextBillsBringAndRecordsNothing() {
        UUID one = service("Первый", old);
        service("Второй", old);
        service("Чужой", dear);
        long before = events();
        BulkWork work = change(ChangeWhen.NEXT_PERIOD);
        assertEquals(new BulkCounts(2, 0, 2, 0, 0, 0, 0, 0), work.counts());
        BulkMoney money = work.money();
        assertNotNull(money);
        assertEquals(new BigDecimal("1000.00"), money.before());
        assertEquals(new BigDecimal("1400.00"), money.after());
        assertEquals(new BigDecimal("400.00"), money.difference());
        ChangePreview single = provider.boundaries.get(ChangePreview.class);
        BigDecimal each = provider.boundaries
                .call(() -> single.tariffChange(one, dear, NEXT, null, java.util.Locale.ENGLISH))
                .total();
        assertEquals(each.multiply(BigDecimal.valueOf(2)), money.bill(), "as the preview of one change says");
        assertEquals(before, events());
        assertEquals(BulkUndo.BEFORE_EFFECT, work.undo());
        assertEquals(NEXT.minusDays(1), work.undoUntil());
    }

    @Test
    void whatIsPlannedCanBeTakenBackUntilItsDay() {
        UUID service = service("Первый", old);
        BulkWork work = done(change(ChangeWhen.NEXT_PERIOD));
        assertEquals(1, work.undoable());
        PlannedChange planned = row(service).planned().get(0);
        assertEquals(NEXT, planned.on());
        assertEquals(dear, planned.tariffId());
        assertEquals(
                operator,
                sql.first(
                                "select created_by from subscription_events where kind = 'change'",
                                row -> row.getObject(1, UUID.class))
                        .orElseThrow());
        BulkWork back = undone(work);
        assertEquals(BulkStatus.UNDONE, back.status());
        assertEquals(List.of(), row(service).planned());
        assertEquals(old, row(service).tariffId());
    }

    @Test
    void whatHasBegunStays() {
        UUID service = service("Первый", old);
        BulkWork work = done(change(ChangeWhen.NEXT_PERIOD));
        provider.boundaries.today(NEXT);
        assertEquals(0, get(work.id()).undoable());
        refused(ProblemType.INVALID_STATE, () -> as(operator, "undo", () -> works.undo(work.id())));
        provider.boundaries.run(() -> provider.subscriptions.settleStatuses());
        assertEquals(dear, row(service).tariffId());
    }

    @Test
    void atOnceIsAtOnceAndForGood() {
        UUID service = service("Первый", old);
        BulkWork work = change(ChangeWhen.NOW);
        assertEquals(BulkUndo.NEVER, work.undo());
        BulkWork done = done(work);
        assertEquals(dear, row(service).tariffId());
        assertEquals(TODAY, items(done, BulkState.DONE).get(0).effectiveOn());
        assertEquals(1, sql.number("select count(*) from outbox where type = 'subscription.changed'"));
        refused(ProblemType.INVALID_STATE, () -> as(operator, "undo", () -> works.undo(work.id())));
    }

    @Test
    void whatHasChangedSinceThePreviewIsLeftAlone() {
        UUID touched = service("Первый", old);
        UUID other = service("Второй", old);
        BulkWork work = change(ChangeWhen.NEXT_PERIOD);
        provider.boundaries.run(() -> provider.subscriptions.changePrice(touched, NEXT, new BigDecimal("450.00")));
        BulkWork done = done(work);
        assertEquals(new BulkCounts(2, 0, 0, 0, 1, 1, 0, 0), done.counts());
        BulkItem left = items(work, BulkState.REFUSED).get(0);
        assertEquals(touched, left.subscriptionId());
        assertEquals("stale", left.problem());
        assertEquals("Услуга изменилась после предпросмотра.", left.reasonRu());
        assertEquals(old, row(touched).planned().get(0).tariffId(), "as it was agreed by hand");
        assertEquals(dear, row(other).planned().get(0).tariffId());
    }

    @Test
    void whatIsPlannedAlreadyIsSkippedAndWhatCannotBeIsToldInWords() {
        UUID planned = service("Первый", old);
        UUID ending = service("Второй", old);
        service("Третий", old);
        provider.boundaries.run(() -> provider.subscriptions.changeTariff(planned, dear, NEXT, null));
        provider.boundaries.run(() -> provider.subscriptions.cancel(ending, TODAY.plusDays(3)));
        BulkWork work = change(ChangeWhen.NEXT_PERIOD);
        assertEquals(new BulkCounts(3, 0, 1, 1, 1, 0, 0, 0), work.counts());
        BulkItem left = items(work, BulkState.REFUSED).get(0);
        assertEquals(ending, left.subscriptionId());
        assertTrue(left.reasonRu() != null && !left.reasonRu().startsWith("subscription."), left.reasonRu());
        assertEquals(
                "The same change is planned for 1 Dec 2026 already.",
                items(work, BulkState.SKIPPED).get(0).reasonEn());
        done(work);
        undone(get(work.id()));
        assertEquals(dear, row(planned).planned().get(0).tariffId(), "what somebody planned by hand stays");
    }

    @Test
    void aTariffThatIsNoneIsRefused() {
        service("Первый", old);
        refused(
                ProblemType.VALIDATION,
                () -> order(BulkKind.TARIFF, ALL, BulkParameters.ofTariff(old, nobody(), ChangeWhen.NOW)));
    }
}
