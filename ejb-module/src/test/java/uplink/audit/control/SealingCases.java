package uplink.audit.control;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import uplink.audit.boundary.AuditFinding.Kind;
import uplink.audit.boundary.AuditReport;
import uplink.audit.control.SealCopies.Copy;
import uplink.auth.boundary.Users;
import uplink.shared.Doing;
import uplink.shared.Sql;
import uplink.testing.Database;
import uplink.testing.Tx;

/** A trail of its own, sealed, copied and followed. */
abstract class SealingCases {

    @TempDir
    Path directory;

    Sql app;
    UUID user;

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

    /** Answers the row under the second one. */
    UUID threeSeals() {
        for (String name : List.of("A", "B", "C")) {
            rename(name);
            seal();
        }
        assertTrue(verify().clean());
        return app.first("select ids[1] from audit_seals where no = 2", row -> row.getObject(1, UUID.class))
                .orElseThrow();
    }

    int seal() {
        int rows = Tx.run(c -> new Sealing(Sql.on(c)).seal());
        synchronized (this) {
            copy();
        }
        return rows;
    }

    void copy() {
        List<Copy> copies = app.list(
                "select no, sealed_at, hash from audit_seals where no > ? order by no",
                row -> new Copy(
                        row.getLong(1),
                        row.getTimestamp(2).toInstant(),
                        HexFormat.of().formatHex(row.getBytes(3))),
                copies().last());
        copies().add(copies);
    }

    SealCopies copies() {
        return new SealCopies(directory);
    }

    AuditReport verify() {
        return new Verifier(app, copies(), null).verify();
    }

    static List<Kind> kinds(AuditReport report) {
        return report.findings().stream().map(f -> f.kind()).toList();
    }

    void rename(String name) {
        rename(user, name);
    }

    void rename(UUID whom, String name) {
        Doing.as(
                whom,
                Users.class,
                "disable",
                () -> Tx.run(c -> Sql.on(c).update("update users set full_name = ? where id = ?", name, whom)));
    }

    /** As somebody who has the whole database in hand. */
    static void tamper(String... statements) {
        Database.tamper(statements);
    }
}
