package uplink.billing.run.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import uplink.billing.run.boundary.ChangePreview;
import uplink.billing.run.boundary.PreviewedChange;
import uplink.billing.subscription.boundary.ChangeWhen;
import uplink.billing.subscription.boundary.EventKind;
import uplink.billing.subscription.boundary.HistoryEntry;
import uplink.billing.subscription.boundary.PlannedChange;
import uplink.billing.subscription.boundary.SubscriptionRow;
import uplink.billing.subscription.boundary.SubscriptionStatus;
import uplink.billing.subscription.boundary.TariffChangeTerms;
import uplink.billing.subscription.boundary.TariffChangeWish;
import uplink.billing.subscription.boundary.TariffChanges;
import uplink.billing.subscription.boundary.TariffOption;
import uplink.catalog.boundary.ChangeDirection;
import uplink.catalog.boundary.ChangeRule;
import uplink.catalog.boundary.ChangeRules;
import uplink.catalog.boundary.FeeWhen;
import uplink.catalog.boundary.Fees;
import uplink.catalog.boundary.NewChangeRule;
import uplink.catalog.boundary.NewFee;
import uplink.catalog.boundary.TariffChange;
import uplink.shared.BusinessException;
import uplink.shared.Caller;
import uplink.shared.Callers;
import uplink.shared.Ids;
import uplink.shared.ProblemType;
import uplink.testing.Desk;

/** Customers change their tariff: what they are shown is what they are billed, and what is planned can be withdrawn. */
class OwnTariffChangeTest extends RunCases {

    private static final LocalDate START = LocalDate.of(2022, 10, 1);
    private static final LocalDate TODAY = LocalDate.of(2022, 10, 20);
    private static final LocalDate NEXT = LocalDate.of(2022, 11, 1);

    private final Desk desk = new Desk(START);
    private final ChangeRules rules = desk.boundaries.get(ChangeRules.class);
    private final TariffChanges changes = desk.boundaries.get(TariffChanges.class);
    private final ChangePreview preview = desk.boundaries.get(ChangePreview.class);
    private final UUID dear = desk.tariff("200.00").id();
    private final UUID cheap = desk.tariff("100.00").id();
    private final UUID customer = desk.customer("Меняев", 1).id();
    private final Caller caller = desk.caller(customer);
    private final UUID service = desk.subscription(customer, dear, START).id();

    OwnTariffChangeTest() {
        commit(START);
        desk.boundaries.today(TODAY);
    }

    @AfterEach
    void close() throws Exception {
        desk.close();
    }

    /** The example of rating.md: 200 paid for October, on the 20th changed to 100 with a fee of 30. */
    @Test
    void whatIsShownIsWhatIsBilledToTheKopeck() {
        rule(null, null, 0, true, true, fee("30.00"), FeeWhen.ALWAYS, List.of());
        PreviewedChange shown = show(ChangeWhen.NOW);
        assertEquals(
                List.of("-77.42", "38.71", "30.00"),
                shown.lines().stream()
                        .map(line -> line.amount().toPlainString())
                        .toList());
        assertEquals(new BigDecimal("-8.71"), shown.total());
        assertEquals(dear, desk.subscriptions.get(service).tariffId(), "nothing is recorded by looking");
        BigDecimal before = provider.balance(customer);
        assertEquals(cheap, change(ChangeWhen.NOW).tariffId());
        commit(TODAY);
        assertEquals(shown.total().negate(), provider.balance(customer).subtract(before));
    }

    @ParameterizedTest
    @CsvSource({
        "2022-10-20, NOW, 5", "2022-10-20, NEXT_PERIOD, 5", "2022-10-31, NOW, 31", "2022-10-31, NEXT_PERIOD, 31",
        "2023-02-28, NOW, 31", "2023-02-28, NEXT_PERIOD, 31", "2024-02-29, NOW, 30", "2024-02-29, NEXT_PERIOD, 29"
    })
    void monthEndsAndLeapDaysAreShownAsTheyAreBilled(LocalDate today, ChangeWhen when, int billingDay) {
        UUID other = desk.customer("Конец", billingDay).id();
        UUID its = desk.subscription(other, dear, START).id();
        Caller itself = desk.caller(other);
        commit(today);
        desk.boundaries.today(today);
        rule(null, null, 0, true, true, fee("30.00"), FeeWhen.ALWAYS, List.of());
        TariffChangeWish wish = new TariffChangeWish(cheap, when);
        PreviewedChange shown = as(itself, () -> preview.ownTariffChange(its, wish, Locale.ENGLISH));
        BigDecimal before = provider.balance(other);
        as(itself, () -> changes.change(its, wish));
        commit(shown.target());
        assertEquals(shown.total().negate(), provider.balance(other).subtract(before));
        assertEquals(0, commit(shown.target()).invoiced(), "and no second time");
    }

