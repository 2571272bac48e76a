package uplink.billing.subscription;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import uplink.billing.subscription.boundary.EventKind;
import uplink.billing.subscription.boundary.HistoryEntry;
import uplink.billing.subscription.boundary.NewFeeCharge;
import uplink.billing.subscription.boundary.NewSubscription;
import uplink.billing.subscription.boundary.SubscriptionRow;
import uplink.billing.subscription.boundary.SubscriptionStatus;
import uplink.catalog.boundary.Discounts;
import uplink.catalog.boundary.NewDiscount;
import uplink.catalog.boundary.TariffChange;
import uplink.shared.BusinessException;
import uplink.shared.Ids;
import uplink.shared.ProblemType;
import uplink.testing.Desk;
import uplink.testing.Race;

class SubscriptionsTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 20);
    private static final LocalDate START = LocalDate.of(2026, 9, 1);

    private final Desk provider = new Desk(TODAY);
    private final UUID customer = provider.customer("Петров", 5).id();
    private final UUID tariff = provider.tariff("500.00").id();

    @AfterEach
    void close() throws Exception {
        provider.close();
    }

    @Test
    void aStartIsTheFirstEventAndDueAtOnce() {
        SubscriptionRow row = provider.subscription(customer, tariff, START);
        assertEquals(SubscriptionStatus.ACTIVE, row.status());
        assertEquals(new BigDecimal("500.00"), row.price());
        assertFalse(row.ownPrice());
        HistoryEntry start = provider.subscriptions.history(row.id()).get(0);
        assertEquals(EventKind.START, start.kind());
        assertEquals(5, start.billingDay());
        assertEquals("2026-09-01,,", marks(row.id()));
        assertEquals(List.of("subscription.activated"), provider.boundaries.announced(row.id()));
    }

    @Test
    void aStartAheadIsPendingUntilItsDay() {
        SubscriptionRow row = provider.subscription(customer, tariff, TODAY.plusDays(10));
        assertEquals(SubscriptionStatus.PENDING, row.status());
        assertEquals(List.of(), provider.boundaries.announced(row.id()));
        provider.boundaries.today(TODAY.plusDays(10));
        assertTrue(provider.boundaries.call(provider.subscriptions::settleStatuses) >= 1);
        assertEquals(
                SubscriptionStatus.ACTIVE, provider.subscriptions.get(row.id()).status());
        assertEquals(List.of("subscription.activated"), provider.boundaries.announced(row.id()));
        assertEquals(0, provider.boundaries.call(provider.subscriptions::settleStatuses));
    }

    @Test
    void pauseAndResumeFollowEachOther() {
        UUID id = provider.subscription(customer, tariff, START).id();
        assertEquals(
                SubscriptionStatus.FROZEN,
                call(() -> provider.subscriptions.pause(id, TODAY.minusDays(5), SubscriptionStatus.FROZEN))
                        .status());
        refused(ProblemType.INVALID_STATE, () -> provider.subscriptions.pause(id, TODAY, SubscriptionStatus.SUSPENDED));
        assertEquals(
                SubscriptionStatus.ACTIVE,
                call(() -> provider.subscriptions.resume(id, TODAY)).status());
        refused(ProblemType.INVALID_STATE, () -> provider.subscriptions.resume(id, TODAY));
        assertEquals("2026-09-01,2026-11-15,", marks(id));
        assertEquals(
                List.of("subscription.activated", "subscription.suspended", "subscription.restored"),
                provider.boundaries.announced(id));
    }

    @Test
    void whatContradictsLaterEventsIsRefused() {
        UUID id = provider.subscription(customer, tariff, START).id();
        call(() -> provider.subscriptions.pause(id, TODAY, SubscriptionStatus.SUSPENDED));
        refused(
                ProblemType.INVALID_TIMELINE,
                () -> provider.subscriptions.pause(id, TODAY.minusDays(5), SubscriptionStatus.FROZEN));
        refused(ProblemType.INVALID_TIMELINE, () -> provider.subscriptions.cancel(id, TODAY.minusDays(5)));
        refused(ProblemType.INVALID_TIMELINE, () -> provider.subscriptions.cancel(id, START.minusDays(1)));
    }

    @Test
    void anEndWinsOverWhatWasOnlyPlanned() {
        UUID id = provider.subscription(customer, tariff, START).id();
        UUID other = provider.tariff("900.00").id();
        call(() -> provider.subscriptions.changeTariff(id, other, TODAY.plusDays(20), null));
        assertEquals(
                TODAY.plusDays(10),
                call(() -> provider.subscriptions.cancel(id, TODAY.plusDays(10)))
                        .endedOn());
        assertEquals(
                TODAY.plusDays(3),
                call(() -> provider.subscriptions.cancel(id, TODAY.plusDays(3))).endedOn());
        refused(
                ProblemType.INVALID_STATE,
                () -> provider.subscriptions.changePrice(id, TODAY.plusDays(5), BigDecimal.ONE));
        assertEquals(
                TODAY.plusDays(3),
                call(() -> provider.subscriptions.changePrice(id, TODAY, BigDecimal.ONE))
                        .endedOn());
        provider.boundaries.today(TODAY.plusDays(30));
        while (provider.boundaries.call(provider.subscriptions::settleStatuses) > 0) {
            // and the next ones
        }
        SubscriptionRow ended = provider.subscriptions.get(id);
        assertEquals(SubscriptionStatus.CANCELLED, ended.status());
        assertEquals(tariff, ended.tariffId());
        assertEquals(
                List.of("subscription.activated", "subscription.changed", "subscription.cancelled"),
                provider.boundaries.announced(id));
    }

    @Test
    void aContractEndsWhateverIsPlannedForItsSubscriptions() {
        SubscriptionRow row = provider.subscription(customer, tariff, START);
        call(() -> provider.subscriptions.pause(row.id(), TODAY.plusDays(20), SubscriptionStatus.FROZEN));
        call(() -> provider.contracts.terminate(row.contractId(), null, TODAY.plusDays(10)));
        assertEquals(TODAY.plusDays(10), provider.subscriptions.get(row.id()).endedOn());
    }

    @Test
    void eachPauseTellsOfItselfWhenSeveralEventsTakeEffectAtOnce() {
        UUID id = provider.subscription(customer, tariff, START).id();
        call(() -> provider.subscriptions.pause(id, TODAY.plusDays(1), SubscriptionStatus.FROZEN));
        call(() -> provider.subscriptions.resume(id, TODAY.plusDays(2)));
        provider.boundaries.today(TODAY.plusDays(5));
        while (provider.boundaries.call(provider.subscriptions::settleStatuses) > 0) {
            // and the next ones
        }
        assertEquals(
                List.of(
                        "subscription.activated active",
                        "subscription.suspended frozen",
                        "subscription.restored active"),
                provider.boundaries
                        .sql()
                        .list(
                                "select type || ' ' || (data->>'status') from outbox where subject = ? order by id",
                                row -> row.getString(1),
                                id.toString()));
    }

    @Test
    void afterTheEndOnlyFeesAreCharged() {
        UUID id = provider.subscription(customer, tariff, START).id();
        SubscriptionRow ended = call(() -> provider.subscriptions.cancel(id, TODAY));
        assertEquals(SubscriptionStatus.CANCELLED, ended.status());
        assertEquals(TODAY, ended.endedOn());
        refused(ProblemType.INVALID_STATE, () -> provider.subscriptions.cancel(id, TODAY.plusDays(1)));
        refused(
                ProblemType.INVALID_STATE,
                () -> provider.subscriptions.changePrice(id, TODAY.plusDays(1), BigDecimal.ONE));
        HistoryEntry fee = call(() -> provider.subscriptions.addFee(
                id, new NewFeeCharge(null, null, new BigDecimal("300.00"), "Невозвращённый роутер", null)));
        assertEquals(new BigDecimal("300.00"), fee.amount());
    }

    @Test
    void whatHasComeIsAnnouncedAlthoughSomethingElseIsRecordedFirst() {
        UUID id = provider.subscription(customer, tariff, START).id();
        LocalDate end = TODAY.plusDays(20);
        call(() -> provider.subscriptions.cancel(id, end));
        assertEquals(List.of("subscription.activated"), provider.boundaries.announced(id));
        provider.boundaries.today(end);
        call(() -> provider.subscriptions.addFee(id, new NewFeeCharge(null, null, BigDecimal.TEN, "Роутер", null)));
        provider.boundaries.call(provider.subscriptions::settleStatuses);
        assertEquals(List.of("subscription.activated", "subscription.cancelled"), provider.boundaries.announced(id));
        assertEquals(
                SubscriptionStatus.CANCELLED, provider.subscriptions.get(id).status());
    }

    @Test
    void aTariffChangeAheadWaitsForItsDay() {
        UUID id = provider.subscription(customer, tariff, START).id();
        UUID other = provider.tariff("700.00").id();
        LocalDate on = LocalDate.of(2026, 12, 5);
        SubscriptionRow now = call(() -> provider.subscriptions.changeTariff(id, other, on, null));
        assertEquals(tariff, now.tariffId());
        assertEquals("2026-09-01,2026-12-05,", marks(id));
        provider.boundaries.today(on);
        provider.boundaries.call(provider.subscriptions::settleStatuses);
        assertEquals(other, provider.subscriptions.get(id).tariffId());
        assertEquals(new BigDecimal("700.00"), provider.subscriptions.get(id).price());
    }

    @Test
    void theTariffOfThatDayIsNoChange() {
        UUID id = provider.subscription(customer, tariff, START).id();
        UUID other = provider.tariff("700.00").id();
        LocalDate on = LocalDate.of(2026, 12, 5);
        refused(ProblemType.VALIDATION, () -> provider.subscriptions.changeTariff(id, tariff, on, null));
        call(() -> provider.subscriptions.changeTariff(id, other, on, null));
        refused(ProblemType.VALIDATION, () -> provider.subscriptions.changeTariff(id, other, on.plusDays(1), null));
        call(() -> provider.subscriptions.changeTariff(id, tariff, on.plusDays(2), null));
    }

    @Test
    void anOwnPriceHoldsUntilItIsTakenBack() {
        UUID id = provider.subscription(customer, tariff, START).id();
        SubscriptionRow own = call(() -> provider.subscriptions.changePrice(id, TODAY, new BigDecimal("450.00")));
        assertTrue(own.ownPrice());
        assertEquals(new BigDecimal("450.00"), own.price());
        SubscriptionRow back = call(() -> provider.subscriptions.changePrice(id, TODAY, null));
        assertFalse(back.ownPrice());
        assertEquals(new BigDecimal("500.00"), back.price());
        refused(ProblemType.VALIDATION, () -> provider.subscriptions.changePrice(id, TODAY, new BigDecimal("450.005")));
    }

    @Test
    void aGrantedDiscountKeepsItsTerms() {
        UUID id = provider.subscription(customer, tariff, START).id();
        Discounts discounts = provider.boundaries.get(Discounts.class);
        var summer = provider.boundaries.call(() -> discounts.create(
                new NewDiscount("d-" + Ids.next(), "Летняя", "Summer", new BigDecimal("10"), null, 3, null)));
        var granted = provider.boundaries.call(() -> provider.subscriptions.addDiscount(id, summer.id(), TODAY, null));
        assertEquals(0, new BigDecimal("10").compareTo(granted.percent()));
        assertEquals(List.of(granted), provider.subscriptions.discounts(id));
        assertEquals("2026-09-01,2026-11-20,", marks(id));
    }

    @Test
    void aTariffVersionMarksWhoIsChargedBeyondIt() {
        UUID charged = provider.subscription(customer, tariff, START).id();
        UUID fresh = provider.subscription(customer, tariff, START).id();
        provider.boundaries.run(() -> provider.boundaries
                .sql()
                .update(
                        "update subscriptions set charged_to = '2026-12-05', next_due = '2026-12-05' where id = ?",
                        charged));
        provider.boundaries.run(
                () -> provider.tariffs.addVersion(tariff, Desk.version(LocalDate.of(2026, 12, 1), "550.00")));
        assertEquals("2026-12-01,2026-12-01,2026-12-05", marks(charged));
        assertEquals("2026-09-01,,", marks(fresh));
    }

    @Test
    void onlyWhatIsOfferedCanBeSubscribed() {
        provider.boundaries.run(() -> provider.tariffs.update(tariff, null, new TariffChange(false, null)));
        refused(
                ProblemType.INVALID_STATE,
                () -> provider.subscriptions.start(new NewSubscription(customer, null, tariff, TODAY, null)));
        refused(
                ProblemType.NOT_FOUND,
                () -> provider.subscriptions.start(new NewSubscription(Ids.next(), null, tariff, TODAY, null)));
    }

    @Test
    void whatStartsUnderAContractThatIsToEndEndsWithIt() {
        LocalDate end = TODAY.plusDays(20);
        UUID contract = provider.contracts.ofCustomer(customer).get(0).id();
        call(() -> provider.contracts.terminate(contract, null, end));
        UUID id = provider.subscription(customer, tariff, TODAY).id();
        SubscriptionRow started = provider.subscriptions.get(id);
        assertEquals(SubscriptionStatus.ACTIVE, started.status());
        assertEquals(end, started.endedOn());
        assertEquals(
                List.of(EventKind.START, EventKind.CANCEL),
                provider.subscriptions.history(id).stream()
                        .map(HistoryEntry::kind)
                        .sorted()
                        .toList());
        provider.boundaries.today(end);
        provider.boundaries.call(provider.subscriptions::settleStatuses);
        assertEquals(
                SubscriptionStatus.CANCELLED, provider.subscriptions.get(id).status());
    }

    @Test
    void aStartAndATerminationAtTheSameTimeKnowOfEachOther() throws Exception {
        LocalDate end = TODAY.plusDays(20);
        UUID contract = provider.contracts.ofCustomer(customer).get(0).id();
        try (Desk other = new Desk(TODAY)) {
            var started = call(() -> {
                provider.contracts.terminate(contract, null, end);
                return Race.meanwhile(() -> other.subscription(customer, tariff, TODAY));
            });
            assertEquals(end, provider.subscriptions.get(started.get().id()).endedOn());
        }
    }

    @Test
    void aTerminationFindsWhatIsJustBeingStarted() throws Exception {
        LocalDate end = TODAY.plusDays(20);
        UUID contract = provider.contracts.ofCustomer(customer).get(0).id();
        try (Desk other = new Desk(TODAY)) {
            UUID[] id = new UUID[1];
            call(() -> {
                        id[0] = provider.subscriptions
                                .start(new NewSubscription(customer, null, tariff, TODAY, null))
                                .id();
                        return Race.meanwhile(
                                () -> other.boundaries.call(() -> other.contracts.terminate(contract, null, end)));
                    })
                    .get();
            assertEquals(end, provider.subscriptions.get(id[0]).endedOn());
        }
    }

    private <T> T call(java.util.function.Supplier<T> work) {
        return provider.boundaries.call(work);
    }

    /** next_due, rerate_from, charged_to */
    private String marks(UUID id) {
        return provider.boundaries
                .sql()
                .first(
                        """
                        select concat(next_due, ',', rerate_from, ',', charged_to) from subscriptions where id = ?""",
                        row -> row.getString(1),
                        id)
                .orElseThrow();
    }

    private void refused(ProblemType type, Runnable work) {
        BusinessException refusal = assertThrows(BusinessException.class, () -> provider.boundaries.run(work));
        assertEquals(type, refusal.type());
    }
}
