package uplink.billing.ledger.boundary;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import uplink.billing.ledger.control.LastCheck;
import uplink.shared.Sql;
import uplink.testing.Database;

class LastCheckTest {

    @BeforeAll
    static void ownDatabase() {
        Database.isolate();
    }

    @AfterAll
    static void sharedDatabase() {
        Database.rejoin();
    }

    @Test
    void theLatestCheckIsWhatTheMetricsTell() {
        Sql sql = Sql.in(Database.app());
        assertEquals(0, LastCheck.seconds(sql), "never checked");
        assertEquals(0, LastCheck.findings(sql));

        LastCheck.record(sql, Instant.parse("2026-12-01T01:00:00Z"), 3);
        LastCheck.record(sql, Instant.parse("2026-12-02T01:00:00Z"), 2);

        assertEquals(2, LastCheck.findings(sql));
        assertEquals(Instant.parse("2026-12-02T01:00:00Z").getEpochSecond(), LastCheck.seconds(sql));
    }
}
