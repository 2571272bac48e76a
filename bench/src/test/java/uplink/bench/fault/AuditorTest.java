package uplink.bench.fault;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import uplink.bench.Cluster;
import uplink.bench.Provider;

/** An auditor that finds nothing proves nothing until it has found what was broken on purpose. */
class AuditorTest {
    private static final Map<String, String> NO_RUN = Map.of("runs", "null");

    private static Cluster cluster;

    @BeforeAll
    static void start() throws SQLException {
        cluster = Cluster.start(Path.of("target/auditor"));
        cluster.createWithSchema("sound");
        LocalDate month = LocalDate.now(ZoneOffset.UTC).withDayOfMonth(1);
        new Provider(50, 1, month).create(cluster.superuser("sound"));
    }

    @AfterAll
    static void stop() {
        cluster.close();
    }

    @Test
    void aSoundBaseHasNoFindings() throws SQLException {
        assertEquals(List.of(), Queries.lines(cluster.owner("sound"), "invariants.sql", NO_RUN));
    }

    @Test
    void aBalanceWithoutTransfersIsFound() throws SQLException {
        cluster.copy("sound", "broken");
        change("broken", "update customers set balance = balance - 1 where contract_number = 'B-000000007'");
        assertEquals(
                List.of("balance of B-000000007 is -1.00, its transfers say 0"),
                Queries.lines(cluster.owner("broken"), "invariants.sql", NO_RUN));
    }

    @Test
    void theCanonTellsEveryBalanceAndNoId() throws SQLException {
        List<String> canon = Queries.lines(cluster.owner("sound"), "canon.sql", Map.of());
        assertTrue(canon.contains("balance B-000000007 0.00"), canon.toString());
        assertFalse(canon.stream().anyMatch(line -> line.startsWith("invoice ")));
    }

    private static void change(String database, String sql) throws SQLException {
        try (Connection connection = cluster.superuser(database).getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
