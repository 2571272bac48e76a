package uplink.bench.fault;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import uplink.bench.Script;

/** Files of queries that answer lines of text. */
final class Queries {
    private Queries() {}

    /** All lines that the file's queries answer, from one snapshot, sorted. */
    static List<String> lines(DataSource database, String file, Map<String, ?> values) throws SQLException {
        List<String> lines = new ArrayList<>();
        try (Connection connection = database.getConnection();
                Statement sql = connection.createStatement()) {
            connection.setAutoCommit(false);
            connection.setReadOnly(true);
            connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            for (String query : Script.named(file).with(values).statements()) {
                collect(sql, query, lines);
            }
            connection.rollback();
        }
        Collections.sort(lines);
        return lines;
    }

    private static void collect(Statement sql, String query, List<String> lines) throws SQLException {
        try (ResultSet rows = sql.executeQuery(query)) {
            while (rows.next()) {
                lines.add(rows.getString(1));
            }
        }
    }

    static List<String> texts(DataSource database, String query) throws SQLException {
        List<String> lines = new ArrayList<>();
        try (Connection connection = database.getConnection();
                Statement sql = connection.createStatement()) {
            collect(sql, query, lines);
        }
        return lines;
    }

    static long number(DataSource database, String query) throws SQLException {
        return Long.parseLong(texts(database, query).get(0));
    }
}
