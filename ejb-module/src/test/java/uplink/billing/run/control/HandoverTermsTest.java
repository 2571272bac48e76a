package uplink.billing.run.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import uplink.billing.freeze.boundary.Freeze;
import uplink.billing.freeze.boundary.FreezeRequest;
import uplink.billing.freeze.boundary.FreezeStatus;
import uplink.billing.freeze.boundary.Freezes;
import uplink.billing.subscription.boundary.HistoryEntry;
import uplink.billing.subscription.boundary.NewSubscription;
import uplink.billing.subscription.boundary.SubscriptionRow;
import uplink.billing.subscription.boundary.SubscriptionStatus;
import uplink.catalog.boundary.NewTariff;
import uplink.catalog.boundary.TariffKind;
import uplink.shared.BusinessException;
import uplink.shared.Ids;
import uplink.shared.ProblemType;
import uplink.testing.Desk;

/** What goes along when a contract changes hands: own prices, add-ons, discounts, freezes, and what is planned, with its fees. */
class HandoverTermsTest extends HandoverCases {

    @Test
    void ownPricesAddOnsAndPlansGoAlong() {
        desk.boundaries.run(() -> desk.subscriptions.changePrice(service, START, new BigDecimal("450.00")));
        UUID extra = addOn("90.00");
        UUID dearer = desk.tariff("900.00").id();
        LocalDate later = LocalDate.of(2027, 1, 1);
        desk.boundaries.run(() -> desk.subscriptions.changeTariff(service, dearer, later, new BigDecimal("800.00")));
        desk.boundaries.run(() -> desk.subscriptions.cancel(extra, LocalDate.of(2027, 2, 1)));
        sql.update("update tariffs set is_active = false where id = ?", tariff);
        billed();
        handOver(DAY);
        SubscriptionRow main = ofTaker(null);
        SubscriptionRow beside = ofTaker(main.id());
        assertEquals(DAY, main.startedOn());
        assertEquals(tariff, main.tariffId(), "although it is offered to nobody any more");
        assertEquals(LocalDate.of(2027, 2, 1), beside.endedOn());
        List<HistoryEntry> plans = desk.subscriptions.history(main.id()).stream()
                .filter(entry -> entry.on().equals(later))
                .toList();
        assertEquals(1, plans.size());
        assertEquals(dearer, plans.get(0).tariffId());
        commit(LocalDate.of(2027, 2, 1));
        assertEquals(new BigDecimal("-2410.00"), provider.balance(taker), "150 + 450 + 800 + 800, and 30 + 90 + 90");
    }

    @Test
    void whatAnEndHasOvertakenDoesNotGoAlong() {
        UUID dearer = desk.tariff("900.00").id();
        desk.boundaries.run(() -> desk.subscriptions.changeTariff(service, dearer, LocalDate.of(2027, 3, 1), null));
        desk.boundaries.run(() -> desk.subscriptions.cancel(service, LocalDate.of(2027, 2, 1)));
        billed();
        handOver(DAY);
        SubscriptionRow next = ofTaker(null);
        assertEquals(LocalDate.of(2027, 2, 1), next.endedOn());
        assertEquals(1, next.planned().size());
    }

    /** A fee stays with whoever agreed to it; that of a change goes where the change goes, and comes back with it. */
    @Test
    void theFeeOfAPlannedChangeGoesAlongWithIt() {
        billed();
        UUID dearer = desk.tariff("900.00").id();
        LocalDate later = LocalDate.of(2027, 1, 1);
        UUID act = Ids.next();
        plan("change", later, dearer, null, act);
        plan("fee", later, null, "55.00", act);
        plan("fee", later, null, "7.00", null);
        handOver(DAY);
        assertEquals(
                List.of("55.00"),
                sql.list(
                        """
                        select e.amount::text from subscription_events e join subscription_events c on c.group_id = e.group_id
                        where e.subscription_id = ? and c.subscription_id = e.subscription_id and e.kind = 'fee'
                            and c.kind = 'change' and e.text = 'Плата'""",
                        row -> row.getString(1),
                        ofTaker(null).id()));
        commit(later);
        assertEquals(new BigDecimal("-407.00"), provider.balance(giver), "600 - 200 + 7");
        assertEquals(new BigDecimal("-1755.00"), provider.balance(taker), "200 + 600 + 900 + 55");
    }

    @Test
    void theFeeOfAChangeThatIsNotHandedOverAfterAllComesBack() {
        billed();
        UUID act = Ids.next();
        LocalDate later = LocalDate.of(2027, 1, 1);
        plan("change", later, desk.tariff("900.00").id(), null, act);
        plan("fee", later, null, "55.00", act);
        handOver(DAY);
        desk.boundaries.call(() -> handovers.revoke(contract, "передумали"));
        commit(later);
        assertEquals(new BigDecimal("-2155.00"), provider.balance(giver), "600 + 600 + 900 + 55");
        assertEquals(new BigDecimal("0.00"), provider.balance(taker));
    }

    /** What is billed ahead is given back when it will not be. */
    @Test
    void whoLeavesBeforeAChangeDoesNotPayForItEvenWhenItWasBilledAhead() {
        billed();
        UUID act = Ids.next();
        LocalDate change = LocalDate.of(2026, 12, 1);
        plan("change", change, desk.tariff("900.00").id(), null, act);
        plan("fee", change, null, "55.00", act);
        commit(change);
        assertEquals(new BigDecimal("-1555.00"), provider.balance(giver), "600 + 900 + 55");
        desk.boundaries.run(() -> desk.subscriptions.cancel(service, DAY));
        commit(change);
        assertEquals(new BigDecimal("-400.00"), provider.balance(giver), "twenty days of November");
    }

