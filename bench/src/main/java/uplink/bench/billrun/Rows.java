package uplink.bench.billrun;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** Small helpers over JDBC: here the SQL is the point, not the rows. */
final class Rows {
    private Rows() {}

    static List<String> texts(Connection connection, String sql, Object... parameters) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < parameters.length; i++) {
                statement.setObject(i + 1, parameters[i]);
            }
            try (ResultSet rows = statement.executeQuery()) {
                List<String> found = new ArrayList<>();
                while (rows.next()) {
                    found.add(rows.getString(1));
                }
                return found;
            }
        }
    }

    static long number(Connection connection, String sql, Object... parameters) throws SQLException {
        return Long.parseLong(texts(connection, sql, parameters).get(0));
    }

    static void execute(Connection connection, String... statements) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    /** The columns of a table, ready for a column list. */
    static List<String> columns(Connection connection, String table) throws SQLException {
        return texts(
                connection,
                "select quote_ident(attname) from pg_attribute where attrelid = ?::regclass"
                        + " and attnum > 0 and not attisdropped order by attnum",
                table);
    }
}
