package uplink.billing.run.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import uplink.billing.run.boundary.HandoverPreview;
import uplink.billing.subscription.boundary.Handover;
import uplink.billing.subscription.boundary.HandoverWish;
import uplink.billing.subscription.boundary.Handovers;
import uplink.billing.subscription.boundary.SubscriptionRow;
import uplink.customer.boundary.ContractDetail;
import uplink.shared.BusinessException;
import uplink.shared.ProblemType;
import uplink.testing.Desk;

/** A contract of one customer that goes to another one. */
abstract class HandoverCases extends RunCases {

    static final LocalDate START = LocalDate.of(2026, 11, 1);
    static final LocalDate TODAY = LocalDate.of(2026, 11, 16);
    static final LocalDate DAY = LocalDate.of(2026, 11, 21);
    final Desk desk = new Desk(START);
    final Handovers handovers = desk.boundaries.get(Handovers.class);
    final HandoverPreview preview = desk.boundaries.get(HandoverPreview.class);
    final UUID giver = desk.customer("Прежний", 1).id();
    final UUID taker = desk.customer("Новый", 5).id();
    final UUID contract = contractsOf(giver).get(0).id();
    final UUID tariff = desk.tariff("600.00").id();
    final UUID service = desk.subscription(giver, tariff, START).id();

    @AfterEach
    void close() throws Exception {
        desk.close();
    }

    /** November is billed, and half of it is over. */
    void billed() {
        commit(START);
        desk.boundaries.today(TODAY);
    }

    static HandoverWish wish(LocalDate on, UUID to) {
        return new HandoverWish(on, to, null, null, "продали квартиру");
    }

    Handover handOver(LocalDate on) {
        if (!TODAY.isBefore(on)) {
            desk.boundaries.today(on);
        }
        return desk.boundaries.call(() -> handovers.handOver(contract, wish(on, taker)));
    }

    void refused(ProblemType type, UUID of, HandoverWish wish) {
        desk.boundaries.today(TODAY);
        assertEquals(
                type,
                assertThrows(BusinessException.class, () -> desk.boundaries.call(() -> handovers.handOver(of, wish)))
                        .type());
    }

    void refusedRevoke(ProblemType type) {
        assertEquals(
                type,
                assertThrows(
                                BusinessException.class,
                                () -> desk.boundaries.call(() -> handovers.revoke(contract, "поздно")))
                        .type());
    }

    List<ContractDetail> contractsOf(UUID customer) {
        return desk.customers.get(customer).contracts();
    }

    SubscriptionRow ofTaker(UUID beside) {
        return desk.subscriptions.ofCustomer(taker).stream()
                .filter(row -> beside == null ? row.addonOf() == null : beside.equals(row.addonOf()))
                .findFirst()
                .orElseThrow();
    }
}
