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
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import uplink.audit.boundary.AuditFinding.Kind;
import uplink.audit.boundary.AuditReport;
import uplink.audit.control.SealCopies.Copy;
import uplink.auth.boundary.Users;
import uplink.shared.Doing;
import uplink.shared.Sql;
import uplink.testing.Database;
import uplink.testing.Tx;

class SealingTest {

    @TempDir
    Path directory;

    private Sql app;
    private UUID user;

    @BeforeEach
    void ownDatabase() {
        Database.isolate();
        app = Sql.in(Database.app());
        user = Doing.somebody();
    }

    @AfterEach
    void rejoin() {
        Database.rejoin();
    }

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
    void aRowThatWasChangedIsFound() {
        UUID row = threeSeals();
        for (String change : List.of(
                "action = 'user.enable'",
                "actor_name = 'somebody else'",
                "at = at + interval '1 microsecond'",
                "before = null",
                "after = after || '{}'::jsonb || '{\"x\": {}}'",
                "address = 'a', agent = null",
                "customer_id = gen_random_uuid()")) {
            String before = text(row);
            tamper("update audit_log set " + change + " where id = '" + row + "'");
            AuditReport report = verify();
            assertEquals(List.of(Kind.ROW_CHANGED), kinds(report), change);
            assertEquals(row, report.findings().get(0).row());
            tamper(
                    "delete from audit_log where id = '" + row + "'",
                    "insert into audit_log select * from jsonb_populate_record(null::audit_log, '"
                            + before.replace("'", "''") + "')");
            assertTrue(verify().clean(), "put back");
        }
    }

    @Test
    void aRowThatIsGoneIsFound() {
        UUID row = threeSeals();
        tamper("delete from audit_log where id = '" + row + "'");
        AuditReport report = verify();
        assertEquals(List.of(Kind.ROW_MISSING), kinds(report));
        assertEquals(row, report.findings().get(0).row());
    }

    @Test
    void aRowThatIsGoneBeforeItWasSealedIsFound() {
        threeSeals();
        rename("waits");
        tamper("delete from audit_log a using audit_unsealed u where u.id = a.id");
        assertEquals(List.of(Kind.ROW_MISSING), kinds(verify()));
    }

    @Test
    void aRowThatWasPutInIsFound() {
        UUID row = threeSeals();
        tamper(
                """
                insert into audit_log select gen_random_uuid(), at, actor_id, actor_name, actor_kind, key_id, edge, address,
                    agent, request_id, action, entity, entity_id, customer_id, before, after from audit_log where id = '%s'"""
                        .formatted(row));
        assertEquals(List.of(Kind.ROW_UNSEALED), kinds(verify()));
    }

    @Test
    void rowsInAnotherOrderAreFound() {
        rename("A");
        rename("B");
        seal();
        tamper("update audit_seals set ids = array[ids[2], ids[1]], hashes = array[hashes[2], hashes[1]] where no = 1");
        assertEquals(List.of(Kind.SEAL_BROKEN), kinds(verify()));
    }

    @Test
    void sealsThatChangedPlacesAreFound() {
        threeSeals();
        tamper(
                "update audit_seals set no = 99 where no = 1",
                "update audit_seals set no = 1 where no = 2",
                "update audit_seals set no = 2 where no = 99");
        assertTrue(kinds(verify()).contains(Kind.SEAL_BROKEN));
    }

    @Test
    void aSealInTheMiddleThatIsGoneIsFound() {
        threeSeals();
        tamper(
                "delete from audit_log where id in (select unnest(ids) from audit_seals where no = 2)",
                "delete from audit_seals where no = 2");
        assertTrue(kinds(verify()).contains(Kind.SEAL_MISSING));
    }

    @Test
    void anEndThatWasCutOffIsFoundByTheCopies() {
        threeSeals();
        tamper(
                "delete from audit_log where id in (select unnest(ids) from audit_seals where no = 3)",
                "delete from audit_seals where no = 3");
        assertEquals(List.of(Kind.END_CUT_OFF), kinds(verify()));
        rename("and went on");
        seal();
        assertEquals(List.of(Kind.COPY_DIFFERS), kinds(verify()));
    }

    @Test
    void aChainThatWasMadeAnewIsFoundByTheCopies() {
        UUID row = threeSeals();
        tamper(
                "update audit_log set action = 'x.y' where id = '" + row + "'",
                "insert into audit_unsealed select id from audit_log",
                "truncate audit_seals");
        assertEquals(3, seal(), "the whole history under one good seal");
        assertTrue(kinds(verify()).contains(Kind.COPY_DIFFERS));
    }

    @Test
    void aGuardThatIsOffIsFound() {
        threeSeals();
        Sql owner = Sql.in(Database.owner());
        owner.update("alter table users disable trigger audit");
        assertEquals(List.of(Kind.GUARD_OFF), kinds(verify()));
        owner.update("alter table users enable trigger audit");
        owner.update("drop trigger audit_log_written_once on audit_log");
        assertEquals(List.of(Kind.GUARD_OFF), kinds(verify()));
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

    /** Answers the row under the second one. */
    private UUID threeSeals() {
        for (String name : List.of("A", "B", "C")) {
            rename(name);
            seal();
        }
        assertTrue(verify().clean());
        return app.first("select ids[1] from audit_seals where no = 2", row -> row.getObject(1, UUID.class))
                .orElseThrow();
    }

    private int seal() {
        int rows = Tx.run(c -> new Sealing(Sql.on(c)).seal());
        synchronized (this) {
            copy();
        }
        return rows;
    }

    private void copy() {
        List<Copy> copies = app.list(
                "select no, sealed_at, hash from audit_seals where no > ? order by no",
                row -> new Copy(
                        row.getLong(1),
                        row.getTimestamp(2).toInstant(),
                        HexFormat.of().formatHex(row.getBytes(3))),
                copies().last());
        copies().add(copies);
    }

    private SealCopies copies() {
        return new SealCopies(directory);
    }

    private AuditReport verify() {
        return new Verifier(app, copies(), null).verify();
    }

    private static List<Kind> kinds(AuditReport report) {
        return report.findings().stream().map(f -> f.kind()).toList();
    }

    private void rename(String name) {
        rename(user, name);
    }

    private void rename(UUID whom, String name) {
        Doing.as(
                whom,
                Users.class,
                "disable",
                () -> Tx.run(c -> Sql.on(c).update("update users set full_name = ? where id = ?", name, whom)));
    }

    private String text(UUID row) {
        return app.first("select to_jsonb(a)::text from audit_log a where id = ?", r -> r.getString(1), row)
                .orElseThrow();
    }

    /** As somebody who has the whole database in hand. */
    private static void tamper(String... statements) {
        Database.tamper(statements);
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
