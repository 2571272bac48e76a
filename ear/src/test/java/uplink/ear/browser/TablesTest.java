package uplink.ear.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The console's tables: nothing of them is cut off, and filters begin at the first page. */
class TablesTest {

    private static final String CUT_OFF =
            """
            () => [...document.querySelectorAll('.table-scroll, .ui-datatable-tablewrapper')]
                .filter(table => table.scrollWidth > table.clientWidth + 1).length""";

    @ParameterizedTest
    @ValueSource(ints = {1280, 820})
    void theAmountsAtTheEndOfRowsAreSeen(int width) {
        try (Console console = new Console("ru", ColorScheme.LIGHT, width)) {
            Page page = console.signIn("admin@demo.uplink").page();
            for (String view : List.of("/", "/customers", "/tariffs", "/bill-runs", "/imports", "/price-list")) {
                console.open(view);
                assertEquals(0, page.evaluate(CUT_OFF), view);
            }
            for (String list : List.of("/tariffs", "/bill-runs", "/customers")) {
                console.open(list).page().locator("tbody td a").first().click();
                page.waitForURL(address -> address.contains("?id="));
                assertEquals(0, page.evaluate(CUT_OFF), list + " one");
            }
            for (String tab : List.of("contracts", "invoices", "payments", "ledger")) {
                page.navigate(page.url().replaceAll("&tab=.*", "") + "&tab=" + tab);
                assertEquals(0, page.evaluate(CUT_OFF), tab);
            }
            assertEquals(List.of(), console.complaints());
        }
    }

    @Test
    void aFilterBeginsAtTheFirstPage() {
        try (Console console = new Console("en", ColorScheme.LIGHT, 1280)) {
            Page page =
                    console.signIn("operator@demo.uplink").open("/customers").page();
            Locator here = page.locator("[id='list:rows'] .ui-paginator-page.ui-state-active");
            page.locator("[id='list:rows'] .ui-paginator-next").click();
            assertThat(here).hasText("2");
            page.locator("[id='list:debt']").check();
            assertThat(here).hasText("1");
            assertThat(page.locator("[id='list:rows'] tbody .money:not(.debt)")).hasCount(0);
            page.locator("[id='list:rows'] .ui-paginator-next").click();
            assertThat(here).hasText("2");
            page.locator("[id='list:text']").fill("а");
            assertThat(here).hasText("1");
            assertEquals(List.of(), console.complaints());
        }
    }
}
