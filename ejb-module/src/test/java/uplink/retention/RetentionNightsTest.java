package uplink.retention;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import uplink.audit.boundary.AuditReport;
import uplink.audit.control.SealCopies;
import uplink.audit.control.Sealing;
import uplink.audit.control.Verifier;
import uplink.billing.ledger.boundary.Adjustment;
import uplink.billing.ledger.boundary.Ledger;
import uplink.customer.boundary.Customers;
import uplink.customer.boundary.ErasureObstacle.Kind;
import uplink.retention.boundary.RetentionChange;
import uplink.retention.boundary.RetentionHeld;
import uplink.retention.boundary.RetentionResult;
import uplink.retention.boundary.RetentionRun;
import uplink.retention.boundary.RetentionRuns;
import uplink.retention.boundary.RetentionStatus;
import uplink.shared.BusinessException;
import uplink.shared.Doing;
import uplink.shared.ProblemType;
import uplink.shared.Sql;
import uplink.testing.Database;
import uplink.testing.Tx;

/** Nights: who and what goes, how much of it, and what a stop, a death and a failure leave. */
class RetentionNightsTest extends RetentionCases {

    @TempDir
    Path directory;

    @Test
    void whoLeftLongAgoIsErasedAndNobodyElse() {
        left("Канарейкина", LONG_AGO);
        left("Недавняя", TODAY.minusMonths(60).plusDays(10));
        provider.customer("Нынешняя", 1);
        UUID held = left("Должница", LONG_AGO).id();
        sql.update("update customers set balance = -5 where id = ?", held);
        assertEquals(4, names().size());
        night(TODAY);
        assertEquals(4, names().size(), "as delivered nobody is erased");
        erasing(100);
        RetentionRun run = night(TODAY.plusDays(1));
        assertEquals(List.of("Должница", "Недавняя", "Нынешняя"), names());
        RetentionResult result = result(run, "customers");
        assertEquals(List.of(new RetentionHeld(Kind.DEBT, 1)), result.held());
        assertEquals(RetentionStatus.COMPLETED, run.status());
        assertEquals(result.taken(), run.erased());
        assertEquals(result.found(), result.taken());
    }

    /** Whoever turned out to be somebody who is served is not gone. */
    @Test
    void twoWhoAreOneAreKeptAndGoTogether() {
        UUID now = provider.customer("Нынешняя", 1).id();
        UUID before = left("Прежняя", LONG_AGO).id();
        sql.update(
                "update customers set status = 'closed', merged_into = ?, merged_at = now() where id = ?", now, before);
        erasing(100);
        night(TODAY);
        assertEquals(List.of("Нынешняя", "Прежняя"), names());
        sql.update("update contracts set status = 'terminated', closed_on = ? where customer_id = ?", LONG_AGO, now);
        assertEquals(1, night(TODAY.plusDays(1)).erased());
        assertEquals(List.of(), names());
        assertEquals(2, sql.number("select count(*) from audit_log where action = 'erasure.expire'"));
    }

    /** To the day: the one who left sixty months ago goes today, the other one tomorrow. */
    @Test
    void itIsCountedToTheDay() {
        left("Вчера", TODAY.minusMonths(60));
        left("Завтра", TODAY.minusMonths(60).plusDays(1));
        erasing(100);
        night(TODAY);
        assertEquals(List.of("Завтра"), names());
        night(TODAY.plusDays(1));
        assertEquals(List.of(), names());
    }

    @Test
    void whoseMoneyMovedAfterwardsWaitsForThatToBeLongAgo() {
        UUID customer = left("Поздняя", LONG_AGO).id();
        Ledger ledger = provider.boundaries.get(Ledger.class);
        for (String amount : List.of("5.00", "-5.00")) {
            provider.boundaries.run(
                    () -> ledger.adjust(customer, new Adjustment(new BigDecimal(amount), null, "простой")));
        }
        sql.update("delete from quarantine");
        erasing(100);
        assertEquals(0, result(night(TODAY.plusDays(1)), "customers").found());
        assertEquals(List.of("Поздняя"), names());
    }

