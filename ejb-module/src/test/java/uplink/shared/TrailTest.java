package uplink.shared;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import uplink.customer.boundary.Customers;
import uplink.testing.Tx;

/** A transaction is one row that tells what is different in the end, and who made it so. */
class TrailTest extends TrailCases {

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
}