    @Test
    void aChangeForTheNextPeriodIsPlannedShownAndTakesEffectOnItsDay() {
        SubscriptionRow row = change(ChangeWhen.NEXT_PERIOD);
        assertEquals(dear, row.tariffId());
        PlannedChange planned = row.planned().get(0);
        assertEquals(NEXT, planned.on());
        assertEquals(EventKind.CHANGE, planned.kind());
        assertEquals(cheap, planned.tariffId());
        assertEquals(new BigDecimal("100.00"), planned.price());
        assertTrue(planned.own());
        refused(ProblemType.NOT_ALLOWED, () -> change(ChangeWhen.NOW));
        desk.boundaries.today(NEXT);
        settle();
        assertEquals(cheap, desk.subscriptions.get(service).tariffId());
        assertEquals(List.of(), desk.subscriptions.get(service).planned());
        commit(NEXT);
        assertEquals(new BigDecimal("-300.00"), provider.balance(customer));
        refused(ProblemType.INVALID_STATE, this::withdraw);
    }

    @Test
    void whatIsPlannedIsWithdrawnWithItsFee() {
        rule(null, null, 0, true, true, fee("30.00"), FeeWhen.ALWAYS, List.of());
        change(ChangeWhen.NEXT_PERIOD);
        assertEquals(List.of(), withdraw().planned());
        refused(ProblemType.INVALID_STATE, this::withdraw);
        desk.boundaries.today(NEXT);
        settle();
        commit(NEXT);
        assertEquals(new BigDecimal("-400.00"), provider.balance(customer));
        assertEquals(
                2,
                desk.subscriptions.history(service).stream()
                        .filter(HistoryEntry::withdrawn)
                        .count(),
                "the history still tells of the change and its fee");
        assertEquals(List.of("subscription.activated"), desk.boundaries.announced(service));
    }

    /** A run may bill 45 days ahead: what it charged for a change that is withdrawn then comes back to the kopeck. */
    @Test
    void whatWasBilledAheadForAWithdrawnChangeComesBack() {
        rule(null, null, 0, true, true, fee("30.00"), FeeWhen.ALWAYS, List.of());
        change(ChangeWhen.NEXT_PERIOD);
        commit(NEXT);
        assertEquals(new BigDecimal("-330.00"), provider.balance(customer));
        withdraw();
        commit(NEXT);
        assertEquals(new BigDecimal("-400.00"), provider.balance(customer));
        assertEquals(0, commit(NEXT).invoiced());
        change(ChangeWhen.NEXT_PERIOD);
        commit(NEXT);
        assertEquals(new BigDecimal("-330.00"), provider.balance(customer));
    }

    @Test
    void anEndThatWasOnlyPlannedIsWithdrawnAndTheServiceGoesOn() {
        desk.boundaries.run(() -> desk.subscriptions.changeTariff(service, cheap, NEXT.plusMonths(1), null));
        desk.boundaries.run(() -> desk.subscriptions.cancel(service, NEXT));
        SubscriptionRow row = desk.subscriptions.get(service);
        assertEquals(NEXT, row.endedOn());
        assertEquals(1, row.planned().size(), "beyond the end nothing happens");
        UUID end = row.planned().get(0).id();
        SubscriptionRow goesOn = desk.boundaries.call(() -> desk.subscriptions.withdraw(service, end));
        assertNull(goesOn.endedOn());
        assertEquals(NEXT.plusMonths(1), goesOn.planned().get(0).on(), "what was planned before it counts again");
        desk.boundaries.today(NEXT.plusMonths(1));
        settle();
        commit(NEXT.plusMonths(1));
        assertEquals(new BigDecimal("-500.00"), provider.balance(customer));
        assertEquals(cheap, desk.subscriptions.get(service).tariffId());
    }

