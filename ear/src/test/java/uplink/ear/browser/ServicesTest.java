package uplink.ear.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What an operator does for one customer: services, contracts, cash, and where it is seen afterwards. */
class ServicesTest {

    @ParameterizedTest
    @CsvSource({"ru,LIGHT", "en,DARK"})
    void aServiceIsStartedChangedPausedResumedAndCancelled(String language, ColorScheme colors) {
        try (Console console = new Console(language, colors, 1440)) {
            register(console.signIn("operator@demo.uplink"), "Услугин " + language);
            start(console);
            Page page = console.page();
            page.locator(".list .what a").first().click();
            page.waitForURL(Pattern.compile(".*/subscription\\?id=.*"));
            console.look("subscription");
            dialog(console, "openTariff", "tariff", "change-tariff");
            choose(page, "tariff");
            page.locator("[id='tariff:look']").click();
            assertThat(page.locator("#change .total").first()).isVisible();
            console.look("change-previewed");
            assertThat(page.locator(".history li")).hasCount(1);
            press(console, "tariff", 2);
            dialog(console, "openFee", "fee", "fee-charge");
            page.locator("[id='fee:go']").click();
            assertThat(page.locator("[id='fee'] .ui-message-error").first()).isVisible();
            page.locator("[id='fee:text']").fill("Выезд мастера");
            page.locator("[id='fee:amount']").fill("500");
            press(console, "fee", 3);
            dialog(console, "openPause", "pause", "pause");
            press(console, "pause", 4);
            assertThat(page.locator("#openResume")).isVisible();
            dialog(console, "openResume", "resume", "resume");
            press(console, "resume", 5);
            assertThat(page.locator("#openPause")).isVisible();
            dialog(console, "openCancel", "cancel", "cancel");
            press(console, "cancel", 6);
            assertThat(page.locator("#openCancel")).isHidden();
            console.look("subscription-over");
            assertEquals(List.of(), console.complaints());
        }
    }

    @ParameterizedTest
    @CsvSource({"ru,DARK", "en,LIGHT"})
    void aContractIsOpenedMovedAndClosed(String language, ColorScheme colors) {
        try (Console console = new Console(language, colors, 1440)) {
            register(console.signIn("operator@demo.uplink"), "Договоров " + language);
            Page page = console.page();
            page.locator(".tabs a").nth(1).click();
            assertThat(page.locator("#contracts tbody tr")).hasCount(1);
            dialog(console, "openContract", "contract", "contract-open");
            page.locator("[id='contract:billingDay']").fill("32");
            page.locator("[id='contract:city']").fill("Заречный");
            page.locator("[id='contract:go']").click();
            assertThat(page.locator("[id='contract'] .field:has([id='contract:billingDay']) .ui-message-error"))
                    .isVisible();
            assertThat(page.locator("[id='contract'] .field:has([id='contract:street']) .ui-message-error"))
                    .isVisible();
            console.look("contract-refused");
            page.locator("[id='contract:billingDay']").fill("10");
            address(page, "contract", "7");
            page.locator("[id='contract:go']").click();
            page.waitForURL(Pattern.compile(".*/contract\\?id=.*"));
            dialog(console, "openDay", "day", "contract-day");
            page.locator("[id='day:billingDay']").fill("15");
            page.locator("[id='day:go']").click();
            assertThat(page.locator("#billingDayNow")).hasText("15");
            dialog(console, "openMove", "move", "contract-move");
            address(page, "move", "9");
            page.locator("[id='move:go']").click();
            assertThat(page.locator("#addressNow")).containsText("9");
            dialog(console, "openRelocate", "relocate", "contract-relocate");
            address(page, "relocate", "11");
            page.locator("[id='relocate:go']").click();
            assertThat(page.locator("#moves tbody tr")).hasCount(1);
            handOver(console);
            dialog(console, "openEnd", "end", "contract-end");
            page.locator("[id='end:go']").click();
            assertThat(page.locator("[id='end'] .ui-message-error").first()).isVisible();
            page.locator("[id='end:reason']").fill("Переезд");
            page.locator("[id='end:look']").click();
            assertThat(page.locator("#endChange")).isVisible();
            page.locator("[id='end:go']").click();
            assertThat(page.locator("#openEnd")).isHidden();
            console.look("contract");
            assertEquals(List.of(), console.complaints());
        }
    }

