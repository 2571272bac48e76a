package uplink.shared;

import java.util.ArrayList;
import java.util.List;

/** How many rows a list has, where a big number is read at a glance only. */
public final class Counts {

    /** Above this many it is an estimate: nobody reads the difference, and counting would read the table. */
    public static final long EXACT = 10_000;

    private Counts() {}

    /** @param matching a query with a row for each that counts */
    public static long of(Sql sql, String matching, List<Object> parameters) {
        List<Object> limited = new ArrayList<>(parameters);
        limited.add(EXACT + 1);
        long counted = sql.number("select count(*) from (" + matching + " limit ?) found", limited.toArray());
        return counted <= EXACT ? counted : Math.max(counted, estimate(sql, matching, parameters));
    }

    private static long estimate(Sql sql, String matching, List<Object> parameters) {
        String plan = sql.first("explain (format json) " + matching, row -> row.getString(1), parameters.toArray())
                .orElse("[]");
        int at = plan.indexOf("\"Plan Rows\":");
        return at < 0
                ? 0
                : Json.read(plan.substring(at + 12, plan.indexOf(',', at)).strip(), Long.class);
    }
}