    @Test
    void aWithdrawalThatLeavesNonsenseIsRefused() {
        desk.boundaries.run(() -> desk.subscriptions.pause(service, NEXT, SubscriptionStatus.FROZEN));
        desk.boundaries.run(() -> desk.subscriptions.resume(service, NEXT.plusDays(5)));
        UUID pause = desk.subscriptions.get(service).planned().get(0).id();
        refused(
                ProblemType.INVALID_TIMELINE,
                () -> desk.boundaries.call(() -> desk.subscriptions.withdraw(service, pause)));
        refused(
                ProblemType.NOT_FOUND,
                () -> desk.boundaries.call(() -> desk.subscriptions.withdraw(service, Ids.next())));
        UUID start = desk.subscriptions.history(service).get(0).id();
        refused(
                ProblemType.INVALID_STATE,
                () -> desk.boundaries.call(() -> desk.subscriptions.withdraw(service, start)));
    }

    @Test
    void whatStaffHavePlannedIsForStaffToWithdraw() {
        desk.boundaries.run(() -> desk.subscriptions.changeTariff(service, cheap, NEXT, BigDecimal.ONE));
        PlannedChange planned = desk.subscriptions.get(service).planned().get(0);
        assertEquals(BigDecimal.ONE.setScale(2), planned.price());
        assertFalse(planned.own());
        refused(ProblemType.INVALID_STATE, this::withdraw);
    }

    @Test
    void theNextChangeMustWaitAndIsToldFromWhen() {
        rule(null, null, 30, true, true, null, null, List.of());
        change(ChangeWhen.NOW);
        TariffChangeTerms terms = terms();
        assertFalse(terms.allowed());
        assertEquals(TODAY.plusDays(30), terms.availableFrom());
        assertTrue(terms.reason().contains("30"), terms.reason());
        BusinessException refusal = assertThrows(BusinessException.class, () -> change(dear, ChangeWhen.NOW));
        assertEquals(ProblemType.NOT_ALLOWED, refusal.type());
        assertEquals(Map.of("availableFrom", TODAY.plusDays(30).toString()), refusal.extensions());
        desk.boundaries.today(TODAY.plusDays(30));
        assertTrue(terms().allowed());
        assertEquals(dear, change(dear, ChangeWhen.NOW).tariffId());
    }

    @ParameterizedTest
    @EnumSource(ChangeDirection.class)
    void theDirectionIsARule(ChangeDirection direction) {
        UUID dearer = desk.tariff("300.00").id();
        rule(direction, null, 0, true, true, null, null, List.of());
        List<UUID> options = options();
        assertEquals(direction != ChangeDirection.UP, options.contains(cheap));
        assertEquals(direction != ChangeDirection.DOWN, options.contains(dearer));
        assertFalse(options.contains(dear));
    }

    @Test
    void floorSuccessorsAndClosedTariffsAreRules() {
        UUID middle = desk.tariff("150.00").id();
        rule(null, "120.00", 0, true, true, null, null, List.of());
        assertTrue(options().contains(middle));
        assertFalse(options().contains(cheap));
        refused(ProblemType.NOT_ALLOWED, () -> change(ChangeWhen.NOW));
        rule(null, null, 0, true, true, null, null, List.of(middle));
        assertEquals(List.of(middle), options());
        desk.boundaries.run(() -> desk.tariffs.update(middle, null, new TariffChange(null, null, false)));
        assertEquals(List.of(), options());
        desk.boundaries.run(() -> desk.tariffs.update(middle, null, new TariffChange(false, null, true)));
        assertEquals(List.of(), options());
        refused(ProblemType.NOT_ALLOWED, () -> change(middle, ChangeWhen.NOW));
    }

