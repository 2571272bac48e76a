package uplink.ear.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.ColorScheme;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import uplink.ear.LiveUplink;

/** What somebody at the console sees while the database is down, and that it passes. */
class OutageTest {

    private final LiveUplink uplink = LiveUplink.shared();

    @ParameterizedTest
    @CsvSource({"ru,LIGHT,Сейчас недоступно", "en,DARK,Not available right now"})
    void anOutageIsAPageThatSaysSo(String language, ColorScheme colors, String title) {
        try (Console console = new Console(language, colors, 1440)) {
            Page page = console.signIn("admin@demo.uplink").page();
            uplink.hold("postgres", true);
            try {
                uplink.kill("postgres");
                Response answer = page.navigate(uplink.url() + "/admin/customers");
                for (int i = 0; i < 20 && answer.status() == 200; i++) {
                    answer = page.navigate(uplink.url() + "/admin/customers");
                }
                assertEquals(503, answer.status());
                assertThat(page.locator("h1")).hasText(title);
                console.look("outage");
                assertEquals(200, uplink.status(uplink.url() + "/admin/sign-in"), "needs no database");
            } finally {
                uplink.hold("postgres", false);
            }
            page.waitForCondition(
                    () -> page.navigate(uplink.url() + "/admin/customers").status() == 200,
                    new Page.WaitForConditionOptions().setTimeout(120_000));
            assertThat(page.locator("[id='list:rows']")).isVisible();
        }
    }
}
