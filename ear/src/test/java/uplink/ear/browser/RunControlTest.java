package uplink.ear.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.ColorScheme;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import uplink.ear.LiveUplink;

/** A run that is stopped and goes on, and a customer who gets out of quarantine: by an operator's clicks. */
class RunControlTest {

    private static final LocatorAssertions.IsVisibleOptions PATIENTLY =
            new LocatorAssertions.IsVisibleOptions().setTimeout(120_000);

    private final LiveUplink uplink = LiveUplink.shared();

    /** Without a broker the chunks wait in the database, so there is time to stop. */
    @Test
    void aRunIsStoppedAndGoesOn() {
        try (Console console = new Console("ru", ColorScheme.DARK, 1440)) {
            Page page =
                    console.signIn("accountant@demo.uplink").open("/bill-runs").page();
            uplink.hold("broker", true);
            uplink.kill("broker");
            try {
                page.locator("#open").click();
                page.locator("[id='preview:go']").click();
                page.waitForURL(Pattern.compile(".*/bill-run\\?id=.*"));
                assertThat(page.locator("[role=progressbar]")).isVisible();
                console.look("run-under-way");
                page.locator("[id='actions:stop']").click();
                page.locator(".ui-confirmdialog-yes").click();
                assertThat(page.locator("[id='actions:resume']")).isVisible(PATIENTLY);
                console.look("run-stopped");
            } finally {
                uplink.hold("broker", false);
            }
            page.locator("[id='actions:resume']").click();
            assertThat(page.locator("h1 .badge.good")).isVisible(PATIENTLY);
            console.look("run-resumed");
            assertEquals(List.of(), console.complaints());
        }
    }

    @Test
    void aQuarantinedCustomerIsBilledAfterAll() throws SQLException {
        quarantine("2000005");
        try (Console console = new Console("en", ColorScheme.LIGHT, 1440)) {
            Page page =
                    console.signIn("accountant@demo.uplink").open("/quarantine").page();
            console.look("quarantine-full");
            page.locator("[id='list:rows'] tbody tr:has-text('2000005') button").click();
            page.waitForURL(Pattern.compile(".*/bill-run\\?id=.*"));
            assertThat(page.locator("h1 .badge.good")).isVisible(PATIENTLY);
            console.open("/quarantine");
            assertThat(page.locator("[id='list:rows'] tbody tr:has-text('2000005')"))
                    .hasCount(0);
            page.locator("[id='list:open']").uncheck();
            assertThat(page.locator("[id='list:rows'] tbody tr:has-text('2000005') .badge.good"))
                    .isVisible();
            console.look("quarantine-resolved");
            assertEquals(List.of(), console.complaints());
        }
    }

    /** As the ledger's check leaves an account whose books do not add up, once somebody has mended them. */
    private void quarantine(String contract) throws SQLException {
        try (Connection database = uplink.database();
                Statement statement = database.createStatement()) {
            statement.executeUpdate(
                    """
                    insert into quarantine (id, customer_id, reason, detail, created_at, last_tried_at)
                    select gen_random_uuid(), id, 'integrity',
                        '{"invariant": "balance-equals-transfers", "error": "5.00, 4.00"}', now(), now()
                    from customers
                    where contract_number = '%s'"""
                            .formatted(contract));
        }
    }
}
