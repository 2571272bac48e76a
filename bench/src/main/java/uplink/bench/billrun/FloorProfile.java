package uplink.bench.billrun;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.sql.DataSource;

/** Where the floor's time goes: its first chunk under EXPLAIN ANALYZE, which tells the foreign keys' checks apart. */
final class FloorProfile {
    private static final Pattern TRIGGER =
            Pattern.compile("Trigger for constraint (\\S+)(?: on \\S+)?: time=([\\d.]+) calls=(\\d+)");
    private static final Pattern TOTAL = Pattern.compile("Execution Time: ([\\d.]+) ms");

    private FloorProfile() {}

    /** A Markdown table; what it writes is rolled back. */
    static String of(DataSource database, Floor floor) throws SQLException {
        StringBuilder page =
                new StringBuilder("\n| statement of the floor's first chunk | ms | of it foreign keys | checks |\n"
                        + "|---|---|---|---|\n");
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            for (String statement : floor.statements()) {
                List<String> plan = Rows.texts(connection, "explain (analyze, buffers off) " + statement + "0");
                page.append(row(statement, plan));
            }
            connection.rollback();
        }
        return page.toString();
    }

    private static String row(String statement, List<String> plan) {
        Map<String, Double> checks = new TreeMap<>();
        String total = "";
        for (String line : plan) {
            Matcher trigger = TRIGGER.matcher(line);
            if (trigger.find()) {
                checks.merge(trigger.group(1), Double.valueOf(trigger.group(2)), Double::sum);
            }
            Matcher end = TOTAL.matcher(line);
            if (end.find()) {
                total = end.group(1);
            }
        }
        List<String> words = new ArrayList<>();
        checks.forEach((name, millis) -> words.add(name + " " + Math.round(millis)));
        double sum = checks.values().stream().mapToDouble(Double::doubleValue).sum();
        String what = statement.replaceAll("^(insert into|update) (\\w+).*$", "$1 $2");
        return "| " + what + " | " + total + " | " + Math.round(sum) + " | " + String.join(", ", words) + " |\n";
    }
}
