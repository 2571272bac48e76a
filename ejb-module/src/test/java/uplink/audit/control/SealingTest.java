package uplink.audit.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import uplink.audit.boundary.AuditFinding.Kind;
import uplink.audit.boundary.AuditReport;
import uplink.auth.boundary.Users;
import uplink.shared.Doing;
import uplink.shared.Sql;
import uplink.testing.Database;
import uplink.testing.Tx;

/** What is sealed verifies, whoever seals it when; and what was proved is not read again. */
class SealingTest extends SealingCases {

    @Test
    void whatIsSealedVerifies() {
        rename("A");
        rename("B");
        assertEquals(2, seal());
        rename("C");
        assertEquals(1, seal());
        assertEquals(0, seal());
        rename("waits");
        AuditReport report = verify();
        assertTrue(report.clean(), report.toString());
        assertEquals(3, report.rows());
        assertEquals(2, report.seals());
        assertEquals(1, report.waiting());
        assertEquals(
                report.hash(),
                app.first("select hash from audit_seals where no = 2", row -> HexFormat.of()
                                .formatHex(row.getBytes(1)))
                        .orElseThrow());
    }

    @Test
    void aTransactionThatCommitsLateIsSealedThen() throws Exception {
        try (Connection late = Database.app().getConnection()) {
            late.setAutoCommit(false);
            Doing.as(user, Users.class, "disable", () -> Sql.on(late)
                    .update("update users set full_name = 'late' where id = ?", user));
            UUID other = Doing.somebody();
            Doing.as(
                    other,
                    Users.class,
                    "disable",
                    () -> Tx.run(c -> Sql.on(c).update("update users set full_name = 'early' where id = ?", other)));
            assertEquals(1, seal(), "what is committed does not wait for what is not");
            late.commit();
        }
        assertEquals(1, seal());
        AuditReport report = verify();
        assertTrue(report.clean(), report.toString());
        assertEquals(2, report.rows());
    }

    @Test
    void twoWhoSealAtOnceMakeOneChain() throws Exception {
        List<Thread> threads = new ArrayList<>();
        CountDownLatch go = new CountDownLatch(1);
        List<Integer> sealed = java.util.Collections.synchronizedList(new ArrayList<>());
        UUID other = Doing.somebody();
        for (int n = 0; n < 4; n++) {
            boolean writes = n < 2;
            UUID whom = n == 0 ? user : other;
            threads.add(new Thread(() -> {
                await(go);
                for (int i = 0; i < 40; i++) {
                    String name = "N" + i;
                    if (writes) {
                        rename(whom, name);
                    } else {
                        sealed.add(seal());
                    }
                }
            }));
        }
        threads.forEach(Thread::start);
        go.countDown();
        for (Thread thread : threads) {
            thread.join();
        }
        while (seal() > 0) {
            // the rest
        }
        AuditReport report = verify();
        assertTrue(report.clean(), report.toString());
        assertEquals(80, report.rows());
        assertEquals(0, report.waiting());
    }

    @Test
    void aLongQueueIsSealedInParts() {
        for (int i = 0; i < Sealing.MOST + 3; i++) {
            rename("N" + i);
        }
        assertEquals(Sealing.MOST, seal());
        assertEquals(3, seal());
        assertTrue(verify().clean());
    }

    @Test
    void aCopyThatWasCutOffInTheMiddleOfALineIsWrittenAgain() throws Exception {
        threeSeals();
        Path file = copies().files().get(0);
        String whole = Files.readString(file);
        Files.writeString(file, whole.substring(0, whole.length() - 20));
        assertEquals(2, copies().last());
        copy();
        assertEquals(3, copies().last());
        assertTrue(verify().clean());
        Files.writeString(file, "nonsense\n", StandardOpenOption.APPEND);
        assertTrue(verify().clean());
    }

    @Test
    void whatWasProvedIsNotReadAgainButByNight() {
        threeSeals();
        Verifier.Proof proof = proof(2);
        AuditReport part = verify(proof);
        assertTrue(part.clean());
        assertEquals(List.of(2L, 1L, 1L, 3L), List.of(part.since(), part.seals(), part.rows(), part.last()));
        tamper("update audit_log set action = 'x' where id = (select ids[1] from audit_seals where no = 1)");
        assertTrue(verify(proof).clean(), "it was proved before");
        assertEquals(List.of(Kind.ROW_CHANGED), kinds(verify()), "the night looks at everything");
        tamper("update audit_log set action = 'x' where id = (select ids[1] from audit_seals where no = 3)");
        assertEquals(List.of(Kind.ROW_CHANGED), kinds(verify(proof)));
        tamper("delete from audit_log where id = (select ids[1] from audit_seals where no = 3)");
        assertEquals(List.of(Kind.ROW_MISSING), kinds(verify(proof)), "once");
    }

    @Test
    void whatSlippedInSinceIsFoundWithoutReadingTheRest() {
        threeSeals();
        Verifier.Proof proof = proof(3);
        rename("D");
        tamper("delete from audit_unsealed");
        assertEquals(List.of(Kind.ROW_UNSEALED), kinds(verify(proof)));
    }

    @Test
    void aProofThatDoesNotFitIsNoProof() {
        threeSeals();
        tamper("update audit_log set action = 'x' where id = (select ids[1] from audit_seals where no = 1)");
        AuditReport report = verify(new Verifier.Proof(2, "00".repeat(32)));
        assertEquals(0, report.since());
        assertEquals(List.of(Kind.ROW_CHANGED), kinds(report));
        assertEquals(0, verify(new Verifier.Proof(77, "00".repeat(32))).since());
    }

    @Test
    void onlyACleanVerificationIsAProof() {
        threeSeals();
        LastVerification.record(app, verify());
        assertEquals(3, LastVerification.proved(app).orElseThrow().no());
        rename("D");
        seal();
        tamper("update audit_log set action = 'x' where id = (select ids[1] from audit_seals where no = 4)");
        AuditReport broken = verify(LastVerification.proved(app).orElseThrow());
        LastVerification.record(app, broken);
        assertEquals(1, LastVerification.findings(app));
        assertEquals(3, LastVerification.proved(app).orElseThrow().no());
    }

    private Verifier.Proof proof(long no) {
        return app.first(
                        "select hash from audit_seals where no = ?",
                        row -> new Verifier.Proof(no, HexFormat.of().formatHex(row.getBytes(1))),
                        no)
                .orElseThrow();
    }

    private AuditReport verify(Verifier.Proof from) {
        return new Verifier(app, copies(), from).verify();
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
