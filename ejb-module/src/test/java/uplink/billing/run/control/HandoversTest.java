package uplink.billing.run.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import uplink.billing.freeze.boundary.Freeze;
import uplink.billing.freeze.boundary.FreezeRequest;
import uplink.billing.freeze.boundary.FreezeStatus;
import uplink.billing.freeze.boundary.Freezes;
import uplink.billing.run.boundary.HandoverPreview;
import uplink.billing.run.boundary.PreviewedHandover;
import uplink.billing.subscription.boundary.Handover;
import uplink.billing.subscription.boundary.HandoverStatus;
import uplink.billing.subscription.boundary.HandoverWish;
import uplink.billing.subscription.boundary.Handovers;
import uplink.billing.subscription.boundary.HistoryEntry;
import uplink.billing.subscription.boundary.NewHolder;
import uplink.billing.subscription.boundary.NewSubscription;
import uplink.billing.subscription.boundary.RelocationWish;
import uplink.billing.subscription.boundary.Relocations;
import uplink.billing.subscription.boundary.SubscriptionRow;
import uplink.billing.subscription.boundary.SubscriptionStatus;
import uplink.billing.subscription.boundary.TerminationWish;
import uplink.billing.subscription.boundary.Terminations;
import uplink.catalog.boundary.Audience;
import uplink.catalog.boundary.NewTariff;
import uplink.catalog.boundary.TariffKind;
import uplink.customer.boundary.ContractChange;
import uplink.customer.boundary.ContractDetail;
import uplink.customer.boundary.CustomerDetail;
import uplink.customer.boundary.CustomerKind;
import uplink.customer.boundary.NewAddress;
import uplink.shared.BusinessException;
import uplink.shared.Callers;
import uplink.shared.FieldError;
import uplink.shared.Ids;
import uplink.shared.ProblemType;
import uplink.testing.Desk;

/** A contract changes hands: to the day, with all its terms, and without its debts. */
class HandoversTest extends RunCases {

