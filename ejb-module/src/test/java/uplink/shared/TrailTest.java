package uplink.shared;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import uplink.auth.boundary.Users;
import uplink.billing.run.boundary.BillRuns;
import uplink.catalog.boundary.Taxes;
import uplink.customer.boundary.Customers;
import uplink.testing.Database;
import uplink.testing.Tx;

class TrailTest {

    private record Row(
            String action, String entity, String entityId, UUID customer, @Nullable String before, String after) {}

    private final Sql app = Sql.in(Database.app());
    private final UUID user = Doing.somebody();

    @AfterEach
    void clear() {
        Origin.clear();
    }

    @Test
    void allChangesOfATransactionAreOneRow() {
        UUID customer = Ids.next();
        register(customer);
        assertEquals(1, rows().size());
        Row row = rows().get(0);
        assertEquals("customer.register", row.action());
        assertEquals("customer", row.entity());
        assertEquals(customer.toString(), row.entityId());
        assertEquals(customer, row.customer());
        assertTrue(row.after().contains("\"address/"), row.after());
        assertTrue(row.after().contains("\"full_name\": \"Anna\""), row.after());
        assertEquals(null, row.before());
    }

    @Test
    void aChangeTellsOnlyWhatIsDifferentInTheEnd() {
        UUID customer = register(Ids.next());
        change(c -> {
            c.update("update customers set full_name = 'B', version = version + 1 where id = ?", customer);
            c.update("update customers set full_name = 'C', email = 'c@example.org' where id = ?", customer);
            c.update("update customers set locale = 'en' where id = ?", customer);
            c.update("update customers set locale = 'ru' where id = ?", customer);
        });
        Row row = rows().get(1);
        assertEquals("{\"customer/" + customer + "\": {\"email\": null, \"full_name\": \"Anna\"}}", row.before());
        assertEquals(
                "{\"customer/" + customer + "\": {\"email\": \"c@example.org\", \"full_name\": \"C\"}}", row.after());
    }

    @Test
    void whatCameToNothingLeavesNoRow() {
        UUID customer = register(Ids.next());
        change(c -> c.update("update customers set version = version + 1, updated_at = now() where id = ?", customer));
        change(c -> {
            c.update("update customers set full_name = 'B' where id = ?", customer);
            c.update("update customers set full_name = 'Anna' where id = ?", customer);
        });
        change(c -> {
            UUID address = address(c, customer);
            c.update("delete from addresses where id = ?", address);
        });
        change(c -> c.number("select 1 from customers where id = ? for update", customer));
        assertEquals(1, rows().size());
    }

    @Test
    void whatIsRolledBackLeavesNoRow() {
        UUID customer = register(Ids.next());
        assertThrows(
                IllegalStateException.class,
                () -> change(c -> {
                    c.update("update customers set full_name = 'B' where id = ?", customer);
                    throw new IllegalStateException("no");
                }));
        Doing.as(
                user,
                Customers.class,
                "update",
                () -> Tx.run(connection -> {
                    Sql.on(connection).update("update customers set email = 'kept@example.org' where id = ?", customer);
                    var savepoint = connection.setSavepoint();
                    Sql.on(connection).update("update customers set full_name = 'B' where id = ?", customer);
                    connection.rollback(savepoint);
                    return true;
                }));
        assertEquals(2, rows().size());
        assertFalse(rows().get(1).after().contains("full_name"), rows().get(1).after());
        assertEquals(0, app.number("select count(*) from audit_open"));
    }

    @Test
    void aStatementWithoutATransactionIsRecordedWithIt() {
        UUID customer = register(Ids.next());
        Doing.as(
                user,
                Customers.class,
                "update",
                () -> app.update("update customers set full_name = 'B' where id = ?", customer));
        assertEquals(2, rows().size());
        assertThrows(
                DatabaseException.class,
                () -> Doing.as(
                        user,
                        Customers.class,
                        "update",
                        () -> app.update("update customers set kind = 'nobody' where id = ?", customer)));
        assertEquals(2, rows().size());
    }

    /** As the keys that sign tokens are changed: under a lock, with a commit of its own. */
    @Test
    void workThatCommitsByItselfIsOneRow() {
        UUID customer = register(Ids.next());
        Doing.as(
                user,
                Customers.class,
                "update",
                () -> app.with(connection -> {
                    connection.setAutoCommit(false);
                    Sql.on(connection).update("update customers set full_name = 'B' where id = ?", customer);
                    Sql.on(connection).update("update customers set locale = 'en' where id = ?", customer);
                    connection.commit();
                    connection.setAutoCommit(true);
                    return true;
                }));
        assertEquals(2, rows().size());
        assertTrue(rows().get(1).after().contains("locale"), rows().get(1).after());
    }

    @Test
    void theSystemsOwnWorkIsNotRecorded() {
        UUID customer = register(Ids.next());
        long before = app.number("select count(*) from audit_log");
        Doing.as(Caller.system("test"), Customers.class, "update", () -> rename(customer, "B"));
        app.update("update customers set full_name = 'C' where id = ?", customer);
        Doing.as(user, Customers.class, "update", () -> Callers.as(Caller.system("x"), () -> rename(customer, "D")));
        assertEquals(before, app.number("select count(*) from audit_log"));
    }

