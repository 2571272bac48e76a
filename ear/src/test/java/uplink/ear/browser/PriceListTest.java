package uplink.ear.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.SelectOption;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Fees, discounts, taxes and packages: added, refused beside the field, changed, ended. */
class PriceListTest {

    @ParameterizedTest
    @CsvSource({"ru,LIGHT", "en,DARK"})
    void aFeeIsAddedChangedAndEnded(String language, ColorScheme colors) {
        try (Console console = new Console(language, colors, 1440)) {
            Page page = console.signIn("admin@demo.uplink").open("/fee-edit").page();
            fill(page, "fee", "visit-" + language);
            page.locator("[id='fee:amount']").fill("-5");
            page.locator("[id='fee:save']").click();
            assertThat(beside(page, "fee:amount")).isVisible();
            console.look("fee-refused");
            page.locator("[id='fee:amount']").fill("1 250,50");
            save(page, "fee");
            console.open("/fee-edit");
            fill(page, "fee", "visit-" + language);
            page.locator("[id='fee:amount']").fill("10");
            page.locator("[id='fee:save']").click();
            assertThat(beside(page, "fee:code")).isVisible();

            edit(console, "fees", "visit-" + language);
            page.locator("[id='fee:amount']").fill("990");
            save(page, "fee");
            assertThat(row(page, "fees", "visit-" + language)).containsText("990");
            edit(console, "fees", "visit-" + language);
            console.look("fee");
            end(page);
            assertThat(row(page, "fees", "visit-" + language).locator(".badge"))
                    .not()
                    .hasClass(Pattern.compile("good"));
            console.look("price-list-full");
            assertEquals(List.of(), console.complaints());
        }
    }

    @ParameterizedTest
    @CsvSource({"ru,DARK", "en,LIGHT"})
    void aDiscountIsAddedChangedAndEnded(String language, ColorScheme colors) {
        try (Console console = new Console(language, colors, 1440)) {
            Page page =
                    console.signIn("admin@demo.uplink").open("/discount-edit").page();
            fill(page, "discount", "spring-" + language);
            page.locator("[id='discount:save']").click();
            assertThat(beside(page, "discount:percent")).isVisible();
            console.look("discount-refused");
            page.locator("[id='discount:percent']").fill("15");
            page.locator("[id='discount:periods']").fill("3");
            save(page, "discount");
            edit(console, "discounts", "spring-" + language);
            page.locator("[id='discount:percent']").fill("");
            page.locator("[id='discount:amount']").fill("100");
            save(page, "discount");
            assertThat(row(page, "discounts", "spring-" + language)).containsText("100");
            edit(console, "discounts", "spring-" + language);
            end(page);
            assertThat(row(page, "discounts", "spring-" + language).locator(".badge"))
                    .not()
                    .hasClass(Pattern.compile("good"));
            assertEquals(List.of(), console.complaints());
        }
    }

    @ParameterizedTest
    @CsvSource({"ru,LIGHT", "en,DARK"})
    void aTaxIsAddedAndGivenAnotherRate(String language, ColorScheme colors) {
        try (Console console = new Console(language, colors, 1440)) {
            Page page = console.signIn("admin@demo.uplink").open("/tax-edit").page();
            fill(page, "tax", "reduced-" + language);
            page.locator("[id='tax:rate']").fill("10");
            console.look("tax");
            save(page, "tax");
            Locator rows = page.locator("#taxes tbody tr");
            int before = rows.count();
            row(page, "taxes", "reduced-" + language).locator("a").click();
            page.waitForURL(Pattern.compile(".*/tax-edit\\?of=.*"));
            page.locator("[id='tax:rate']").fill("7,5");
            console.look("tax-rate");
            save(page, "tax");
            assertThat(rows).hasCount(before + 1);
            assertEquals(List.of(), console.complaints());
        }
    }

    @ParameterizedTest
    @CsvSource({"ru,DARK", "en,LIGHT"})
    void aPackageHasParts(String language, ColorScheme colors) {
        try (Console console = new Console(language, colors, 1440)) {
            Page page = console.signIn("admin@demo.uplink").open("/tariff-edit").page();
            fill(page, "tariff", "bundle-" + language);
            page.locator("[id='tariff:price']").fill("1500");
            page.locator("[id='tariff:kind']")
                    .selectOption(new SelectOption().setLabel(language.equals("ru") ? "Пакет" : "Package"));
            assertThat(page.locator("[id='tariff:parts']")).isVisible();
            page.locator("[id='tariff:save']").click();
            assertThat(beside(page, "tariff:parts")).isVisible();
            console.look("package");
            page.locator("[id='tariff:parts'] option").first().scrollIntoViewIfNeeded();
            String part = page.locator("[id='tariff:parts'] option").first().getAttribute("value");
            page.locator("[id='tariff:parts']").selectOption(part);
            page.locator("[id='tariff:save']").click();
            page.waitForURL(Pattern.compile(".*/tariff\\?id=.*"));
            assertThat(page.locator(".list .what a")).hasCount(1);
            changeParts(console, part);
            assertEquals(List.of(), console.complaints());
        }
    }

    /** What is chosen stays chosen while another part is looked for; none at all is refused beside the list. */
    private static void changeParts(Console console, String part) {
        Page page = console.page();
        page.locator("#openParts").click();
        Locator list = page.locator("[id='package:parts']");
        Locator options = list.locator("option");
        assertThat(list).hasValues(new Pattern[] {Pattern.compile(part)});
        String other = options.last().getAttribute("value");
        String name = options.last().textContent().replaceAll(".* · ", "");
        page.locator("[id='package:find']").fill(name);
        assertThat(options).hasCount(2);
        console.look("package-parts");
        list.selectOption(new String[] {part, other});
        page.locator("[id='package:go']").click();
        assertThat(page.locator(".list .what a")).hasCount(2);
        page.locator("#openParts").click();
        list.selectOption(new String[0]);
        page.locator("[id='package:go']").click();
        assertThat(beside(page, "package:parts")).isVisible();
    }

    private static void fill(Page page, String form, String code) {
        page.locator("[id='" + form + ":code']").fill(code);
        page.locator("[id='" + form + ":nameRu']").fill("По-русски " + code);
        page.locator("[id='" + form + ":nameEn']").fill("In English " + code);
    }

    private static void save(Page page, String form) {
        page.locator("[id='" + form + ":save']").click();
        page.waitForURL(address -> address.endsWith("/price-list"));
    }

    private static void edit(Console console, String table, String code) {
        console.open("/price-list");
        row(console.page(), table, code).locator("a").first().click();
        console.page().waitForURL(address -> address.contains("-edit?id="));
    }

    private static void end(Page page) {
        page.locator("[id='offer:turn']").click();
        page.locator(".ui-confirmdialog-yes").click();
        page.waitForURL(address -> address.endsWith("/price-list"));
    }

    private static Locator row(Page page, String table, String code) {
        return page.locator("#" + table + " tbody tr")
                .filter(new Locator.FilterOptions()
                        .setHas(page.getByText(code, new Page.GetByTextOptions().setExact(true))));
    }

    private static Locator beside(Page page, String field) {
        return page.locator(".field:has([id='" + field + "']) .ui-message-error");
    }
}
