package uplink.audit.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import uplink.audit.boundary.AuditFinding.Kind;
import uplink.audit.boundary.AuditReport;
import uplink.shared.Sql;
import uplink.testing.Database;

/** Whoever has the whole database in hand and changes the trail is found. */
class TamperedTrailTest extends SealingCases {

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

    private String text(UUID row) {
        return app.first("select to_jsonb(a)::text from audit_log a where id = ?", r -> r.getString(1), row)
                .orElseThrow();
    }
}
