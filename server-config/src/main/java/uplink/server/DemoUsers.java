package uplink.server;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Whom the demo provider lets in, as the application made them. */
final class DemoUsers {
    private static final String SQL =
            """
            select role, email from users where email like '%@demo.uplink' and is_active
             order by role = 'customer', role, length(email), email
            """;

    private DemoUsers() {}

    /** Their addresses by role, staff first. */
    static Map<String, List<String>> of(DatabaseAccess database) {
        Map<String, List<String>> users = new LinkedHashMap<>();
        try (Connection connection =
                        DriverManager.getConnection(database.url(), database.owner(), database.ownerPassword());
                Statement sql = connection.createStatement();
                ResultSet rows = sql.executeQuery(SQL)) {
            while (rows.next()) {
                users.computeIfAbsent(rows.getString(1), role -> new ArrayList<>())
                        .add(rows.getString(2));
            }
            return users;
        } catch (SQLException e) {
            throw new StartFailure("The database does not answer: " + e.getMessage(), e);
        }
    }
}
