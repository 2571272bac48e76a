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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import uplink.billing.run.boundary.PreviewedHandover;
import uplink.billing.subscription.boundary.Handover;
import uplink.billing.subscription.boundary.HandoverStatus;
import uplink.billing.subscription.boundary.HandoverWish;
import uplink.billing.subscription.boundary.NewHolder;
import uplink.billing.subscription.boundary.RelocationWish;
import uplink.billing.subscription.boundary.Relocations;
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

/** A contract changes hands: to the day, and without its debts. */
class HandoversTest extends HandoverCases {

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
}
