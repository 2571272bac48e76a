package uplink.shared;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import uplink.testing.Database;

class CountsTest {

    private final Sql app = Sql.in(Database.app());

    @ParameterizedTest
    @ValueSource(ints = {0, 3, 10_000})
    void upToALimitEveryRowCounts(int rows) {
        assertEquals(rows, count(rows));
    }

    @ParameterizedTest
    @ValueSource(ints = {10_001, 5_000_000})
    void aboveItThePlannerIsAsked(int rows) {
        assertEquals(rows, count(rows), "the planner knows how long a series is");
    }

    private long count(int rows) {
        return Counts.of(app, "select 1 from generate_series(1, ?) x", List.of(rows));
    }
}
