package uplink.bench;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.Map;
import javax.sql.DataSource;

/**
 * An internet provider's base, generated: four customers in five have one subscription, the fifth has two.
 *
 * @param size subscriptions
 * @param seed same seed, same data
 * @param month first day of the month that the first run bills
 */
public record Provider(int size, long seed, LocalDate month) {

    /** Customers, and so invoices of a plain month. */
    public int customers() {
        return size - size / 5;
    }

    /** Fills an empty schema and brings the planner's statistics up to date. */
    public void create(DataSource database) throws SQLException {
        Script.named("provider.sql").with(values(month)).run(database);
        settle(database);
    }

    /** Changes, pauses and fees of a month that was billed in advance. */
    public void live(DataSource database, LocalDate passing) throws SQLException {
        Script.named("month-passes.sql").with(values(passing)).run(database);
        settle(database);
    }

    private Map<String, Object> values(LocalDate of) {
        return Map.of("size", size, "customers", customers(), "seed", seed, "month", of);
    }

    /** What autovacuum does by itself, given time. */
    public static void settle(DataSource database) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement sql = connection.createStatement()) {
            sql.execute("vacuum analyze");
        }
    }
}
