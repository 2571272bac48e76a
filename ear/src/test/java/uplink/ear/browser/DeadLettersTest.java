package uplink.ear.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import uplink.ear.LiveUplink;

/** An event that its consumer gave up on is found, read and replayed; what cannot be replayed says why. */
class DeadLettersTest {

    private static final String EVENT =
            """
            {"specversion":"1.0","id":"%s","source":"/customer","type":"customer.registered","subject":"%s",\
            "time":"2026-11-20T10:00:00Z","datacontenttype":"application/json","data":{"customerId":"%s"}}""";

    @ParameterizedTest
    @CsvSource({"ru,LIGHT", "en,DARK"})
    void aDeadLetterIsReadAndReplayed(String language, ColorScheme colors) throws SQLException {
        UUID event = UUID.randomUUID();
        park("analytics", event, "customer.registered", EVENT.formatted(event, event, event));
        park("gone-" + language, UUID.randomUUID(), "unreadable", "not JSON at all");
        try (Console console = new Console(language, colors, 1440)) {
            Page page =
                    console.signIn("admin@demo.uplink").open("/dead-letters").page();
            console.look("dead-letters");
            page.locator("[id='list:type']").fill("customer.reg");
            assertThat(page.locator("[id='list:rows'] tbody tr")).hasCount(1);
            page.locator("[id='list:rows'] tbody a").click();
            page.waitForURL(Pattern.compile(".*/dead-letter\\?id=.*"));
            assertThat(page.locator("#body")).containsText(event.toString());
            console.look("dead-letter");
            replay(page);
            assertThat(page.locator("h1 .badge.good")).isVisible();
            assertThat(page.locator("[id='actions:replay']")).isHidden();

            console.open("/dead-letters");
            page.locator("[id='list:consumer']").selectOption("gone-" + language);
            assertThat(page.locator("[id='list:rows'] tbody tr")).hasCount(1);
            page.locator("[id='list:rows'] tbody a").click();
            page.waitForURL(Pattern.compile(".*/dead-letter\\?id=.*"));
            replay(page);
            assertThat(page.locator(".ui-growl-item").first()).isVisible();
            assertThat(page.locator("h1 .badge.warn")).isVisible();
            console.look("dead-letter-refused");
            page.locator(".crumbs a").last().click();
            page.locator("[id='list:type']").fill("no.such.event");
            assertThat(page.locator(".empty")).isVisible();
            console.look("dead-letters-empty");
            assertEquals(List.of(), console.complaints());
        }
    }

    private static void replay(Page page) {
        page.locator("[id='actions:replay']").click();
        page.locator(".ui-confirmdialog-yes").click();
    }

    /** As a consumer parks it: there is no way to make one of ours fail from outside. */
    private static void park(String consumer, UUID event, String type, String body) throws SQLException {
        try (Connection database = LiveUplink.shared().database();
                PreparedStatement insert = database.prepareStatement(
                        """
                        insert into dead_letters (id, consumer, event_id, type, body, reason, parked_at)
                        values (gen_random_uuid(), ?, ?, ?, ?, 'java.lang.IllegalStateException: not yet', now())""")) {
            insert.setString(1, consumer);
            insert.setObject(2, event);
            insert.setString(3, type);
            insert.setString(4, body);
            insert.executeUpdate();
        }
    }
}
