package uplink.ear.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import uplink.ear.LiveUplink;

/** A customer pays an invoice by card, on the page of the demo's payment provider; staff see where the money went. */
class PayingTest {

    private static final String CUSTOMER = "customer8@demo.uplink";

    @Test
    void anInvoiceIsPaidByCardFromTheButtonToTheLedger() {
        String payment;
        String number;
        try (Cabinet cabinet = new Cabinet("en", ColorScheme.LIGHT, 1280)) {
            Page page = cabinet.page();
            cabinet.open("#/invoices").signIn(CUSTOMER, LiveUplink.DEMO_PASSWORD);
            page.locator(".row:has(.badge:not(.good))").first().click();
            assertThat(page.locator("h1")).containsText(Pattern.compile("\\d{9}"));
            number = page.locator("h1").textContent().replaceAll("\\D*(\\S*\\d).*", "$1");
            page.locator("#pay").click();
            assertThat(page.locator("#amount")).not().isEmpty();
            cabinet.look("pay");
            page.locator("#go").click();

            page.locator("#refuse").waitFor();
            assertThat(page.locator("h1")).hasText("Demonstration payment");
            page.locator("#pay").click();

            assertThat(page.locator("h1 .badge.good")).hasText("Received");
            assertThat(page).hasURL(Pattern.compile(".*#/payments/[0-9a-f-]{36}"));
            payment = page.url().replaceAll(".*/", "");
            cabinet.look("paid");
            page.getByText("Open the invoice").click();
            assertThat(page.locator("h1 .badge")).hasText("Paid");
            assertThat(page.locator("#pay")).hasCount(0);
            assertEquals(List.of(), cabinet.complaints());
        }
        try (Console console = new Console("en", ColorScheme.LIGHT, 1280)) {
            console.signIn("accountant@demo.uplink");
            console.open("/payment?id=" + payment);
            Page page = console.page();
            assertThat(page.locator("#attempts tbody tr").last()).containsText("Succeeded");
            assertThat(page.locator("#allocations tbody tr")).hasCount(1);
            assertThat(page.locator("#allocations")).containsText(number);
            assertThat(page.locator("#transfers tbody tr")).hasCount(1);
            assertThat(page.locator("#transfers")).containsText("YooKassa");
            console.look("payment");
            console.open("/payments");
            assertThat(page.locator("a[href*='" + payment + "']")).hasCount(1);
            console.look("payments");
            assertEquals(List.of(), console.complaints());
        }
    }

    @Test
    void whoRefusesHasPaidNothing() {
        try (Cabinet cabinet = new Cabinet("ru", ColorScheme.DARK, 390)) {
            Page page = cabinet.page();
            cabinet.open("#/").signIn("customer9@demo.uplink", LiveUplink.DEMO_PASSWORD);
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
