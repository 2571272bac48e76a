package uplink.billing.run.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Locale;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import uplink.billing.run.boundary.EndPreview;
import uplink.billing.run.boundary.PreviewedEnd;
import uplink.billing.subscription.boundary.SubscriptionStatus;
import uplink.billing.subscription.boundary.Termination;
import uplink.billing.subscription.boundary.TerminationStatus;
import uplink.billing.subscription.boundary.TerminationWish;
import uplink.billing.subscription.boundary.Terminations;
import uplink.customer.boundary.ContractDetail;
import uplink.customer.boundary.ContractStatus;
import uplink.shared.BusinessException;
import uplink.shared.Caller;
import uplink.shared.Callers;
import uplink.shared.ProblemType;
import uplink.testing.Desk;

/** Contracts end at somebody's wish: shown to the kopeck, decided once, taken back before the day. */
class TerminationsTest extends RunCases {

    private static final LocalDate START = LocalDate.of(2026, 11, 1);
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 16);
    private static final LocalDate END = LocalDate.of(2026, 11, 21);

    private final Desk desk = new Desk(START);
    private final Terminations terminations = desk.boundaries.get(Terminations.class);
    private final EndPreview preview = desk.boundaries.get(EndPreview.class);
    private final UUID customer = desk.customer("Уходов", 1).id();
    private final Caller caller = desk.caller(customer);
    private final UUID contract =
            desk.customers.get(customer).contracts().get(0).id();
    private final UUID service =
            desk.subscription(customer, desk.tariff("600.00").id(), START).id();
    private final UUID second =
            desk.subscription(customer, desk.tariff("300.00").id(), START).id();

    TerminationsTest() {
        commit(START);
        desk.boundaries.today(TODAY);
    }

    @AfterEach
    void close() throws Exception {
        desk.close();
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-21, -300.00, -600.00",
        "2026-11-30, -30.00, -870.00",
        "2026-12-01, 0.00, -900.00",
        "2026-12-16, 435.48, -1335.48"
    })
    void theFinalBillIsTheOneThatWasShown(LocalDate end, BigDecimal total, BigDecimal after) {
        PreviewedEnd shown = as(() -> preview.own(contract, end, Locale.ENGLISH));
        assertEquals(0, total.compareTo(shown.total()), shown.total().toString());
        assertEquals(new BigDecimal("-900.00"), shown.balance());
        assertEquals(after, shown.balanceAfter());
        assertNull(desk.subscriptions.get(service).endedOn(), "nothing is recorded by looking");
        agree(request(end));
        commit(end);
        assertEquals(after, provider.balance(customer));
        assertEquals(0, commit(end).invoiced());
        assertEquals(0, commit(end.plusDays(40)).invoiced(), "nothing comes after the end");
    }

    @Test
    void aWishIsDecidedOnceAndTheContractEndsOnItsDay() {
        Termination wish = request(END);
        assertEquals(TerminationStatus.REQUESTED, wish.status());
        assertNull(desk.subscriptions.get(service).endedOn(), "asking ends nothing");
        refused(ProblemType.INVALID_STATE, () -> request(END.plusDays(1)));
        Termination agreed = agree(wish);
        assertEquals("роутер", agreed.equipment());
        assertEquals(END, contract().closedOn());
        assertEquals(END, desk.subscriptions.get(second).endedOn());
        refused(ProblemType.INVALID_STATE, () -> agree(wish));
        refused(ProblemType.INVALID_STATE, () -> desk.boundaries.call(() -> terminations.refuse(wish.id(), "поздно")));
        refused(ProblemType.INVALID_STATE, () -> as(() -> terminations.takeBack(contract)));
        desk.boundaries.today(END);
        desk.boundaries.call(desk.contracts::settleEnded);
        desk.boundaries.call(desk.subscriptions::settleStatuses);
        assertEquals(ContractStatus.TERMINATED, contract().status());
        assertEquals(
                SubscriptionStatus.CANCELLED, desk.subscriptions.get(service).status());
        refused(ProblemType.INVALID_STATE, () -> desk.boundaries.call(() -> terminations.revoke(wish.id(), "поздно")));
    }

    @Test
    void anAgreedEndIsTakenBackAndEverythingGoesOnAsIfItHadNotBeen() {
        desk.boundaries.run(() -> desk.subscriptions.cancel(second, END.minusDays(2)));
        Termination wish = agree(request(END));
        commit(END);
        desk.boundaries.run(() -> terminations.revoke(wish.id(), "передумал"));
        assertNull(contract().closedOn());
        assertNull(desk.subscriptions.get(service).endedOn());
        assertEquals(END.minusDays(2), desk.subscriptions.get(second).endedOn(), "its own end stays");
        commit(END);
        assertEquals(new BigDecimal("-780.00"), provider.balance(customer), "600 and 18 of 30 days of 300");
        assertEquals(END, agree(request(END)).on(), "and it can be asked for again");
    }

    @Test
    void aCustomerTakesTheWishBackAndStaffRefuse() {
        request(END);
        assertEquals(
                TerminationStatus.WITHDRAWN,
                as(() -> terminations.takeBack(contract)).status());
        Termination again = request(END);
        Termination no = desk.boundaries.call(() -> terminations.refuse(again.id(), "сначала верните роутер"));
        assertEquals(TerminationStatus.REFUSED, no.status());
        assertEquals(
                "сначала верните роутер",
                as(() -> terminations.own(contract)).orElseThrow().answer());
        assertNull(contract().closedOn());
    }

    @Test
    void tomorrowIsTheEarliestForACustomerAndOthersContractsAreNotThere() {
        refused(ProblemType.VALIDATION, () -> request(TODAY));
        refused(ProblemType.VALIDATION, () -> as(() -> preview.own(contract, TODAY, Locale.ENGLISH)));
        refused(ProblemType.VALIDATION, () -> as(() -> terminations.request(contract, new TerminationWish(END, " "))));
        UUID other = desk.customer("Чужой", 1).id();
        UUID foreign = desk.customers.get(other).contracts().get(0).id();
        TerminationWish wish = new TerminationWish(END, "чужой");
        refused(ProblemType.NOT_FOUND, () -> as(() -> terminations.request(foreign, wish)));
        refused(ProblemType.NOT_FOUND, () -> as(() -> terminations.own(foreign)));
        refused(ProblemType.NOT_FOUND, () -> as(() -> terminations.takeBack(foreign)));
        refused(ProblemType.NOT_FOUND, () -> as(() -> preview.own(foreign, END, Locale.ENGLISH)));
        assertEquals(
                TerminationStatus.AGREED,
                desk.boundaries
                        .call(() -> terminations.end(contract, new TerminationWish(TODAY, "выехал"), null))
                        .status());
    }

    private ContractDetail contract() {
        return desk.boundaries.call(() -> desk.contracts.get(contract));
    }

    private Termination request(LocalDate on) {
        return as(() -> terminations.request(contract, new TerminationWish(on, "переезд")));
    }

    private Termination agree(Termination wish) {
        return desk.boundaries.call(() -> terminations.agree(wish.id(), "роутер"));
    }

    private <T> T as(Supplier<T> work) {
        return desk.boundaries.call(() -> Callers.as(caller, work));
    }

    private static void refused(ProblemType type, Supplier<?> work) {
        assertEquals(type, assertThrows(BusinessException.class, work::get).type());
    }
}
