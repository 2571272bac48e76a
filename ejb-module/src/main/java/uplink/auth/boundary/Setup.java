package uplink.auth.boundary;

import jakarta.annotation.Resource;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.UUID;
import javax.sql.DataSource;
import uplink.auth.control.Digests;
import uplink.auth.control.NewUser;
import uplink.shared.Allowed;
import uplink.shared.BusinessException;
import uplink.shared.Permission;
import uplink.shared.ProblemType;
import uplink.shared.Settings;
import uplink.shared.Sql;
import uplink.shared.Text;

/**
 * The first administrator of a new installation, by the one-time link that the launcher prints. The token is good only
 * while there is no administrator, so using it uses it up.
 */
@Stateless
@Allowed(Permission.ANYONE)
public class Setup {

    /** Any number, the same on every node: two people with the link end with one administrator. */
    private static final long LOCK = 0x7365747570L;

    @Resource(lookup = "jdbc/uplink")
    private DataSource database;

    @Inject
    private NewUser newUser;

    private final String expected = Settings.text("UPLINK_FIRST_ADMIN_TOKEN", "");

    /** Whether the installation still waits for its first administrator. */
    public boolean isOpen() {
        return !expected.isEmpty() && !hasAdministrator();
    }

    /**
     * Makes the first administrator and answers its id. Refusals: {@code forbidden} for a wrong token or when there is an
     * administrator already, {@code validation}.
     */
    public UUID createFirstAdministrator(String token, String email, String fullName, String password) {
        Sql.in(database).first("select pg_advisory_xact_lock(?)::text", row -> true, LOCK);
        if (expected.isEmpty() || !Digests.isSame(expected, token) || hasAdministrator()) {
            throw new BusinessException(ProblemType.FORBIDDEN, Text.of("auth.setup.closed"));
        }
        return newUser.create(email, fullName, "admin", "ru", password).id();
    }

    private boolean hasAdministrator() {
        return Sql.in(database).number("select count(*) from users where role = 'admin'") > 0;
    }
}