    /** Nobody is signed in at night: who switched the rule on answers for it, and the trail still verifies. */
    @Test
    void theDeedIsInTheTrailWithItsGroundsAndTheTrailVerifies() {
        UUID customer = left("Канарейкина", LONG_AGO).id();
        Doing.as(
                staff,
                Customers.class,
                "update",
                () -> provider.boundaries.call(
                        () -> sql.update("update customers set phone = '+79161234567' where id = ?", customer)));
        Tx.run(c -> new Sealing(Sql.on(c)).seal());
        erasing(100);
        night(TODAY);
        assertEquals(
                1,
                sql.number(
                        """
                        select count(*) from audit_log where action = 'erasure.expire' and actor_id = ? and customer_id = ?
                            and after::text like '%приказ № 7%'""",
                        staff, customer));
        assertEquals(1, sql.number("select count(*) from erasures where status = 'done' and basis = 'приказ № 7'"));
        assertEquals(0, sql.number("select count(*) from audit_log where after::text like '%79161234567%'"));
        Tx.run(c -> new Sealing(Sql.on(c)).seal());
        AuditReport report = new Verifier(Sql.in(Database.app()), new SealCopies(directory), null).verify();
        assertTrue(report.clean(), report.toString());
    }

    @Test
    void aNightTakesNoMoreThanItMayAndTheNextGoesOn() {
        for (int i = 1; i <= 3; i++) {
            left("Ушла " + i, LONG_AGO);
        }
        erasing(2);
        assertEquals(2, night(TODAY).erased());
        assertEquals(1, names().size());
        assertEquals(1, night(TODAY.plusDays(1)).erased());
        assertEquals(0, names().size());
    }

    @Test
    void aNightIsOneNight() {
        Instant due = nightly()
                .lastDue(Clock.fixed(TODAY.atTime(12, 0).toInstant(ZoneOffset.UTC), ZoneId.of("Europe/Moscow")));
        work(due);
        work(due);
        assertEquals(1, runs.count());
    }

    @Test
    void aStoppedRunTakesNothingMoreAndTheNextNightGoesOn() {
        for (int i = 1; i <= 3; i++) {
            left("Ушла " + i, LONG_AGO);
        }
        erasing(100);
        RetentionRun asked = asked();
        steps.before = customer -> {
            steps.before = next -> Doing.as(
                    staff,
                    RetentionRuns.class,
                    "stop",
                    () -> provider.boundaries.call(() -> runs.stop(asked.id()).status() == RetentionStatus.STOPPING));
        };
        RetentionRun stopped = work(Instant.now());
        assertEquals(RetentionStatus.STOPPED, stopped.status());
        assertEquals(1, stopped.erased());
        assertEquals(2, names().size());
        assertEquals(
                List.of("customers"),
                stopped.results().stream().map(RetentionResult::code).toList(),
                "no rule has begun after it");
        assertEquals(
                ProblemType.INVALID_STATE,
                assertThrows(BusinessException.class, () -> provider.boundaries.call(() -> runs.stop(asked.id())))
                        .type());
        steps.before = customer -> {};
        assertEquals(2, night(TODAY.plusDays(1)).erased());
    }

    @Test
    void whatADeadServerLeftGoesOnAndTheNightsNumberHolds() {
        for (int i = 1; i <= 4; i++) {
            left("Ушла " + i, LONG_AGO);
        }
        erasing(3);
        RetentionRun asked = asked();
        steps.before = customer -> {
            steps.before = next -> {
                throw new Killed();
            };
        };
        assertThrows(Killed.class, () -> work(Instant.now()));
        assertEquals(3, names().size());
        steps.before = customer -> {};
        RetentionRun done = work(Instant.now());
        assertEquals(asked.id(), done.id());
        assertEquals(RetentionStatus.COMPLETED, done.status());
        assertEquals(3, done.erased());
        assertEquals(1, names().size());
    }

    @Test
    void onePersonWhoCannotBeErasedDoesNotKeepTheNext() {
        left("Первая", LONG_AGO);
        left("Вторая", LONG_AGO);
        erasing(100);
        steps.before = customer -> {
            steps.before = next -> {};
            throw new IllegalStateException("no disk");
        };
        RetentionResult result = result(night(TODAY), "customers");
        assertEquals(1, result.taken());
        assertEquals(1, result.failed());
        assertEquals(1, names().size());
    }