    @ParameterizedTest
    @CsvSource({"ru,LIGHT", "en,DARK"})
    void anInvoiceShowsWhatSettledItAndWhatItPosted(String language, ColorScheme colors) {
        try (Console console = new Console(language, colors, 1440)) {
            Page page =
                    console.signIn("accountant@demo.uplink").open("/customers").page();
            page.locator("[id='list:text']").fill(language.equals("ru") ? "2000001" : "2000002");
            assertThat(page.locator("[id='list:rows'] tbody tr")).hasCount(1);
            page.locator("[id='list:rows'] tbody td a").first().click();
            page.waitForURL(Pattern.compile(".*/customer\\?id=.*"));
            String customer = page.url();
            page.locator("#openCash").click();
            page.locator("[id='cash:amount']").fill("5000");
            console.look("cash");
            page.locator("[id='cash:take']").click();
            page.waitForURL(Pattern.compile(".*/cash-receipt\\?id=.*"));
            page.locator("a.btn[href*='tab=payments']").click();
            assertThat(page.locator("[id='payments:rows'] tbody tr").first()).containsText("5");
            page.locator(".tabs a").nth(3).click();
            page.locator("[id='invoices:rows'] tbody a").last().click();
            page.waitForURL(Pattern.compile(".*/invoice\\?id=.*"));
            assertThat(page.locator("#allocations tbody tr").first()).isVisible();
            assertThat(page.locator("#transfers tbody tr").first()).isVisible();
            console.look("invoice-settled");
            page.locator("#allocations tbody a").first().click();
            page.waitForURL(Pattern.compile(".*/payment\\?id=.*"));
            page.navigate(customer);
            payOut(console);
            assertEquals(List.of(), console.complaints());
        }
    }

    /** An account that cannot be, then cash. */
    private static void payOut(Console console) {
        Page page = console.page();
        page.locator(".tabs a").nth(5).click();
        dialog(console, "openPayout", "payout", "payout");
        page.locator("[id='payout:amount']").fill("1.00");
        page.locator("[id='payout:name']").fill("Анна Иванова");
        page.locator("[id='payout:account']").fill("40817810700000000002");
        page.locator("[id='payout:bic']").fill("044525225");
        page.locator("[id='payout:reason']").fill("Заявление");
        page.locator("[id='payout:go']").click();
        assertThat(page.locator("[id='payout'] .field:has([id='payout:account']) .ui-message-error"))
                .isVisible();
        console.look("payout-refused");
        page.locator("[id='payout:method']").selectOption("CASH");
        assertThat(page.locator("[id='payout:account']")).isHidden();
        page.locator("[id='payout:go']").click();
        assertThat(page.locator("[id='payouts:rows'] tbody tr").first()).containsText("Заявление");
        console.look("customer-payouts");
    }

    /** To somebody new; shown, and left. */
    private static void handOver(Console console) {
        Page page = console.page();
        page.locator(".page-actions a[href*='handover'], a.btn[href*='handover']")
                .first()
                .click();
        page.locator("[id='handover:stranger']").selectOption("true");
        page.locator("[id='handover:fullName']").fill("Анна Новая");
        page.locator("[id='handover:look']").click();
        assertThat(page.locator("#shown")).isVisible();
        console.look("handover");
        page.locator("[id='handover'] a.btn").click();
        page.waitForURL(Pattern.compile(".*/contract\\?id=.*"));
    }

