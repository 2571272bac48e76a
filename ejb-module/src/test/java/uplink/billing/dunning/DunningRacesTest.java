package uplink.billing.dunning;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import uplink.billing.dunning.boundary.Dunning;
import uplink.billing.freeze.boundary.FreezeRequest;
import uplink.billing.freeze.boundary.Freezes;
import uplink.billing.life.Life;
import uplink.billing.payment.boundary.CashPayment;
import uplink.billing.payment.boundary.Payments;
import uplink.billing.promise.boundary.Promises;
import uplink.billing.run.boundary.BillRuns;
import uplink.billing.run.boundary.ChunkWork;
import uplink.billing.run.boundary.RunMode;
import uplink.shared.Caller;
import uplink.shared.Callers;
import uplink.testing.Boundaries;
import uplink.testing.Race;

/** Dunning beside dunning, payments, promises, freezes and bill runs: whoever comes second sees what the first has done. */
class DunningRacesTest {

    private final Life life = new Life(LocalDate.of(2026, 10, 1), "500.00");
    private final Boundaries other = new Boundaries(LocalDate.of(2026, 10, 1));

    @AfterEach
    void close() throws Exception {
        other.close();
        life.close();
    }

    /** November is overdue and its grace is over; the day's dunning has not begun. */
    private void beforeTheSuspension() {
        life.until("2026-10-05").pays("500.00");
        life.until("2026-11-16");
        life.boundaries.today(LocalDate.of(2026, 11, 17));
        other.today(LocalDate.of(2026, 11, 17));
        life.provider.sql.update("delete from dunning_days where day = '2026-11-17'");
    }

    private boolean dunOnTheOtherNode() {
        Dunning dunning = other.get(Dunning.class);
        return Callers.as(Caller.system("other"), () -> {
            while (other.call(dunning::step)) {
                // and the next batch
            }
            return true;
        });
    }

    private long suspensions() {
        return life.count("select count(*) from suspensions where customer_id = ?");
    }

    private long told(String type) {
        return life.provider.sql.number(
                "select count(*) from outbox where type = ? and data->>'customerId' = ?",
                type,
                life.customer.toString());
    }

    @Test
    void twoNodesThatFireTogetherSuspendOnce() throws Exception {
        beforeTheSuspension();
        Dunning dunning = life.boundaries.get(Dunning.class);
        Future<Boolean> second = life.does(() -> {
            dunning.step();
            return Race.meanwhile(this::dunOnTheOtherNode);
        });
        second.get();
        assertEquals("suspended", life.status());
        assertEquals(1, suspensions());
        assertEquals(1, told("subscription.suspended"));
        assertEquals(1, told("billing.invoice.overdue"));
    }

    @Test
    void aPaymentInFlightKeepsServiceOn() throws Exception {
        beforeTheSuspension();
        Payments payments = life.boundaries.get(Payments.class);
        Future<Boolean> dunning = life.does(() -> {
            payments.take(new CashPayment(life.customer, new BigDecimal("500.00"), null, null, null));
            return Race.meanwhile(this::dunOnTheOtherNode);
        });
        dunning.get();
        assertEquals("active", life.status());
        assertEquals(0, suspensions());
    }

    @Test
    void aPaymentBesideASuspensionRestores() throws Exception {
        beforeTheSuspension();
        Dunning dunning = life.boundaries.get(Dunning.class);
        Payments payments = other.get(Payments.class);
        Future<?> payment = life.does(() -> {
            dunning.step();
            return Race.meanwhile(() -> Callers.as(
                    Caller.system("desk"),
                    () -> other.call(() -> payments.take(
                            new CashPayment(life.customer, new BigDecimal("500.00"), null, null, null)))));
        });
        payment.get();
        assertEquals("active", life.status());
        assertEquals(1, suspensions());
        assertEquals(1, told("subscription.restored"));
    }

    @Test
    void aPromiseInFlightKeepsServiceOn() throws Exception {
        beforeTheSuspension();
        Promises promises = life.boundaries.get(Promises.class);
        Future<Boolean> dunning = life.does(() -> {
            promises.take(life.customer);
            return Race.meanwhile(this::dunOnTheOtherNode);
        });
        dunning.get();
        assertEquals("active", life.status());
        assertEquals(0, suspensions());
    }

    @Test
    void aBillRunBesideASuspensionChargesNoDayTwice() throws Exception {
        beforeTheSuspension();
        Dunning dunning = life.boundaries.get(Dunning.class);
        Future<?> run = life.does(() -> {
            dunning.step();
            return Race.meanwhile(() -> bill(LocalDate.of(2026, 12, 1)));
        });
        run.get();
        bill(LocalDate.of(2026, 12, 1));
        // 16/30 of November, and nothing for December
        assertEquals(new BigDecimal("-266.67"), life.provider.balance(life.customer));
    }

    @Test
    void aBillRunBesideAFreezeChargesNoDayTwice() throws Exception {
        life.pays("500.00");
        life.until("2026-10-11");
        other.today(life.today());
        Freezes freezes = life.boundaries.get(Freezes.class);
        Future<?> run = life.does(() -> {
            freezes.freeze(life.subscription, new FreezeRequest(LocalDate.of(2026, 10, 11), null));
            return Race.meanwhile(() -> bill(LocalDate.of(2026, 10, 12)));
        });
        run.get();
        bill(LocalDate.of(2026, 10, 12));
        assertEquals("frozen", life.status());
        // 21/31 of October come back
        assertEquals(new BigDecimal("338.71"), life.provider.balance(life.customer));
        assertEquals(0, life.count("select count(*) from quarantine where customer_id = ? and resolved_at is null"));
    }

    private boolean bill(LocalDate target) {
        return Callers.as(Caller.system("run"), () -> {
            BillRuns runs = other.get(BillRuns.class);
            ChunkWork work = other.get(ChunkWork.class);
            UUID run = other.call(() -> runs.start(target, RunMode.COMMIT)).id();
            other.call(work::claim).forEach(chunk -> other.call(() -> work.work(chunk.runId(), chunk.no())));
            other.run(() -> work.settle(run));
            return true;
        });
    }
}