    @Test
    void readingTellsTheDatabaseNothing() {
        String said = Doing.as(
                user,
                Customers.class,
                "get",
                () -> Tx.run(c -> {
                    Sql.on(c).number("select count(*) from customers");
                    Sql.on(c).number("with x as (select 1) select count(*) from x");
                    return Sql.on(c)
                            .first(
                                    "select coalesce(current_setting('uplink.actor', true), '')",
                                    row -> row.getString(1))
                            .orElseThrow();
                }));
        assertEquals("", said);
    }

    @Test
    void whoAndFromWhereIsKept() {
        UUID key = Ids.next();
        Origin.set(new Origin("console", "2001:db8::7", "Browser", "request-1", key));
        UUID customer = register(Ids.next());
        Map<String, Object> row = Json.readMap(app.first(
                        "select to_jsonb(a)::text from audit_log a where customer_id = ?",
                        r -> r.getString(1),
                        customer)
                .orElseThrow());
        assertEquals("staff", row.get("actor_kind"));
        assertEquals(user + "@example.org", row.get("actor_name"));
        assertEquals("console", row.get("edge"));
        assertEquals("2001:db8::7", row.get("address"));
        assertEquals("Browser", row.get("agent"));
        assertEquals("request-1", row.get("request_id"));
        assertEquals(null, row.get("key_id"), "only service accounts have one");
        app.update("update users set role = 'service', full_name = 'Bank' where id = ?", user);
        Doing.as(user, Customers.class, "update", () -> rename(customer, "B"));
        assertEquals(
                "service Bank " + key,
                app.first(
                                "select concat_ws(' ', actor_kind, actor_name, key_id) from audit_log where customer_id = ? order by id desc",
                                r -> r.getString(1),
                                customer)
                        .orElseThrow());
    }

    @Test
    void itCanTurnOutOnTheWayWhoIsAsking() {
        UUID customer = register(Ids.next());
        Doing.as(
                Caller.ANONYMOUS,
                Customers.class,
                "update",
                () -> Tx.run(c -> {
                    Sql.on(c).update("update customers set full_name = 'B' where id = ?", customer);
                    Trail.actingAs(user, "account.reset-password");
                    Sql.on(c).update("update customers set full_name = 'C' where id = ?", customer);
                    return true;
                }));
        assertEquals("account.reset-password", rows().get(1).action());
        Doing.as(Caller.ANONYMOUS, Customers.class, "update", () -> rename(customer, "D"));
        assertEquals(
                1,
                app.number(
                        "select count(*) from audit_log where customer_id = ? and actor_kind = 'anonymous' and actor_id is null",
                        customer));
    }

    @Test
    void manyAtOnceHaveARowEach() throws Exception {
        UUID customer = register(Ids.next());
        CountDownLatch ready = new CountDownLatch(8);
        List<Thread> threads = IntStream.range(0, 8)
                .mapToObj(n -> new Thread(() -> {
                    ready.countDown();
                    for (int i = 0; i < 10; i++) {
                        String name = "T" + n + "." + i;
                        Doing.as(user, Customers.class, "update", () -> rename(customer, name));
                    }
                }))
                .toList();
        threads.forEach(Thread::start);
        for (Thread thread : threads) {
            thread.join();
        }
        List<Row> rows = rows();
        assertEquals(81, rows.size());
        assertEquals(81, rows.stream().map(Row::after).distinct().count());
    }

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

    private interface Steps {
        void with(Sql sql);
    }

    private void change(Steps steps) {
        Doing.as(
                user,
                Customers.class,
                "update",
                () -> Tx.run(c -> {
                    steps.with(Sql.on(c));
                    return true;
                }));
    }

    private int rename(UUID customer, String name) {
        return Tx.run(c -> Sql.on(c).update("update customers set full_name = ? where id = ?", name, customer));
    }

    private UUID register(UUID customer) {
        return Doing.as(
                user,
                Customers.class,
                "register",
                () -> Tx.run(c -> {
                    insert(c, customer);
                    address(Sql.on(c), customer);
                    Sql.on(c).update("update customers set full_name = 'Anna', version = 1 where id = ?", customer);
                    return customer;
                }));
    }

    private static void insert(Connection c, UUID customer) throws SQLException {
        Sql.on(c)
                .update(
                        """
                        insert into customers (id, kind, full_name, contract_number, currency, created_at, updated_at)
                        values (?, 'person', 'Ann', ?, 'RUB', now(), now())""",
                        customer,
                        customer.toString());
    }

    private static UUID address(Sql sql, UUID customer) {
        UUID id = Ids.next();
        sql.update(
                "insert into addresses (id, customer_id, city, street, house) values (?, ?, 'M', 'S', '1')",
                id,
                customer);
        return id;
    }

    private List<Row> rows() {
        return app.list(
                """
                select action, entity, entity_id, customer_id, before::text, after::text from audit_log
                where actor_id = ? order by id""",
                row -> new Row(
                        row.getString(1),
                        row.getString(2),
                        row.getString(3),
                        row.getObject(4, UUID.class),
                        row.getString(5),
                        row.getString(6)),
                user);
    }

    private static String hex(String text) {
        return java.util.HexFormat.of().formatHex(text.getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }
}
