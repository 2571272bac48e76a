package uplink.server;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** Whether the installation still waits for its first administrator. */
final class FirstAdministrator {
    private static final String UNDEFINED_TABLE = "42P01";

    private FirstAdministrator() {}

    static boolean isMissing(DatabaseAccess database) {
        try (Connection connection =
                        DriverManager.getConnection(database.url(), database.owner(), database.ownerPassword());
                Statement sql = connection.createStatement();
                ResultSet rows = sql.executeQuery("select exists (select from users where role = 'admin')")) {
            return rows.next() && !rows.getBoolean(1);
        } catch (SQLException e) {
            if (UNDEFINED_TABLE.equals(e.getSQLState())) {
                return false;
            }
            throw new StartFailure("The database does not answer: " + e.getMessage(), e);
        }
    }
}
