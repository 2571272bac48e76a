package uplink.ear;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;

/** Users made for one test, with the demo's password, so that what is done to them hurts no other test. */
public final class People {
    private People() {}

    /** A user without a second factor; staff may then only enrol one. Answers the e-mail. */
    public static String make(LiveUplink uplink, String role) {
        String email = role + "-" + UUID.randomUUID() + "@example.org";
        try (var connection = uplink.database();
                PreparedStatement insert = connection.prepareStatement(
                        """
                        insert into users (id, email, full_name, password_hash, role, created_at, updated_at)
                        select gen_random_uuid(), ?, 'Проба', password_hash, ?, now(), now()
                        from users where email = 'customer1@demo.uplink'""")) {
            insert.setString(1, email);
            insert.setString(2, role);
            insert.executeUpdate();
            return email;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** As if the second factor had been passed in all sessions of that user. */
    public static void passSecondFactor(LiveUplink uplink, String email) {
        update(
                uplink,
                "update sessions set second_factor_at = now() where user_id = (select id from users where email = ?)",
                email);
    }

    public static void update(LiveUplink uplink, String sql, Object... values) {
        try (var connection = uplink.database();
                PreparedStatement update = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                update.setObject(i + 1, values[i]);
            }
            update.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    public static String value(LiveUplink uplink, String sql, Object... values) {
        try (var connection = uplink.database();
                PreparedStatement select = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                select.setObject(i + 1, values[i]);
            }
            try (ResultSet rows = select.executeQuery()) {
                rows.next();
                return rows.getString(1);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
