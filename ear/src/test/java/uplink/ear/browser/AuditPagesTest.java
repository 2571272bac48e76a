package uplink.ear.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import uplink.ear.LiveUplink;

/** What somebody changes in the console is in the audit trail at once: found, read as a difference, exported, verified. */
class AuditPagesTest {

    @ParameterizedTest
    @CsvSource({"ru,LIGHT,Имя,Изменение абонента", "en,DARK,Name,Customer changed"})
    void aChangeIsFoundAndRead(String language, ColorScheme colors, String field, String action) throws IOException {
        try (Console console = new Console(language, colors, 1440)) {
            Page page =
                    console.signIn("admin@demo.uplink").open("/customer-edit").page();
            page.locator("[id='customer:fullName']").fill("Журнальный " + language);
            page.locator("[id='customer:save']").click();
            page.waitForURL(address -> address.contains("/customer?id="));
            String customer = page.url();
            page.navigate(customer.replace("/customer?", "/customer-edit?"));
            page.locator("[id='customer:fullName']").fill("<b>Новый</b> " + language);
            page.locator("[id='customer:save']").click();
            page.waitForURL(address -> address.contains("/customer?id="));

            page.locator("#pageHead .btn:has(.pi-history)").click();
            page.waitForURL(address -> address.contains("/audit?customer="));
            assertThat(page.locator("[id='list:rows'] tbody tr")).hasCount(2);
            console.look("audit-of-one");
            page.locator("[id='list:rows'] tbody tr").first().locator("a").click();
            page.waitForURL(address -> address.contains("/audit-entry?id="));
            assertThat(page.locator("h1")).hasText(action);
            assertThat(page.locator("table.difference tbody tr")).hasCount(1);
            assertThat(page.locator("table.difference tbody tr"))
                    .hasText(field + "Журнальный " + language + "<b>Новый</b> " + language);
            console.look("audit-entry");
            page.goBack();

            page.locator("[id='list:action']").selectOption("customer.register");
            assertThat(page.locator("[id='list:rows'] tbody tr")).hasCount(1);
            page.locator("[id='list:actor']").fill("nobody-at-all");
            assertThat(page.locator(".empty")).isVisible();
            console.look("audit-empty");
            page.locator("[id='list:actor']").fill("ADMIN@demo");
            assertThat(page.locator("[id='list:rows'] tbody tr a")).hasCount(1);
            Download file = page.waitForDownload(
                    () -> page.locator("[id='actions:export']").click());
            List<String> lines = Files.readAllLines(file.path());
            assertEquals(2, lines.size(), lines.toString());
            assertTrue(lines.get(1).contains("customer.register"), lines.get(1));

            page.locator("[id='actions:verify']").click();
            assertThat(page.locator(".note.good")).isVisible();
            console.look("audit-verified");
            assertEquals(List.of(), console.complaints());
        }
    }

    @Test
    void whoMayNotReadItSeesNoWayThere() {
        try (Console console = new Console("en", ColorScheme.LIGHT, 1440)) {
            Page page =
                    console.signIn("operator@demo.uplink").open("/customers").page();
            page.locator("tbody td a").first().click();
            page.waitForURL(address -> address.contains("?id="));
            assertThat(page.locator(".pi-history")).hasCount(0);
            assertEquals(
                    403,
                    page.navigate(LiveUplink.shared().url() + "/admin/audit").status());
        }
    }
}
