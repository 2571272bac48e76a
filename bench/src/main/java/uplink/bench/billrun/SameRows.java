package uplink.bench.billrun;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import javax.sql.DataSource;

/** Proves that two databases hold the same rows, table by table: a floor that wrote less would be no floor. */
final class SameRows {
    /** What a run writes about itself, not about customers. */
    private static final List<String> OWN =
            List.of("bill_runs", "bill_run_chunks", "number_series", "number_ranges", "flyway_schema_history");

    private static final String PRINT =
            "select count(*) || ' rows, print ' || coalesce(sum(hashtextextended(t::text, 0)), 0) from %s t %s";

    private SameRows() {}

    /** Refuses with the names of the tables that differ. */
    static void prove(DataSource one, DataSource other, UUID run) throws SQLException {
        Map<String, String> ours = prints(one, run);
        Map<String, String> theirs = prints(other, run);
        List<String> different = ours.entrySet().stream()
                .filter(print -> !print.getValue().equals(theirs.get(print.getKey())))
                .map(print -> print.getKey() + " " + print.getValue() + " / " + theirs.get(print.getKey()))
                .toList();
        if (!different.isEmpty()) {
            throw new IllegalStateException("The floor wrote other rows: " + different);
        }
    }

    private static Map<String, String> prints(DataSource database, UUID run) throws SQLException {
        Map<String, String> prints = new TreeMap<>();
        try (Connection connection = database.getConnection()) {
            List<String> tables = Rows.texts(
                    connection,
                    "select relname from pg_class where relnamespace = 'public'::regnamespace"
                            + " and relkind in ('r', 'p') and not relispartition");
            for (String table : tables) {
                if (!OWN.contains(table)) {
                    prints.put(
                            table,
                            Rows.texts(connection, PRINT.formatted(table, where(table, run)))
                                    .get(0));
                }
            }
        }
        return prints;
    }

    /** Other runs' figures, those of the preview, are nobody's floor. */
    private static String where(String table, UUID run) {
        return table.startsWith("bill_run_") ? "where run_id = '" + run + "'" : "";
    }
}
