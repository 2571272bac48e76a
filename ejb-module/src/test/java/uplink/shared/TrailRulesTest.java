package uplink.shared;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import uplink.auth.boundary.Users;
import uplink.billing.run.boundary.BillRuns;
import uplink.catalog.boundary.Taxes;
import uplink.customer.boundary.Customers;
import uplink.testing.Database;

/** What the trail must have, must not have, and who may change it: nobody. */
class TrailRulesTest extends TrailCases {

    @Test
    void noSecretGetsIntoARow() {
        String canary = "canary-7f3a";
        UUID service = Ids.next();
        change(c -> {
            c.update(
                    "update users set password_hash = ?, mfa_settings = '{\"totp\": \"canary-7f3a\"}' where id = ?",
                    canary,
                    user);
            c.update(
                    """
                    insert into users (id, email, full_name, password_hash, mfa_settings, role, created_at, updated_at)
                    values (?, ?, 'S', 'canary-7f3a', '{"pending": "canary-7f3a"}', 'service', now(), now())""",
                    service,
                    service + "@service.invalid");
            c.update(
                    """
                    insert into api_keys (id, user_id, name, key_hash, hint, created_at, expires_at)
                    values (?, ?, 'k', convert_to('canary-7f3a' || ?, 'UTF8'), 'h', now(), now())""",
                    Ids.next(),
                    service,
                    service.toString());
            c.update(
                    """
                    insert into signing_keys (kid, public_jwk, private_encrypted, created_at, signs_from)
                    values (?, '{}', convert_to('canary-7f3a', 'UTF8'), now(), now())""",
                    service.toString());
            c.update("delete from signing_keys where kid = ?", service.toString());
            c.update(
                    """
                    insert into imports (id, kind, file_name, sha256, content, mode, dry_run, status, created_at)
                    values (?, 'customers', 'f', 'canary-7f3a', 'canary-7f3a', 'good-rows', false, 'failed', now())""",
                    Ids.next());
            c.update("delete from users where id = ?", Ids.next());
        });
        Row row = rows().get(0);
        assertTrue(row.after().contains("\"password_hash\": {\"hidden\": \"after\"}"), row.after());
        for (String form : List.of(canary, hex(canary))) {
            assertEquals(
                    0,
                    app.number("select count(*) from audit_log a where a::text ilike ?", "%" + form + "%"),
                    "a secret is in the trail: " + form);
        }
    }

    @Test
    void aStepOfTheAuthenticatorIsNoChangeOfTheUser() {
        app.update("update users set mfa_settings = '{\"totp\": \"x\"}' where id = ?", user);
        change(c ->
                c.update("update users set mfa_settings = jsonb_set(mfa_settings, '{step}', '5') where id = ?", user));
        assertEquals(0, rows().size());
    }

    @Test
    void everyTableIsInOneOfTheTwoLists() {
        assertEquals(
                List.of(),
                app.list(
                        """
                        select c.relname from pg_class c
                        where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and not c.relispartition
                            and (select count(*) from (select table_name from audited_tables
                                union all select table_name from unaudited_tables) t where t.table_name = c.relname) <> 1
                        order by 1""",
                        row -> row.getString(1)),
                "a new table is audited (V007, audited_tables) or named with a reason (unaudited_tables)");
    }

    @Test
    void everyAuditedTableHasItsTrigger() {
        assertEquals(
                List.of(),
                app.list(
                        """
                        select table_name from audited_tables a where not exists (select 1 from pg_trigger t
                            where t.tgrelid = a.table_name::regclass and t.tgname = 'audit' and t.tgenabled = 'O')""",
                        row -> row.getString(1)));
    }

    /** By their names: a new one has to be hidden, or its table named as unaudited. */
    @Test
    void columnsThatSoundLikeSecretsAreHidden() {
        assertEquals(
                List.of("signing_keys.public_jwk"),
                app.list(
                        """
                        select a.table_name || '.' || c.column_name from audited_tables a
                        join information_schema.columns c on c.table_schema = 'public' and c.table_name = a.table_name
                        where c.column_name ~ '(hash|secret|password|token|seed|totp|mfa|encrypted|private|jwk|content)'
                            and c.column_name <> all (a.hidden || a.omitted)
                        order by 1""",
                        row -> row.getString(1)));
    }

    @Test
    void nobodyChangesATrailThatIsWritten() {
        register(Ids.next());
        for (String attempt : List.of(
                "update audit_log set action = 'x.y'",
                "delete from audit_log",
                "truncate audit_log",
                "delete from audit_log_rest",
                "insert into audit_log select * from audit_log",
                "update audit_seals set no = 2",
                "delete from audit_seals",
                "update audited_tables set hidden = '{}'")) {
            assertEquals(
                    "42501",
                    assertThrows(DatabaseException.class, () -> app.update(attempt), attempt)
                            .sqlState(),
                    attempt);
        }
        Sql owner = Sql.in(Database.owner());
        for (String attempt :
                List.of("update audit_log set action = 'x.y'", "delete from audit_log", "truncate audit_log")) {
            assertTrue(assertThrows(DatabaseException.class, () -> owner.update(attempt))
                    .isBrokenConstraint());
        }
        List<String> partitions = owner.list(
                "select inhrelid::regclass::text from pg_inherits where inhparent = 'audit_log'::regclass",
                row -> row.getString(1));
        partitions.forEach(part -> assertThrows(DatabaseException.class, () -> owner.update("truncate " + part), part));
    }

    @Test
    void wordsOfActions() {
        assertEquals("customer.update", Deed.word(Customers.class.getSimpleName(), "update"));
        assertEquals("bill-run.start-for", Deed.word(BillRuns.class.getSimpleName(), "startFor"));
        assertEquals("tax.add-rate", Deed.word(Taxes.class.getSimpleName(), "addRate"));
        assertEquals("user.reset-second-factor", Deed.word(Users.class.getSimpleName(), "resetSecondFactor"));
        assertEquals("key-rotation.rotate", Deed.word("KeyRotation", "rotate"));
    }

    @Test
    void changesAreToldFromReads() {
        for (String read :
                List.of("select 1", "  SELECT x from y for update", "with a as (select 1) select * from a")) {
            assertFalse(Trail.isChange(read), read);
        }
        for (String change : List.of(
                "insert into x",
                "\n update x",
                "with a as (delete from x returning *) select * from a",
                "truncate x",
                "merge into x",
                "call x()")) {
            assertTrue(Trail.isChange(change), change);
        }
    }

    private static String hex(String text) {
        return java.util.HexFormat.of().formatHex(text.getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }
}
