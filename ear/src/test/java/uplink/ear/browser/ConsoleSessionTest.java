package uplink.ear.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Cookie;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import uplink.ear.LiveUplink;
import uplink.ear.Waiting;

/** A session of the console is a row like any other: it has a new id after the sign-in, and ends when it is revoked. */
class ConsoleSessionTest {

    private static final String EMAIL = "accountant@demo.uplink";

    private final LiveUplink uplink = LiveUplink.shared();

    @Test
    void aPlantedSessionIsWorthNothing() {
        try (Console console = new Console("en", ColorScheme.LIGHT, 1440)) {
            String planted = session(console.open("/sign-in").page());
            console.signInAnew(EMAIL);
            assertNotEquals(planted, session(console.page()));
        }
    }

    @Test
    void aRevokedSessionIsOutWithinFiveSeconds() throws SQLException {
        try (Console console = new Console("en", ColorScheme.LIGHT, 1440)) {
            Page page = console.signInAnew(EMAIL).page();
            page.navigate(uplink.url() + "/admin/customers");
            assertTrue(page.url().endsWith("/customers"));
            assertTrue(revoke() >= 1);
            Waiting.until("the console is closed", Duration.ofSeconds(5), () -> {
                page.navigate(uplink.url() + "/admin/customers");
                return page.url().contains("/sign-in");
            });
        }
    }

    private int revoke() throws SQLException {
        try (var connection = uplink.database();
                PreparedStatement revoke = connection.prepareStatement(
                        """
                        update sessions set revoked_at = now() where kind = 'console' and revoked_at is null
                        and user_id = (select id from users where email = ?)""")) {
            revoke.setString(1, EMAIL);
            return revoke.executeUpdate();
        }
    }

    private static String session(Page page) {
        Cookie session = page.context().cookies().stream()
                .filter(cookie -> cookie.name.equals("uplink-console"))
                .findFirst()
                .orElseThrow();
        assertEquals("/admin", session.path);
        assertTrue(session.httpOnly);
        return session.value;
    }
}