    private static final LocalDate START = LocalDate.of(2026, 11, 1);
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 16);
    private static final LocalDate DAY = LocalDate.of(2026, 11, 21);

    private final Desk desk = new Desk(START);
    private final Handovers handovers = desk.boundaries.get(Handovers.class);
    private final HandoverPreview preview = desk.boundaries.get(HandoverPreview.class);
    private final UUID giver = desk.customer("Прежний", 1).id();
    private final UUID taker = desk.customer("Новый", 5).id();
    private final UUID contract = contractsOf(giver).get(0).id();
    private final UUID tariff = desk.tariff("600.00").id();
    private final UUID service = desk.subscription(giver, tariff, START).id();

    @AfterEach
    void close() throws Exception {
        desk.close();
    }

    @ParameterizedTest
    @CsvSource({"2026-11-16, -300.00, 300.00", "2026-11-21, -200.00, 200.00", "2026-12-01, 0.00, 600.00"})
    void eachPaysForTheirDaysAndThePreviewSaysSo(LocalDate on, BigDecimal back, BigDecimal first) {
        billed();
        PreviewedHandover shown = desk.boundaries.call(
                () -> preview.of(contract, new HandoverWish(on, taker, null, null, null), Locale.ENGLISH));
        assertEquals(0, back.compareTo(shown.from().total()), () -> shown.toString());
        assertEquals(new BigDecimal("-600.00"), shown.from().balance());
        assertEquals(
                0,
                new BigDecimal("-600.00").subtract(back).compareTo(shown.from().balanceAfter()));
        assertEquals(0, first.compareTo(shown.toTotal()), () -> shown.toString());
        assertNull(desk.subscriptions.get(service).endedOn(), "nothing is recorded by looking");
        assertEquals(1, contractsOf(taker).size());

        handOver(on);
        commit(on);
        assertEquals(0, new BigDecimal("-600.00").subtract(back).compareTo(provider.balance(giver)));
        assertEquals(0, first.negate().compareTo(provider.balance(taker)));
        assertEquals(0, commit(on).invoiced(), "once");
        commit(LocalDate.of(2027, 1, 1));
        assertEquals(
                0,
                new BigDecimal("-600.00").subtract(back).compareTo(provider.balance(giver)),
                "nothing more for who has left");
        assertEquals(
                0,
                first.add(new BigDecimal(on.getMonthValue() == 12 ? "600.00" : "1200.00"))
                        .negate()
                        .compareTo(provider.balance(taker)));
    }

    @Test
    void debtAndCreditStayWhereTheyAre() {
        billed();
        provider.credit(giver, "1000.00");
        handOver(DAY);
        commit(DAY);
        assertEquals(new BigDecimal("600.00"), provider.balance(giver), "1000 - 600 + 200");
        assertEquals(new BigDecimal("-200.00"), provider.balance(taker));
    }

    @Test
    void theNewContractIsLikeTheOldOne() {
        NewAddress place = new NewAddress(null, "Тверь", "Советская", "5", "12", "2", "3", "домофон");
        desk.boundaries.run(() -> desk.contracts.change(contract, null, new ContractChange(17, TODAY, place)));
        Handover done = handOver(DAY);
        ContractDetail old = contractsOf(giver).get(0);
        ContractDetail next = contractsOf(taker).get(1);
        assertEquals(DAY, old.closedOn());
        assertEquals(next.id(), done.newContractId());
        assertEquals(DAY, next.signedOn());
        assertEquals(17, next.billingDay());
        assertNotEquals(old.number(), next.number());
        assertEquals(old.address().line(), next.address().line());
        assertEquals("домофон", next.address().note());
        assertNotEquals(old.address().id(), next.address().id(), "an address is its customer's");
        assertEquals(List.of("customer.contract.handed-over"), desk.boundaries.announced(contract));
        assertEquals("Прежний", done.customerName());
        assertEquals("Новый", done.newCustomerName());
        assertEquals(HandoverStatus.AGREED, done.status());
        assertEquals(done, handovers.ofContract(contract).orElseThrow());
        assertEquals(done, handovers.ofNewContract(next.id()).orElseThrow());
    }

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
    void whatIsWrongWithSomebodyNewIsToldByTheFieldsOfTheRequest() {
        NewHolder nobody = new NewHolder(CustomerKind.PERSON, " ", "123", "nowhere", null, null);
        BusinessException refusal = assertThrows(
                BusinessException.class,
                () -> desk.boundaries.call(
                        () -> handovers.handOver(contract, new HandoverWish(DAY, null, nobody, "№ 1\n", "продали"))));
        assertEquals(ProblemType.VALIDATION, refusal.type());
        assertEquals(
                List.of("customer.email", "customer.fullName", "customer.inn", "number"),
                refusal.errors().stream()
                        .map(FieldError::field)
                        .distinct()
                        .sorted()
                        .toList());
        UUID known = Ids.next();
        String taken = contractsOf(taker).get(0).number();
        BusinessException conflict = assertThrows(
                BusinessException.class,
                () -> desk.boundaries.call(() -> handovers.handOver(
                        contract,
                        new HandoverWish(
                                DAY,
                                null,
                                new NewHolder(CustomerKind.PERSON, "Анна " + known, null, null, null, null),
                                taken,
                                "продали"))));
        assertEquals(ProblemType.CONFLICT, conflict.type(), "not a field's error");
    }

    @Test
    void whoHasMovedByThenIsTakenOverThere() {
        Relocations relocations = desk.boundaries.get(Relocations.class);
        NewAddress there = new NewAddress(null, "Тверь", "Новая", "7", null, null, null, null);
        billed();
        desk.boundaries.run(
                () -> relocations.relocate(contract, new RelocationWish(DAY.minusDays(1), there, null, "переезд")));
        handOver(DAY);
        assertEquals("Тверь, Новая, 7", contractsOf(taker).get(1).address().line());
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

    @Test
    void somebodyNewIsRegisteredWithTheContract() {
        NewHolder anna = new NewHolder(CustomerKind.PERSON, "Анна Новая", null, null, null, null);
        Handover done = desk.boundaries.call(
                () -> handovers.handOver(contract, new HandoverWish(DAY, null, anna, "П-" + Ids.next(), "продали")));
        CustomerDetail registered = desk.customers.get(done.newCustomerId());
        assertEquals("Анна Новая", registered.fullName());
        assertEquals(1, registered.contracts().size());
        assertEquals(done.newContractNumber(), registered.contractNumber());
    }

    @Test
    void untilTheDayItCanBeTakenBack() {
        billed();
        handOver(DAY);
        Handover back = desk.boundaries.call(() -> handovers.revoke(contract, "передумали"));
        assertEquals(HandoverStatus.WITHDRAWN, back.status());
        assertEquals("передумали", back.answer());
        assertEquals(
                List.of("customer.contract.handed-over", "customer.contract.handover-withdrawn"),
                desk.boundaries.announced(contract));
        assertNull(contractsOf(giver).get(0).closedOn());
        assertNull(desk.subscriptions.get(service).endedOn());
        assertEquals(DAY, contractsOf(taker).get(1).closedOn());
        commit(DECEMBER);
        assertEquals(new BigDecimal("-1200.00"), provider.balance(giver));
        assertEquals(new BigDecimal("0.00"), provider.balance(taker));
        refusedRevoke(ProblemType.INVALID_STATE);
        handOver(LocalDate.of(2026, 12, 16));
        desk.boundaries.today(LocalDate.of(2026, 12, 16));
        refusedRevoke(ProblemType.INVALID_STATE);
        desk.boundaries.call(desk.subscriptions::settleStatuses);
        assertEquals(
                SubscriptionStatus.CANCELLED, desk.subscriptions.get(service).status());
    }

    @Test
    void whatMakesNoSenseIsRefused() {
        refused(ProblemType.VALIDATION, contract, wish(TODAY.minusDays(1), taker));
        refused(ProblemType.VALIDATION, contract, wish(TODAY.plusDays(366), taker));
        refused(ProblemType.VALIDATION, contract, wish(DAY, giver));
        refused(ProblemType.VALIDATION, contract, wish(DAY, null));
        refused(ProblemType.VALIDATION, contract, new HandoverWish(DAY, taker, null, null, " "));
        refused(ProblemType.NOT_FOUND, contract, wish(DAY, UUID.randomUUID()));
        refused(ProblemType.NOT_FOUND, UUID.randomUUID(), wish(DAY, taker));
        desk.boundaries.run(() -> desk.subscriptions.pause(service, TODAY, SubscriptionStatus.SUSPENDED));
        refused(ProblemType.INVALID_STATE, contract, wish(DAY, taker));
        desk.boundaries.run(() -> desk.subscriptions.resume(service, DAY));
        assertEquals(DAY, handOver(DAY).on(), "it goes on that day");
        refused(ProblemType.INVALID_STATE, contract, wish(DAY, taker));
    }

    @Test
    void whoHasAskedForTheEndIsAskedFirst() {
        Terminations terminations = desk.boundaries.get(Terminations.class);
        var caller = desk.caller(giver);
        desk.boundaries.call(
                () -> Callers.as(caller, () -> terminations.request(contract, new TerminationWish(DAY, "уезжаю"))));
        refused(ProblemType.INVALID_STATE, contract, wish(DAY, taker));
    }

    @Test
    void aTariffForOthersDoesNotGoToThem() {
        UUID forPeople = desk.boundaries
                .call(() -> desk.tariffs.create(new NewTariff(
                        "p-" + Ids.next(),
                        TariffKind.INTERNET,
                        Audience.PERSON,
                        Desk.version(LocalDate.of(2020, 1, 1), "100.00"),
                        null)))
                .id();
        desk.subscription(giver, forPeople, START);
        NewHolder company = new NewHolder(CustomerKind.COMPANY, "ООО Ромашка", null, null, null, null);
        refused(ProblemType.INVALID_STATE, contract, new HandoverWish(DAY, null, company, null, "x"));
        assertNull(contractsOf(giver).get(0).closedOn(), "all of it or nothing");
        assertTrue(handovers.ofContract(contract).isEmpty());
    }

    /** November is billed, and half of it is over. */
    private void billed() {
        commit(START);
        desk.boundaries.today(TODAY);
    }

    private static HandoverWish wish(LocalDate on, UUID to) {
        return new HandoverWish(on, to, null, null, "продали квартиру");
    }

    private Handover handOver(LocalDate on) {
        if (!TODAY.isBefore(on)) {
            desk.boundaries.today(on);
        }
        return desk.boundaries.call(() -> handovers.handOver(contract, wish(on, taker)));
    }

    private void refused(ProblemType type, UUID of, HandoverWish wish) {
        desk.boundaries.today(TODAY);
        assertEquals(
                type,
                assertThrows(BusinessException.class, () -> desk.boundaries.call(() -> handovers.handOver(of, wish)))
                        .type());
    }

    private void refusedRevoke(ProblemType type) {
        assertEquals(
                type,
                assertThrows(
                                BusinessException.class,
                                () -> desk.boundaries.call(() -> handovers.revoke(contract, "поздно")))
                        .type());
    }

    private List<ContractDetail> contractsOf(UUID customer) {
        return desk.customers.get(customer).contracts();
    }

    private SubscriptionRow ofTaker(UUID beside) {
        return desk.subscriptions.ofCustomer(taker).stream()
                .filter(row -> beside == null ? row.addonOf() == null : beside.equals(row.addonOf()))
                .findFirst()
                .orElseThrow();
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
