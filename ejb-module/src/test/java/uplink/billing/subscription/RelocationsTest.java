package uplink.billing.subscription;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import uplink.billing.subscription.boundary.HistoryEntry;
import uplink.billing.subscription.boundary.Relocation;
import uplink.billing.subscription.boundary.RelocationStatus;
import uplink.billing.subscription.boundary.RelocationWish;
import uplink.billing.subscription.boundary.Relocations;
import uplink.customer.boundary.ContractChange;
import uplink.customer.boundary.NewAddress;
import uplink.shared.BusinessException;
import uplink.shared.Ids;
import uplink.shared.ProblemType;
import uplink.testing.Desk;

/** A contract moves: from its day on, for money or not, and where it was before stays known. */
class RelocationsTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 16);
    private static final LocalDate DAY = LocalDate.of(2026, 12, 1);
    private static final NewAddress OLD = address("Советская", "5");
    private static final NewAddress NEW = address("Новая", "7");

    private final Desk desk = new Desk(TODAY);
    private final Relocations relocations = desk.boundaries.get(Relocations.class);
    private final UUID customer = desk.customer("Переезжий", 1).id();
    private final UUID contract =
            desk.customers.get(customer).contracts().get(0).id();

    RelocationsTest() {
        desk.boundaries.run(() -> desk.contracts.change(contract, null, new ContractChange(null, null, OLD)));
    }

    @AfterEach
    void close() throws Exception {
        desk.close();
    }

    @Test
    void onItsDayTheContractIsServedThereAndTheDaysBeforeKeepTheirAddress() {
        Relocation planned = relocate(DAY, NEW, null);
        assertEquals(RelocationStatus.PLANNED, planned.status());
        assertEquals("Тверь, Советская, 5", planned.from());
        assertEquals("Тверь, Новая, 7", planned.to());
        assertNull(planned.fee());
        assertEquals("Тверь, Советская, 5", now(), "not yet");
        assertEquals("Тверь, Новая, 7", on(DAY), "but it is known");
        assertEquals("Тверь, Советская, 5", on(DAY.minusDays(1)));
        desk.boundaries.today(DAY);
        settle();
        assertEquals("Тверь, Новая, 7", now());
        assertEquals("Тверь, Советская, 5", on(TODAY), "what has been stays");
        assertEquals("Тверь, Новая, 7", on(DAY));
        assertEquals(List.of("customer.contract.moved"), desk.boundaries.announced(contract));
        assertEquals(
                RelocationStatus.DONE, relocations.ofContract(contract).get(0).status());
    }

    @Test
    void todayIsAtOnceAndSeveralMovesAreToldApart() {
        assertEquals(RelocationStatus.DONE, relocate(TODAY, NEW, null).status());
        assertEquals("Тверь, Новая, 7", now());
        desk.boundaries.today(DAY);
        relocate(DAY, address("Третья", "9"), null);
        assertEquals("Тверь, Советская, 5", on(TODAY.minusDays(1)));
        assertEquals("Тверь, Новая, 7", on(TODAY));
        assertEquals("Тверь, Новая, 7", on(DAY.minusDays(1)));
        assertEquals("Тверь, Третья, 9", on(DAY));
        assertEquals(2, relocations.ofContract(contract).size());
        assertEquals(DAY, relocations.ofContract(contract).get(0).on(), "the last one first");
    }

    @Test
    void aCorrectionOfTheAddressIsNoMove() {
        relocate(DAY, NEW, null);
        desk.boundaries.run(() ->
                desk.contracts.change(contract, null, new ContractChange(null, null, address("Советская", "5а"))));
        assertEquals("Тверь, Советская, 5а", on(TODAY.minusDays(30)));
        desk.boundaries.today(DAY);
        settle();
        assertEquals("Тверь, Советская, 5а", on(TODAY));
        assertEquals(
                "Тверь, Советская, 5а", relocations.ofContract(contract).get(0).from());
        assertEquals("Тверь, Новая, 7", now());
    }

    @Test
    void theFeeOfThePriceListIsChargedOnTheDayAndGoesWithTheMove() {
        UUID fee = fee("500.00");
        refused(ProblemType.INVALID_STATE, new RelocationWish(DAY, NEW, fee, null));
        UUID service =
                desk.subscription(customer, desk.tariff("600.00").id(), TODAY).id();
        Relocation planned = relocate(DAY, NEW, fee);
        assertEquals(new BigDecimal("500.00"), planned.fee());
        assertEquals("RUB", planned.currency());
        HistoryEntry charged = feeOf(service);
        assertEquals(DAY, charged.on());
        assertEquals(new BigDecimal("500.00"), charged.amount());
        Relocation back = desk.boundaries.call(() -> relocations.revoke(contract, "передумал"));
        assertEquals(RelocationStatus.WITHDRAWN, back.status());
        assertEquals("передумал", back.answer());
        assertTrue(feeOf(service).withdrawn());
        assertEquals("Тверь, Советская, 5", on(DAY));
        desk.boundaries.today(DAY);
        settle();
        assertEquals("Тверь, Советская, 5", now());
    }

    @Test
    void whatMakesNoSenseIsRefused() {
        refused(ProblemType.VALIDATION, new RelocationWish(TODAY.minusDays(1), NEW, null, null));
        refused(ProblemType.VALIDATION, new RelocationWish(TODAY.plusDays(366), NEW, null, null));
        refused(ProblemType.VALIDATION, new RelocationWish(DAY, address("", "7"), null, null));
        assertEquals(ProblemType.INVALID_STATE, refusedRevoke());
        relocate(DAY, NEW, null);
        refused(ProblemType.INVALID_STATE, new RelocationWish(DAY.plusDays(1), NEW, null, null));
        desk.boundaries.today(DAY);
        assertEquals(ProblemType.INVALID_STATE, refusedRevoke(), "the day has come");
        assertEquals(
                ProblemType.NOT_FOUND,
                assertThrows(BusinessException.class, () -> relocations.ofDay(UUID.randomUUID(), null))
                        .type());
    }

    @Test
    void whoHasLeftByThenDoesNotMove() {
        relocate(DAY, NEW, null);
        desk.boundaries.run(() -> desk.contracts.terminate(contract, null, DAY));
        desk.boundaries.today(DAY);
        settle();
        assertEquals(
                RelocationStatus.LAPSED, relocations.ofContract(contract).get(0).status());
        assertEquals("Тверь, Советская, 5", now());
        refused(ProblemType.INVALID_STATE, new RelocationWish(DAY, NEW, null, null));
    }

    @Test
    void whoDoesNotMovePaysNoFeeForIt() {
        UUID service =
                desk.subscription(customer, desk.tariff("600.00").id(), TODAY).id();
        relocate(DAY, NEW, fee("500.00"));
        desk.boundaries.run(() -> desk.contracts.terminate(contract, null, DAY.minusDays(5)));
        desk.boundaries.today(DAY);
        settle();
        assertEquals(
                RelocationStatus.LAPSED, relocations.ofContract(contract).get(0).status());
        assertTrue(feeOf(service).withdrawn());
    }

    @Test
    void aFeeThatWasWithdrawnBeforeDoesNotHoldTheMove() {
        UUID service =
                desk.subscription(customer, desk.tariff("600.00").id(), TODAY).id();
        relocate(DAY, NEW, fee("500.00"));
        UUID fee = feeOf(service).id();
        desk.boundaries.run(() -> desk.subscriptions.withdraw(service, fee));
        assertEquals(
                RelocationStatus.WITHDRAWN,
                desk.boundaries
                        .call(() -> relocations.revoke(contract, "передумал"))
                        .status());
    }

    @Test
    void aDayThatWasMissedIsCaughtUpAlthoughTheContractHasEndedSince() {
        relocate(DAY, NEW, null);
        desk.boundaries.run(() -> desk.contracts.terminate(contract, null, DAY.plusDays(1)));
        desk.boundaries.today(DAY.plusDays(2));
        settle();
        assertEquals(
                RelocationStatus.DONE, relocations.ofContract(contract).get(0).status());
        assertEquals("Тверь, Новая, 7", now());
    }

    @Test
    void whoLeavesLaterStillMoves() {
        relocate(DAY, NEW, null);
        desk.boundaries.run(() -> desk.contracts.terminate(contract, null, DAY.plusDays(1)));
        desk.boundaries.today(DAY);
        settle();
        assertEquals("Тверь, Новая, 7", now());
    }

    private static NewAddress address(String street, String house) {
        return new NewAddress(null, "Тверь", street, house, null, null, null, null);
    }

    private Relocation relocate(LocalDate on, NewAddress to, UUID fee) {
        return desk.boundaries.call(() -> relocations.relocate(contract, new RelocationWish(on, to, fee, "переезд")));
    }

    private void settle() {
        while (desk.boundaries.call(relocations::settle) > 0) {
            // and the next ones
        }
    }

    private String now() {
        return desk.customers.get(customer).contracts().get(0).address().line();
    }

    private String on(LocalDate day) {
        return relocations.ofDay(contract, day).address();
    }

    private HistoryEntry feeOf(UUID service) {
        return desk.subscriptions.history(service).stream()
                .filter(entry -> entry.amount() != null)
                .findFirst()
                .orElseThrow();
    }

    private UUID fee(String amount) {
        UUID id = Ids.next();
        desk.boundaries
                .sql()
                .update(
                        """
                        insert into fees (id, code, name_ru, name_en, amount, currency, tax_class)
                        values (?, ?, 'Переезд', 'Move', ?, 'RUB', 'standard')""",
                        id,
                        "f-" + id,
                        new BigDecimal(amount));
        return id;
    }

    private void refused(ProblemType type, RelocationWish wish) {
        assertEquals(
                type,
                assertThrows(
                                BusinessException.class,
                                () -> desk.boundaries.call(() -> relocations.relocate(contract, wish)))
                        .type());
    }

    private ProblemType refusedRevoke() {
        return assertThrows(
                        BusinessException.class,
                        () -> desk.boundaries.call(() -> relocations.revoke(contract, "поздно")))
                .type();
    }
}
