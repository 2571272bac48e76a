package uplink.ear.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** The month as an operator bills it, in a browser: import, preview, commit, invoice with its explanation. */
@TestMethodOrder(MethodOrderer.MethodName.class)
class BillingMonthTest {

    private static final String FILE =
            """
            contract_number,customer_key,kind,full_name,email,phone,locale,city,street,house,flat,signed_on,billing_day,tariff,started_on
            %s,%s,person,Браузерный %s,,+7911%s,ru,Заречный,ул. Речная,1,%s,2026-01-10,1,HOME-50,2026-11-01
            """;

    @Test
    void anOperatorBillsTheMonthInRussian() {
        try (Console console = new Console("ru", ColorScheme.LIGHT, 1440)) {
            billTheMonth(console, "BR-1", "0000001");
        }
    }

    @Test
    void anOperatorBillsTheMonthInEnglishAndInTheDark() {
        try (Console console = new Console("en", ColorScheme.DARK, 1440)) {
            billTheMonth(console, "BR-2", "0000002");
        }
    }

    private static void billTheMonth(Console console, String contract, String phone) {
        console.signIn("admin@demo.uplink").look("dashboard");
        importFile(console, contract, phone);
        preview(console);
        commit(console);
        readInvoice(console, contract);
        assertEquals(List.of(), console.complaints());
    }

    private static void importFile(Console console, String contract, String phone) {
        Page page = console.open("/imports").page();
        byte[] content =
                FILE.formatted(contract, contract, contract, phone, phone).getBytes(StandardCharsets.UTF_8);
        page.locator("[id='upload:file']").setInputFiles(new FilePayload("base.csv", "text/csv", content));
        page.locator("[id='upload:dryRun']").uncheck();
        console.look("imports");
        page.locator("[id='upload:go']").click();
        page.waitForURL(Pattern.compile(".*/import\\?id=.*"));
        // an import is a job behind the request: the page shows how it gets on
        assertThat(page.locator("h1 .badge.good"))
                .isVisible(new LocatorAssertions.IsVisibleOptions().setTimeout(60_000));
        assertThat(page.locator(".figure.good .value")).hasText("1");
        console.look("import");
    }

    private static void preview(Console console) {
        Page page = console.open("/bill-runs").page();
        console.look("bill-runs");
        page.locator("#open").click();
        page.locator("[id='preview:go']").click();
        page.waitForURL(Pattern.compile(".*/bill-run\\?id=.*"));
        assertThat(page.locator("[id='actions:commit']")).isVisible();
        assertTrue(page.locator("table.plain tbody tr").count() > 0, "totals by tariff");
        console.look("preview");
    }

    private static void commit(Console console) {
        Page page = console.page();
        page.locator("[id='actions:commit']").click();
        page.locator(".ui-confirmdialog-yes").click();
        assertThat(page.locator("[id='issued:rows'] tbody tr").first()).isVisible();
        console.look("commit");
    }

    private static void readInvoice(Console console, String contract) {
        Page page = console.page();
        page.keyboard().press("/");
        page.keyboard().type(contract);
        page.locator(".ui-autocomplete-panel .hit").first().waitFor();
        page.keyboard().press("ArrowDown");
        page.keyboard().press("Enter");
        page.waitForURL(Pattern.compile(".*/customer\\?id=.*"));
        console.look("customer");
        page.locator(".tabs a").nth(3).click();
        page.locator("[id='invoices:rows'] tbody a").first().click();
        page.waitForURL(Pattern.compile(".*/invoice\\?id=.*"));
        Locator line = page.locator("#lines tbody tr").first();
        assertThat(line.locator(".explanation")).not().isEmpty();
        line.locator("summary").click();
        assertThat(line.locator(".sum-rows")).isVisible();
        console.look("invoice");
        String paper = page.waitForDownload(
                        () -> page.locator("[id='papers:pdfRu']").click())
                .suggestedFilename();
        assertTrue(paper.matches("invoice-[A-Z0-9-]+-ru\\.pdf"), paper);
    }
}