    @ParameterizedTest
    @CsvSource({"ru,DARK", "en,LIGHT"})
    void aDiscountOfThePriceListIsGranted(String language, ColorScheme colors) {
        try (Console console = new Console(language, colors, 1440)) {
            Page page =
                    console.signIn("admin@demo.uplink").open("/discount-edit").page();
            page.locator("[id='discount:code']").fill("loyal-" + language);
            page.locator("[id='discount:nameRu']").fill("За верность " + language);
            page.locator("[id='discount:nameEn']").fill("Loyalty " + language);
            page.locator("[id='discount:percent']").fill("10");
            page.locator("[id='discount:save']").click();
            page.waitForURL(address -> address.endsWith("/price-list"));
            register(console, "Скидкин " + language);
            start(console);
            page.locator(".list .what a").first().click();
            page.waitForURL(Pattern.compile(".*/subscription\\?id=.*"));
            dialog(console, "openDiscount", "discount", "discount-grant");
            page.locator("[id='discount:go']").click();
            assertThat(page.locator("[id='discount'] .ui-message-error").first())
                    .isVisible();
            String name = language.equals("ru") ? "За верность ru" : "Loyalty en";
            String discount = page.locator("[id='discount:discountId'] option")
                    .filter(new Locator.FilterOptions().setHasText(name))
                    .getAttribute("value");
            page.locator("[id='discount:discountId']").selectOption(discount);
            page.locator("[id='discount:reason']").fill("За верность");
            page.locator("[id='discount:go']").click();
            assertThat(page.locator(".list .what").filter(new Locator.FilterOptions().setHasText(name)))
                    .isVisible();
            console.look("subscription-discount");
            assertEquals(List.of(), console.complaints());
        }
    }

    /** A long list of tariffs is searched by name; what was found can be chosen. */
    @ParameterizedTest
    @CsvSource({"ru,LIGHT", "en,DARK"})
    void aTariffIsLookedFor(String language, ColorScheme colors) {
        try (Console console = new Console(language, colors, 1440)) {
            register(console.signIn("operator@demo.uplink"), "Поисков " + language);
            Page page = console.page();
            page.locator(".tabs a").nth(2).click();
            dialog(console, "openStart", "start", "tariff-search");
            Locator offers = page.locator("[id='start:tariffId'] option");
            int all = offers.count();
            page.locator("[id='start:find']").fill(language.equals("ru") ? "Домашний" : "Home");
            assertThat(offers).not().hasCount(all);
            assertThat(offers.nth(1)).containsText(Pattern.compile("Домашний|Home"));
            page.locator("[id='start:tariffId']").selectOption(offers.nth(1).getAttribute("value"));
            page.locator("[id='start:go']").click();
            assertThat(page.locator(".list .what a")).hasCount(1);
            assertEquals(List.of(), console.complaints());
        }
    }

    private static void register(Console console, String name) {
        Page page = console.open("/customer-edit").page();
        page.locator("[id='customer:fullName']").fill(name);
        page.locator("[id='customer:save']").click();
        page.waitForURL(Pattern.compile(".*/customer\\?id=.*"));
    }

    private static void start(Console console) {
        Page page = console.page();
        page.locator(".tabs a").nth(2).click();
        dialog(console, "openStart", "start", "service-start");
        choose(page, "start");
        page.locator("[id='start:go']").click();
        assertThat(page.locator(".list .what a")).hasCount(1);
    }

    private static void dialog(Console console, String button, String form, String name) {
        console.page().locator("#" + button).click();
        assertThat(console.page().locator("[id='" + form + ":go']")).isVisible();
        console.look(name);
    }

    /** The first tariff for persons that is no package, or the second one after it. */
    private static void choose(Page page, String form) {
        Locator offers = page.locator("[id='" + form + ":tariffId'] option")
                .filter(new Locator.FilterOptions().setHasText(Pattern.compile("Домашний|Home")));
        String tariff = offers.nth(form.equals("start") ? 0 : 2).getAttribute("value");
        page.locator("[id='" + form + ":tariffId']").selectOption(tariff);
    }

    /** Sends the dialog, and waits for the event in the history. */
    private static void press(Console console, String form, int events) {
        console.page().locator("[id='" + form + ":go']").click();
        assertThat(console.page().locator(".history li")).hasCount(events);
    }

    private static void address(Page page, String form, String house) {
        page.locator("[id='" + form + ":city']").fill("Заречный");
        page.locator("[id='" + form + ":street']").fill("ул. Речная");
        page.locator("[id='" + form + ":house']").fill(house);
    }
}