    @Test
    void whenAndTheFeeAreRules() {
        rule(null, null, 0, false, true, fee("30.00"), FeeWhen.DOWN, List.of());
        TariffOption option = terms().options().stream()
                .filter(o -> o.tariffId().equals(cheap))
                .findFirst()
                .orElseThrow();
        assertFalse(option.now());
        assertNull(option.feeNow());
        assertEquals(new BigDecimal("30.00"), option.feeNextPeriod());
        BusinessException refusal = assertThrows(BusinessException.class, () -> change(ChangeWhen.NOW));
        assertEquals(Map.of("availableFrom", NEXT.toString()), refusal.extensions());
        rule(null, null, 0, true, true, fee("30.00"), FeeWhen.AT_ONCE, List.of());
        option = terms().options().stream()
                .filter(o -> o.tariffId().equals(cheap))
                .findFirst()
                .orElseThrow();
        assertEquals(new BigDecimal("30.00"), option.feeNow());
        assertNull(option.feeNextPeriod());
    }

    @Test
    void debtAnInterruptionAndALineAreObstacles() {
        rule(null, null, 0, true, true, null, null, List.of());
        sql.update("update contracts set line_speed = 50000 where customer_id = ?", customer);
        assertFalse(options().contains(cheap), "100 Mbit/s on a line of 50");
        sql.update("update contracts set line_speed = 100000 where customer_id = ?", customer);
        assertTrue(options().contains(cheap));
        sql.update("update invoices set status = 'overdue' where customer_id = ?", customer);
        assertFalse(terms().allowed());
        sql.update("update invoices set status = 'pending' where customer_id = ?", customer);
        desk.boundaries.run(() -> desk.subscriptions.pause(service, TODAY, SubscriptionStatus.FROZEN));
        assertFalse(terms().allowed());
    }

    @Test
    void somebodyElsesServiceIsNotThere() {
        Caller stranger = desk.caller(desk.customer("Чужой", 1).id());
        refused(ProblemType.NOT_FOUND, () -> as(stranger, () -> changes.terms(service, Locale.ENGLISH)));
        refused(
                ProblemType.NOT_FOUND,
                () -> as(stranger, () -> changes.change(service, new TariffChangeWish(cheap, ChangeWhen.NOW))));
        refused(ProblemType.NOT_FOUND, () -> as(stranger, () -> changes.withdraw(service)));
    }

    private void rule(
            ChangeDirection direction,
            String floor,
            int days,
            boolean now,
            boolean next,
            UUID fee,
            FeeWhen feeWhen,
            List<UUID> successors) {
        BigDecimal least = floor == null ? null : new BigDecimal(floor);
        NewChangeRule wanted =
                new NewChangeRule(dear, true, direction, least, days, now, next, true, false, fee, feeWhen, successors);
        ChangeRule kept = rules.of(dear);
        desk.boundaries.run(() -> {
            if (kept.tariffId() == null) {
                rules.create(wanted);
            } else {
                rules.replace(kept.id(), kept.version(), wanted);
            }
        });
        if (rules.of(cheap).tariffId() == null) {
            desk.boundaries.run(() -> rules.create(
                    new NewChangeRule(cheap, true, null, null, days, true, true, true, false, null, null, List.of())));
        }
    }

    private UUID fee(String amount) {
        NewFee fee = new NewFee(
                "f-" + Ids.next(), "Смена тарифа", "Tariff change", new BigDecimal(amount), null, null, null);
        return desk.boundaries
                .call(() -> desk.boundaries.get(Fees.class).create(fee))
                .id();
    }

    private List<UUID> options() {
        return terms().options().stream().map(TariffOption::tariffId).toList();
    }

    private TariffChangeTerms terms() {
        return as(caller, () -> changes.terms(service, Locale.ENGLISH));
    }

    private PreviewedChange show(ChangeWhen when) {
        return as(caller, () -> preview.ownTariffChange(service, new TariffChangeWish(cheap, when), Locale.ENGLISH));
    }

    private SubscriptionRow change(ChangeWhen when) {
        return change(cheap, when);
    }

    private SubscriptionRow change(UUID tariff, ChangeWhen when) {
        return as(caller, () -> changes.change(service, new TariffChangeWish(tariff, when)));
    }

    private SubscriptionRow withdraw() {
        return as(caller, () -> changes.withdraw(service));
    }

    private void settle() {
        while (desk.boundaries.call(desk.subscriptions::settleStatuses) > 0) {
            // and the next ones
        }
    }

    private <T> T as(Caller who, Supplier<T> work) {
        return desk.boundaries.call(() -> Callers.as(who, work));
    }

    private static void refused(ProblemType type, Runnable work) {
        assertEquals(type, assertThrows(BusinessException.class, work::run).type());
    }
}
