package uplink.billing.run.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import uplink.billing.run.boundary.BillRun;
import uplink.billing.run.boundary.RunMode;
import uplink.billing.run.boundary.RunStatus;
import uplink.shared.Sql;
import uplink.testing.Tx;

/** Runs that are stopped and go on. */
class RunStateTest extends RunCases {

    @Test
    void aStoppedRunLeavesItsChunksAndGoesOnLater() {
        UUID tariff = provider.tariff("300.00");
        for (int i = 0; i < 4; i++) {
            provider.subscriber(tariff, DECEMBER);
        }
        UUID run = plan(RunMode.COMMIT, DECEMBER);
        assertEquals(1, RunLoop.step(run, SETTINGS, NOW, 1));
        assertTrue(Tx.<Boolean>run(c -> new RunState(Sql.on(c), NOW).stop(run)));
        assertFalse(Tx.run(c -> new ChunkWorker(c, SETTINGS, NOW).work(run, 1)).worked());
        assertTrue(Tx.<Boolean>run(c -> new RunState(Sql.on(c), NOW).settleStop(run)));
        assertEquals(RunStatus.STOPPED, run(run).status());
        assertEquals(3, run(run).done());
        assertTrue(Tx.<Boolean>run(c -> new RunState(Sql.on(c), NOW).resume(run, DECEMBER)));
        workOff(run);
        assertEquals(4, run(run).invoiced());
        assertEquals(RunStatus.COMPLETED, run(run).status());
    }

    @Test
    void theTimeForWhichARunWasStoppedIsNotTakenForWork() {
        UUID tariff = provider.tariff("300.00");
        for (int i = 0; i < 4; i++) {
            provider.subscriber(tariff, DECEMBER);
        }
        UUID run = plan(RunMode.COMMIT, DECEMBER);
        Instant stopped = NOW.plusSeconds(60);
        Instant resumed = NOW.plus(Duration.ofDays(10));
        Tx.run(c -> {
            new RunState(Sql.on(c), NOW).begin(run);
            return true;
        });
        RunLoop.step(run, SETTINGS, NOW, 1);
        Tx.run(c -> new RunState(Sql.on(c), stopped).stop(run));
        Tx.run(c -> new RunState(Sql.on(c), stopped).settleStop(run));
        Tx.run(c -> new RunState(Sql.on(c), resumed).resume(run, DECEMBER));
        BillRun goingOn = new RunRows(sql, resumed).one(run).orElseThrow();
        assertEquals(20L, goingOn.etaSeconds(), "three customers took a minute, one is left");
        workOff(run);
    }

    @Test
    void whatAResumedRunStillIssuesHasItsDaysToBePaidFromThen() {
        UUID tariff = provider.tariff("300.00");
        for (int i = 0; i < 4; i++) {
            provider.subscriber(tariff, DECEMBER);
        }
        UUID run = plan(RunMode.COMMIT, DECEMBER);
        RunLoop.step(run, SETTINGS, NOW, 1);
        Tx.run(c -> new RunState(Sql.on(c), NOW).stop(run));
        Tx.run(c -> new RunState(Sql.on(c), NOW).settleStop(run));
        Tx.run(c -> new RunState(Sql.on(c), NOW).resume(run, DECEMBER.plusDays(20)));
        workOff(run);
        assertEquals(
                List.of("2026-12-01 2026-12-11 3", "2026-12-21 2026-12-31 1"),
                sql.list(
                        """
                        select issued_on || ' ' || due_date || ' ' || count(*) from invoices where run_id = ?
                        group by issued_on, due_date order by 1""",
                        r -> r.getString(1),
                        run));
        assertEquals(DECEMBER.plusDays(20), run(run).issuedOn());
    }
}
