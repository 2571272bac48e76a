package uplink.billing.run.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import uplink.billing.run.boundary.RunMode;
import uplink.billing.subscription.boundary.SubscriptionStatus;
import uplink.shared.Sql;
import uplink.testing.Desk;
import uplink.testing.Race;
import uplink.testing.Tx;

/** Whatever happens to a subscription while it is billed costs, in the end, what it costs on a quiet day. */
class ChangesDuringARunTest extends RunCases {

    private static final LocalDate LATER = LocalDate.of(2026, 12, 16);

    private final Desk desk = new Desk(NOVEMBER);
    private final UUID tariff = desk.tariff("620.00").id();
    private final UUID other = desk.tariff("930.00").id();

    /** What an operator or a customer does; some of it back-dated, into days that are being charged. */
    enum Act {
        CHANGE_AHEAD,
        CHANGE_BACK_DATED,
        FREEZE,
        CANCEL,
        WITHDRAW_CHANGE,
        END_OF_CONTRACT
    }

    @AfterEach
    void close() throws Exception {
        desk.close();
    }

    @ParameterizedTest
    @EnumSource(Act.class)
    void aChangeWhileAChunkIsInFlightIsNeitherLostNorChargedTwice(Act act) throws Exception {
        BigDecimal quiet = onAQuietDay(act);
        UUID service = service(act);
        UUID run = plan(RunMode.COMMIT, DECEMBER);
        Future<?> change = Tx.run(connection -> {
            new ChunkWorker(connection, SETTINGS, NOW).work(run, 0);
            Future<?> waiting = Race.meanwhile(() -> act(act, service));
            assertFalse(waiting.isDone(), "it waits for the chunk");
            return waiting;
        });
        change.get();
        Tx.run(c -> new RunState(Sql.on(c), NOW).complete(run));
        settle();
        assertEquals(quiet, balance(service));
        assertEquals(0, commit(LATER).invoiced(), "and nothing is left");
    }

    @ParameterizedTest
    @EnumSource(Act.class)
    void aChunkThatWaitsForAChangeChargesWithIt(Act act) throws Exception {
        BigDecimal quiet = onAQuietDay(act);
        UUID service = service(act);
        UUID run = plan(RunMode.COMMIT, DECEMBER);
        Future<?> chunk = desk.boundaries.call(() -> {
            does(act, service);
            Future<Boolean> waiting = Race.meanwhile(() -> workOff(run));
            assertFalse(waiting.isDone(), "it waits for the change");
            return waiting;
        });
        chunk.get();
        settle();
        assertEquals(quiet, balance(service));
        assertEquals(0, commit(LATER).invoiced(), "and nothing is left");
    }

    private BigDecimal onAQuietDay(Act act) {
        UUID service = service(act);
        act(act, service);
        commit(DECEMBER);
        settle();
        return balance(service);
    }

    /** Two more runs, for what the race has left to them. */
    private void settle() {
        commit(DECEMBER);
        commit(LATER);
    }

    private UUID service(Act act) {
        UUID customer = desk.customer("Гонкин", 1).id();
        UUID service = desk.subscription(customer, tariff, NOVEMBER).id();
        commit(NOVEMBER);
        if (act == Act.WITHDRAW_CHANGE) {
            desk.boundaries.run(() -> desk.subscriptions.changeTariff(service, other, LocalDate.of(2026, 12, 9), null));
        }
        return service;
    }

    private boolean act(Act act, UUID service) {
        return desk.boundaries.call(() -> does(act, service));
    }

    private boolean does(Act act, UUID service) {
        LocalDate ahead = LocalDate.of(2026, 12, 9);
        switch (act) {
            case CHANGE_AHEAD -> desk.subscriptions.changeTariff(service, other, ahead, null);
            case CHANGE_BACK_DATED -> desk.subscriptions.changeTariff(service, other, LocalDate.of(2026, 11, 30), null);
            case FREEZE -> desk.subscriptions.pause(service, ahead, SubscriptionStatus.FROZEN);
            case CANCEL -> desk.subscriptions.cancel(service, ahead);
            case WITHDRAW_CHANGE ->
                desk.subscriptions.withdraw(
                        service,
                        desk.subscriptions.get(service).planned().get(0).id());
            case END_OF_CONTRACT ->
                desk.contracts.terminate(desk.subscriptions.get(service).contractId(), null, ahead);
        }
        return true;
    }

    private BigDecimal balance(UUID service) {
        return provider.balance(desk.subscriptions.get(service).customerId());
    }
}
