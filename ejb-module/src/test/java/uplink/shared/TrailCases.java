package uplink.shared;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import uplink.customer.boundary.Customers;
import uplink.testing.Database;
import uplink.testing.Tx;

/** Changes as somebody makes them, and the rows of the trail that tell of them. */
abstract class TrailCases {

    record Row(String action, String entity, String entityId, UUID customer, @Nullable String before, String after) {}

    final Sql app = Sql.in(Database.app());
    final UUID user = Doing.somebody();

    @AfterEach
    void clear() {
        Origin.clear();
    }

    interface Steps {
        void with(Sql sql);
    }

    void change(Steps steps) {
        Doing.as(
                user,
                Customers.class,
                "update",
                () -> Tx.run(c -> {
                    steps.with(Sql.on(c));
                    return true;
                }));
    }

    int rename(UUID customer, String name) {
        return Tx.run(c -> Sql.on(c).update("update customers set full_name = ? where id = ?", name, customer));
    }

    UUID register(UUID customer) {
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

    static void insert(Connection c, UUID customer) throws SQLException {
        Sql.on(c)
                .update(
                        """
                        insert into customers (id, kind, full_name, contract_number, currency, created_at, updated_at)
                        values (?, 'person', 'Ann', ?, 'RUB', now(), now())""",
                        customer,
                        customer.toString());
    }

    static UUID address(Sql sql, UUID customer) {
        UUID id = Ids.next();
        sql.update(
                "insert into addresses (id, customer_id, city, street, house) values (?, ?, 'M', 'S', '1')",
                id,
                customer);
        return id;
    }

    List<Row> rows() {
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
}