    @Test
    void aRuleThatFailsDoesNotKeepTheOthers() {
        Database.tamper("update retention_tables set due = 't.nowhere < $1' where rule = 'mails'");
        inbox("old", 61);
        RetentionRun run = night(TODAY);
        assertEquals(RetentionStatus.FAILED, run.status());
        assertEquals("shared.incident.database", result(run, "mails").failure().key());
        assertNull(result(run, "inbox").failure());
        assertEquals(1, result(run, "inbox").taken());
    }

    @Test
    void housekeepingThrowsAwayWhatHasServedItsTime() {
        inbox("old", 61);
        sql.update(
                "insert into inbox (consumer, event_id, received_at) select 'old', gen_random_uuid(), now() - interval '61 days'"
                        + " from generate_series(1, 20500)");
        inbox("young", 59);
        sql.update(
                """
                insert into idempotency_keys (owner_id, key, request_hash, state, claim, created_at)
                select gen_random_uuid(), k, ''::bytea, 'running', gen_random_uuid(), now() - age
                from (values ('old', interval '14 months'), ('young', interval '12 months')) v (k, age)""");
        RetentionRun run = night(TODAY);
        assertEquals(20_501, result(run, "inbox").taken());
        assertEquals(
                List.of("young"),
                sql.list("select consumer from inbox where consumer in ('old', 'young')", row -> row.getString(1)));
        assertEquals(List.of("young"), sql.list("select key from idempotency_keys", row -> row.getString(1)));
    }

    @Test
    void filesOfImportsAreEmptiedAndMessagesGoOnceTheyAreRead() {
        UUID customer = provider.customer("Читательница", 1).id();
        sql.update(
                """
                insert into imports (id, kind, file_name, sha256, content, mode, dry_run, status, created_at, finished_at)
                select gen_random_uuid(), 'customers', name, '', 'Канарейкина', 'good-rows', false, 'completed', at, at
                from (values ('old', '2026-08-01'::timestamptz), ('young', '2026-11-01')) v (name, at)""");
        sql.update(
                """
                insert into import_refusals (import_id, line, column_name, reason) select id, 1, 'x', 'y' from imports""");
        sql.update(
                """
                insert into notifications (id, customer_id, kind, event_id, data, created_at, read_at)
                select uuid7_floor(made), ?, kind, gen_random_uuid(), '{}', made, read
                from (values ('old', '2025-01-01'::timestamptz, '2025-02-01'::timestamptz),
                    ('late', '2025-01-02', '2026-11-01'), ('unread', '2025-01-03', null)) v (kind, made, read)""",
                customer);
        change("imports", new RetentionChange(true, null, null, null));
        change("notifications", new RetentionChange(true, null, null, null));
        night(TODAY);
        assertEquals(
                List.of("young"),
                sql.list("select file_name from imports where content <> ''", row -> row.getString(1)));
        assertEquals(1, sql.number("select count(*) from import_refusals"));
        assertEquals(
                List.of("late", "unread"),
                sql.list("select kind from notifications order by kind", row -> row.getString(1)));
    }

    @Test
    void aRunThatIsAskedForIsTheOnlyOne() {
        RetentionRun asked = asked();
        assertEquals(RetentionStatus.QUEUED, asked.status());
        assertEquals("Somebody", asked.startedBy());
        assertEquals(
                ProblemType.CONFLICT,
                assertThrows(BusinessException.class, this::asked).type());
        RetentionRun done = work(Instant.now());
        assertEquals(asked.id(), done.id());
        assertEquals(RetentionStatus.COMPLETED, done.status());
        assertEquals(1, runs.count(), "asked for by day it does not bring the night forward");
        assertEquals(
                1,
                sql.number(
                        "select count(*) from audit_log where action = 'retention-run.start' and actor_id = ?", staff));
    }

    private void inbox(String consumer, int days) {
        sql.update(
                "insert into inbox (consumer, event_id, received_at) values (?, gen_random_uuid(), now() - ? * interval '1 day')",
                consumer,
                days);
    }

    /** What no handler of failures sees: the machine is gone. */
    private static final class Killed extends Error {
        private static final long serialVersionUID = 1L;
    }
}
