package uplink.ear.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.ColorScheme;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import uplink.ear.LiveUplink;
import uplink.ear.People;

/** Every page opens without a complaint of the browser and without a barrier, in both languages and on a tablet. */
class PagesTest {

    private static final List<String> PAGES = List.of(
            "/",
            "/customers",
            "/customer-edit",
            "/duplicates",
            "/tariffs",
            "/tariff-edit",
            "/price-list",
            "/fee-edit",
            "/change-rule-edit",
            "/discount-edit",
            "/tax-edit",
            "/applications",
            "/application-list",
            "/application-edit",
            "/application-funnel",
            "/work-orders",
            "/crew-calendar",
            "/crews",
            "/crew-edit",
            "/devices",
            "/device-receive",
            "/device-models",
            "/device-model-edit",
            "/warehouses",
            "/warehouse-edit",
            "/places",
            "/place-edit",
            "/dead-letters",
            "/imports",
            "/bulk-works",
            "/campaigns",
            "/campaign-edit",
            "/bill-runs",
            "/payments",
            "/payouts",
            "/approvals",
            "/erasures",
            "/bank-statements",
            "/bank-entries",
            "/requisites",
            "/document-templates",
            "/document-template?kind=invoice&language=ru",
            "/message-templates",
            "/message-template?kind=invoice-issued&channel=email&language=ru",
            "/dead-messages",
            "/fiscal-receipts",
            "/payment-agents",
            "/payment-agent-edit",
            "/quarantine",
            "/integrity",
            "/channels",
            "/retention",
            "/audit",
            "/users",
            "/user-edit",
            "/roles",
            "/role-edit",
            "/service-accounts",
            "/signing-keys",
            "/account",
            "/confirm");

    /** Lists whose first row is looked at, too. */
    private static final List<String> ONE_OF = List.of(
            "/customers", "/application-list", "/devices", "/places", "/tariffs", "/users", "/roles", "/retention");

    private static final String A_VISIT = "select id::text from work_orders where status = 'open' order by id limit 1";

    @ParameterizedTest
    @CsvSource({"ru,LIGHT,1440", "en,DARK,1440", "ru,DARK,900", "en,LIGHT,900"})
    void everyPageOpens(String language, ColorScheme colors, int width) {
        try (Console console = new Console(language, colors, width)) {
            console.signInAnew("admin@demo.uplink");
            for (String view : PAGES) {
                console.open(view).look(view.equals("/") ? "index" : view.substring(1));
            }
            for (String list : ONE_OF) {
                console.open(list).page().locator("tbody td a").first().click();
                console.page().waitForURL(address -> address.contains("?id=") || address.contains("?of="));
                console.look(list.substring(1) + "-one");
                if (list.equals("/customers")) {
                    console.open(console.page().url().replaceFirst(".*(?=\\?id=)", "/erasure"))
                            .look("erasure");
                }
            }
            console.open("/work-order?id=" + People.value(LiveUplink.shared(), A_VISIT))
                    .look("work-order");
            assertEquals(List.of(), console.complaints());
        }
    }

    /** The demo's company has papers, people, tags and notes. */
    @ParameterizedTest
    @CsvSource({"ru,LIGHT,1440", "en,DARK,900"})
    void aCompanyIsKnown(String language, ColorScheme colors, int width) {
        try (Console console = new Console(language, colors, width)) {
            Page page = console.signIn("operator@demo.uplink")
                    .open("/customers?tag=vip")
                    .page();
            page.locator("tbody td a").first().click();
            page.waitForURL(address -> address.contains("?id="));
            assertThat(page.locator("#contacts li")).hasCount(2);
            assertThat(page.locator("#requisites")).containsText("1150000000017");
            console.look("company");
            String address = page.url().replaceFirst(".*/admin", "");
            for (String tab : List.of("timeline", "messages", "papers")) {
                console.open(address + "&tab=" + tab).look("company-" + tab);
            }
            assertThat(page.locator("[id='openIdentity']")).isVisible();
            passport(page);
            console.look("company-identity");
            assertEquals(List.of(), console.complaints());
        }
    }

    /** Kept, masked, and read in full with a reason. */
    private static void passport(Page page) {
        page.locator("[id='openIdentity']").click();
        page.locator("[id='identity:number']").fill("45 10 123456");
        page.locator("[id='identity:keep']").click();
        assertThat(page.locator("[id='papers'] tbody tr").first()).containsText("•••• 456");
        page.locator("[id='openRead']").click();
        page.locator("[id='read:reason']").fill("Сверка");
        page.locator("[id='read:open']").click();
        assertThat(page.locator("#clear")).containsText("4510123456");
    }

    @Test
    void aTechnicianSeesNeitherMoneyMenusNorOpensThem() {
        try (Console console = new Console("en", ColorScheme.LIGHT, 1440)) {
            Page page = console.signIn("tech@demo.uplink").page();
            assertEquals(
                    List.of(
                            "Dashboard",
                            "Customers",
                            "Duplicates",
                            "Visits",
                            "Who leaves",
                            "Devices",
                            "Device models",
                            "Warehouses",
                            "Outages",
                            "Addresses",
                            "Tariffs",
                            "Price list",
                            "Policies"),
                    page.locator(".side .item .word").allTextContents());
            Response refused = page.navigate(LiveUplink.shared().url() + "/admin/bill-runs");
            assertEquals(403, refused.status());
            console.look("forbidden");
        }
    }

    @Test
    void customersHaveNoBusinessHere() {
        try (Console console = new Console("en", ColorScheme.LIGHT, 1440)) {
            Page page = console.open("/sign-in").page();
            page.locator("[id='signIn:email']").fill("customer1@demo.uplink");
            page.locator("[id='signIn:password']").fill(LiveUplink.DEMO_PASSWORD);
            page.locator("[id='signIn:go']").click();
            assertThat(page.locator(".refused")).isVisible();
            console.look("sign-in-refused");
            assertTrue(page.url().contains("/sign-in"));
        }
    }

    @Test
    void theMenuIsADrawerOnATablet() {
        try (Console console = new Console("en", ColorScheme.LIGHT, 900)) {
            Page page = console.signIn("operator@demo.uplink").page();
            assertThat(page.locator(".side")).isHidden();
            page.locator(".burger").click();
            assertThat(page.locator(".side")).isVisible();
            console.look("drawer");
            page.keyboard().press("Escape");
            assertThat(page.locator(".side")).isHidden();
        }
    }

    @Test
    void aStrangerIsSentToTheSignInAndBack() {
        try (Console console = new Console("ru", ColorScheme.LIGHT, 1440)) {
            Page page = console.open("/customers").page();
            page.locator("[id='signIn:email']").fill("operator@demo.uplink");
            page.locator("[id='signIn:password']").fill(LiveUplink.DEMO_PASSWORD);
            page.locator("[id='signIn:go']").click();
            page.waitForURL(address -> address.endsWith("/sign-in-code"));
            console.enterCode("operator@demo.uplink");
            page.waitForURL(address -> address.endsWith("/admin/customers"));
            page.locator("[id='leave:signOut']").click();
            page.waitForURL(address -> address.contains("/sign-in"));
            page.navigate(LiveUplink.shared().url() + "/admin/customers");
            assertTrue(page.url().contains("/sign-in"));
        }
    }
}
