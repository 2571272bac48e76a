package uplink.ear.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import uplink.ear.LiveUplink;

/** Customers pay by card, on the page of the demo's payment provider; staff see where the money went. */
class PayingTest {

    /** Owes for months, and is suspended. */
    private static final String DEBTOR = "customer9@demo.uplink";

    @Test
    void whoIsSuspendedPaysByCardIsBackAtOnceAndTheOperatorSeesItAllOnOnePage() {
        String payment;
        try (Cabinet cabinet = new Cabinet("en", ColorScheme.LIGHT, 1280)) {
            Page page = cabinet.page();
            cabinet.open("#/").signIn(DEBTOR, LiveUplink.DEMO_PASSWORD);
            assertThat(page.locator("#suspended")).containsText("Gigabit");
            assertThat(page.locator(".row .badge.bad").getByText("Suspended")).hasCount(1);
            cabinet.look("suspended");
            page.locator("#suspended #pay").click();
            assertThat(page.locator("#amount")).not().isEmpty();
            cabinet.look("pay");
            page.locator("#go").click();

            page.locator("#refuse").waitFor();
            assertThat(page.locator("h1")).hasText("Demonstration payment");
            page.locator("#pay").click();

            assertThat(page.locator("h1 .badge.good")).hasText("Received");
            assertThat(page).hasURL(Pattern.compile(".*#/payments/[0-9a-f-]{36}"));
            payment = page.url().replaceAll(".*/", "");
            assertThat(page.locator("#restored")).containsText("Gigabit");
            cabinet.look("restored");
            page.locator("#restored a").click();
            assertThat(page.locator("h1 .badge.good")).hasText("Active");
            assertThat(page.locator("#suspended")).hasCount(0);
            cabinet.look("active-again");
            assertEquals(List.of(), cabinet.complaints());
        }
        try (Console console = new Console("en", ColorScheme.LIGHT, 1280)) {
            console.signIn("operator@demo.uplink");
            console.open("/payments");
            console.look("payments");
            Page page = console.page();
            page.locator("a[href*='" + payment + "']").click();
            assertThat(page.locator("#attempts tbody tr").last()).containsText("Succeeded");
            assertThat(page.locator("#restored")).containsText("Gigabit");
            assertThat(page.locator("#allocations tbody tr").nth(1)).isVisible();
            assertThat(page.locator("#transfers tbody tr")).hasCount(2);
            assertThat(page.locator("#transfers tbody tr").first()).containsText("YooKassa");
            assertThat(page.locator("#trail tbody tr").first()).containsText(DEBTOR);
            console.settled().look("payment");
            page.locator("#allocations a").first().click();
            assertThat(page.locator("h1 .badge")).hasText("Paid");
            page.locator("#allocations a[href*='" + payment + "']").click();
            page.locator("#restored a").click();
            assertThat(page.locator("h1 .badge")).hasText("Active");
            assertThat(page.locator("#suspensions a[href*='" + payment + "']")).hasCount(1);
            console.settled().look("subscription-restored");
            assertEquals(List.of(), console.complaints());
        }
    }

    @Test
    void whoRefusesHasPaidNothing() {
        try (Cabinet cabinet = new Cabinet("ru", ColorScheme.DARK, 390)) {
            Page page = cabinet.page();
            cabinet.open("#/").signIn("customer8@demo.uplink", LiveUplink.DEMO_PASSWORD);
            page.locator("#pay").click();
            page.locator("input[value=sbp]").check();
            page.locator("#go").click();
            page.locator("#refuse").click();
            assertThat(page.locator("h1 .badge")).hasText("Отменён");
            cabinet.look("refused");
            assertEquals(List.of(), cabinet.complaints());
        }
    }
}