    @Test
    void whatIsFrozenNowButNotThenIsHandedOver() {
        billed();
        Freezes freezes = desk.boundaries.get(Freezes.class);
        Freeze freeze = desk.boundaries.call(() -> freezes.freeze(service, new FreezeRequest(TODAY, DAY.plusDays(2))));
        assertEquals(FreezeStatus.ACTIVE, freeze.status());
        refused(ProblemType.INVALID_STATE, contract, wish(DAY, taker));
        refused(ProblemType.INVALID_STATE, contract, wish(freeze.until().minusDays(1), taker));
        handOver(freeze.until());
        SubscriptionRow next = ofTaker(null);
        assertEquals(freeze.until(), next.startedOn());
        desk.boundaries.today(freeze.until());
        desk.boundaries.call(freezes::settle);
        desk.boundaries.call(desk.subscriptions::settleStatuses);
        assertEquals(
                SubscriptionStatus.CANCELLED, desk.subscriptions.get(service).status());
        assertEquals(
                SubscriptionStatus.ACTIVE, desk.subscriptions.get(next.id()).status(), "nothing rests there");
        assertEquals(FreezeStatus.ENDED, freezes.of(service).get(0).status());
    }

    @Test
    void whatIsFrozenNowGoesOnBeforeItIsHandedOver() {
        billed();
        Freezes freezes = desk.boundaries.get(Freezes.class);
        desk.boundaries.call(() -> freezes.freeze(service, new FreezeRequest(TODAY, DAY.plusDays(2))));
        handOver(DAY.plusDays(4));
        desk.boundaries.today(DAY.plusDays(2));
        desk.boundaries.call(freezes::settle);
        assertEquals(SubscriptionStatus.ACTIVE, desk.subscriptions.get(service).status(), "two days more");
        assertEquals(DAY.plusDays(4), desk.subscriptions.get(service).endedOn());
    }

    @Test
    void theEndOfAServiceThatIsHandedOverIsNotWithdrawnAlone() {
        billed();
        handOver(DAY);
        UUID end = desk.subscriptions.get(service).planned().get(0).id();
        assertEquals(
                ProblemType.INVALID_STATE,
                assertThrows(
                                BusinessException.class,
                                () -> desk.boundaries.run(() -> desk.subscriptions.withdraw(service, end)))
                        .type(),
                "both would be charged for it");
        assertEquals(DAY, desk.subscriptions.get(service).endedOn());
    }

    @Test
    void whatIsLeftOfADiscountIsLeft() {
        UUID half = discount("50", 3);
        desk.boundaries.run(() -> desk.subscriptions.addDiscount(service, half, START, "за терпение"));
        UUID forever = discount("10", null);
        desk.boundaries.run(() -> desk.subscriptions.addDiscount(service, forever, LocalDate.of(2027, 3, 15), null));
        UUID over = discount("20", 1);
        desk.boundaries.run(() -> desk.subscriptions.addDiscount(service, over, START, null));
        UUID twin = desk.customer("Такой же", 1).id();
        UUID same = desk.subscription(twin, tariff, START).id();
        desk.boundaries.run(() -> desk.subscriptions.addDiscount(same, half, START, null));
        desk.boundaries.run(() -> desk.subscriptions.addDiscount(same, forever, LocalDate.of(2027, 3, 15), null));
        desk.boundaries.run(() -> desk.subscriptions.addDiscount(same, over, START, null));
        billed();
        LocalDate on = LocalDate.of(2026, 12, 16);
        handOver(on);
        assertEquals(2, desk.subscriptions.discounts(ofTaker(null).id()).size(), "what is used up does not go along");
        for (int month = 1; month < 7; month++) { // on the first of December half of it is not due yet
            commit(DECEMBER.plusMonths(month));
            assertEquals(
                    provider.balance(twin),
                    provider.balance(giver).add(provider.balance(taker)),
                    "together they pay what one would, " + month);
        }
    }

    private void plan(String kind, LocalDate on, UUID to, String amount, UUID act) {
        sql.update(
                """
                insert into subscription_events (id, subscription_id, seq, effective_on, kind, tariff_id, amount, text, group_id,
                    created_at)
                select ?, ?, max(seq) + 1, ?, ?, ?, ?::numeric, case when ?::text is not null then 'Плата' end, ?, now()
                from subscription_events where subscription_id = ?""",
                Ids.next(),
                service,
                on,
                kind,
                to,
                amount,
                amount,
                act,
                service);
    }

    private UUID addOn(String price) {
        UUID id = desk.boundaries
                .call(() -> desk.tariffs.create(new NewTariff(
                        "a-" + Ids.next(),
                        TariffKind.INTERNET,
                        null,
                        Desk.version(LocalDate.of(2020, 1, 1), price),
                        null,
                        true,
                        null)))
                .id();
        return desk.boundaries
                .call(() -> desk.subscriptions.start(new NewSubscription(giver, null, id, START, null, service)))
                .id();
    }

    private UUID discount(String percent, Integer periods) {
        UUID id = Ids.next();
        sql.update(
                "insert into discounts (id, code, name_ru, name_en, percent, periods) values (?, ?, 'Скидка', 'Off',"
                        + " ?, ?)",
                id,
                "d-" + id,
                new BigDecimal(percent),
                periods);
        return id;
    }
}
