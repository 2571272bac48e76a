package uplink.bulk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import uplink.bulk.boundary.BulkCounts;
import uplink.bulk.boundary.BulkKind;
import uplink.bulk.boundary.BulkParameters;
import uplink.bulk.boundary.BulkPhase;
import uplink.bulk.boundary.BulkStatus;
import uplink.bulk.boundary.BulkWork;
import uplink.bulk.boundary.BulkWorks;
import uplink.shared.BusinessException;
import uplink.shared.Doing;
import uplink.shared.ProblemType;
import uplink.testing.Desk;
import uplink.testing.Race;

/** Works that are stopped, killed, begun twice, or whose actor loses the right to them. */
class BulkCourseTest extends BulkCases {

    @Test
    void aWorkStopsBetweenChunksAndGoesOn() {
        many(250);
        BulkWork work = commit(tagging("акция"));
        steps.before = () -> {
            if (steps.chunks == 1) {
                steps.before = () -> {};
                as(operator, "stop", () -> works.stop(work.id()));
            }
        };
        work();
        BulkWork stopped = get(work.id());
        assertEquals(BulkStatus.STOPPED, stopped.status());
        assertEquals(new BulkCounts(250, 0, 150, 0, 0, 100, 0, 0), stopped.counts());
        assertEquals(100, stopped.progress().done());
        assertEquals(100, tagged("акция"));
        work();
        assertEquals(100, tagged("акция"), "it rests");
        assertEquals(
                BulkStatus.RUNNING,
                as(operator, "resume", () -> works.resume(work.id())).status());
        work();
        assertEquals(new BulkCounts(250, 0, 0, 0, 0, 250, 0, 0), get(work.id()).counts());
        assertEquals(250, tagged("акция"));
    }

    @Test
    void aPreviewCanBeStoppedToo() {
        many(3);
        BulkWork work = order(BulkKind.TAG, ALL, BulkParameters.ofTag("акция"));
        as(operator, "stop", () -> works.stop(work.id()));
        work();
        assertEquals(BulkStatus.STOPPED, get(work.id()).status());
        refused(ProblemType.INVALID_STATE, () -> as(operator, "commit", () -> works.commit(work.id(), null)));
        refused(ProblemType.INVALID_STATE, () -> as(operator, "undo", () -> works.undo(work.id())));
        as(operator, "resume", () -> works.resume(work.id()));
        work();
        assertEquals(BulkStatus.READY, get(work.id()).status());
    }

    @Test
    void whatWasDoneBeforeAStopCanBeTakenBack() {
        many(250);
        BulkWork work = commit(tagging("акция"));
        steps.before = () -> {
            if (steps.chunks == 1) {
                as(operator, "stop", () -> works.stop(work.id()));
                steps.before = () -> {};
            }
        };
        work();
        BulkWork back = undone(get(work.id()));
        assertEquals(BulkStatus.UNDONE, back.status());
        assertEquals(new BulkCounts(250, 0, 150, 0, 0, 0, 100, 0), back.counts());
        assertEquals(0, tagged("акция"));
    }

    /** What a chunk did and that it is done are one transaction. */
    @Test
    void aServerThatDiesInTheMiddleOfAChunkLosesNothingAndDoesNothingTwice() {
        many(250);
        BulkWork work = commit(tagging("акция"));
        steps.before = () -> steps.dies = steps.chunks == 1;
        assertThrows(Steps.Killed.class, this::work);
        assertEquals(100, tagged("акция"));
        assertEquals(
                new BulkCounts(250, 0, 150, 0, 0, 100, 0, 0), get(work.id()).counts());
        assertEquals(BulkStatus.RUNNING, get(work.id()).status());
        steps.dies = false;
        steps.before = () -> {};
        work();
        assertEquals(new BulkCounts(250, 0, 0, 0, 0, 250, 0, 0), get(work.id()).counts());
        assertEquals(250, sql.number("select count(*) from customers where version = 1"), "each once");
        assertEquals(3, sql.number("select count(*) from audit_log where action = 'bulk-work.chunk'"));
    }

    @Test
    void ofTwoWhoCommitAtTheSameMomentOneDoes() throws Exception {
        many(3);
        BulkWork work = tagging("акция");
        UUID other = somebody("operator");
        try (Desk second = new Desk(TODAY)) {
            BulkWorks theirs = second.boundaries.get(BulkWorks.class);
            Future<ProblemType> late = as(operator, "commit", () -> {
                works.commit(work.id(), 3);
                return Race.meanwhile(() -> assertThrows(
                                BusinessException.class,
                                () -> Doing.as(
                                        caller(other),
                                        BulkWorks.class,
                                        "commit",
                                        () -> second.boundaries.call(() -> theirs.commit(work.id(), 3))))
                        .type());
            });
            assertEquals(ProblemType.INVALID_STATE, late.get());
        }
        work();
        assertEquals(3, get(work.id()).counts().done());
        assertEquals(
                operator,
                sql.first("select acting_by from bulk_works", row -> row.getObject(1, UUID.class))
                        .orElseThrow());
    }

    @Test
    void whoeverLosesTheRightMidwayDoesNothingMoreAndSomebodyElseGoesOn() {
        many(250);
        BulkWork work = commit(tagging("акция"));
        steps.before = () -> {
            if (steps.chunks == 1) {
                sql.update("update users set role = 'tech' where id = ?", operator);
            }
        };
        work();
        BulkWork failed = get(work.id());
        assertEquals(BulkStatus.FAILED, failed.status());
        assertNotNull(failed.failure());
        assertEquals(
                "Whoever started it may not do that any more. Somebody who may can continue it.",
                failed.failure().in(Locale.ENGLISH));
        assertEquals(100, tagged("акция"));
        UUID other = somebody("operator");
        as(other, "resume", () -> works.resume(work.id()));
        work();
        assertEquals(BulkStatus.DONE, get(work.id()).status());
        assertEquals(250, tagged("акция"));
        assertEquals(
                2,
                sql.number("select count(*) from audit_log where action = 'bulk-work.chunk' and actor_id = ?", other));
    }

    @Test
    void whoeverIsDisabledBeforeThePreviewSeesNone() {
        many(3);
        BulkWork work = order(BulkKind.TAG, ALL, BulkParameters.ofTag("акция"));
        sql.update("update users set is_active = false where id = ?", operator);
        work();
        assertEquals(BulkStatus.FAILED, get(work.id()).status());
        assertEquals(BulkPhase.PREVIEW, get(work.id()).progress().phase());
    }

    /** Nobody's preview waits for somebody else's thousands. */
    @Test
    void worksTakeTurns() {
        many(250);
        BulkWork large = commit(tagging("акция"));
        UUID small = order(BulkKind.TAG, ALL, BulkParameters.ofTag("vip")).id();
        steps.before = () -> {
            if (steps.chunks == 2) {
                assertEquals(200, tagged("акция"));
                assertTrue(get(small).counts().ready() >= 100, "it was looked at meanwhile");
            }
        };
        work();
        assertEquals(BulkStatus.DONE, get(large.id()).status());
        assertEquals(BulkStatus.READY, get(small).status());
    }

    /** Memory does not grow with the size of the set: never more than a chunk is in hand. */
    @Test
    void tenThousandAreWorkedOffAHundredAtATime() {
        many(10_000);
        BulkWork work = tagging("акция");
        assertEquals(10_000, work.counts().ready());
        assertEquals(100, steps.largest);
        BulkWork done = done(work);
        assertEquals(10_000, done.counts().done());
        assertEquals(101, steps.chunks, "a hundred, and one that finds nothing more");
        assertEquals(10_000, tagged("акция"));
    }
}
