package uplink.ear.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.SelectOption;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Devices at the console: scanned in, given to a customer, found by their MAC, taken back. */
class DevicesTest {

    @ParameterizedTest
    @CsvSource({"ru,LIGHT,2000005", "en,DARK,2000006"})
    void aDeviceIsReceivedIssuedFoundAndTakenBack(String language, ColorScheme colors, String contract) {
        String mark =
                UUID.randomUUID().toString().replace("-", "").substring(20).toUpperCase(Locale.ROOT);
        String mac = "02:00:5E:" + mark.substring(0, 6).replaceAll("..(?!$)", "$0:");
        try (Console console = new Console(language, colors, 1440)) {
            Page page = console.signIn("operator@demo.uplink").page();
            receive(console, mark, mac);
            String device = page.url();
            assertThat(page.locator("#moves tbody tr")).hasCount(1);
            console.look("device");
            page.locator("#openWriteOff").click();
            page.locator("[id='writeOff:go']").click();
            assertThat(page.locator("[id='writeOff'] .ui-message-error").first())
                    .isVisible();
            console.look("device-write-off-refused");
            issue(console, contract, "SN-" + mark);
            search(console, mac);
            page.locator(".tabs a[href*='tab=devices']").click();
            takeBack(console, mark);
            page.navigate(device);
            assertThat(page.locator("#moves tbody tr")).hasCount(3);
            console.look("device-back");
            assertEquals(List.of(), console.complaints());
        }
    }

    /** As a scanner types: a line, Enter, a line; the second has no MAC that could be. */
    private static void receive(Console console, String mark, String mac) {
        Page page = console.open("/device-receive").page();
        page.locator("[id='receive:modelId']").selectOption(new SelectOption().setIndex(1));
        page.locator("[id='receive:warehouseId']").selectOption(new SelectOption().setIndex(1));
        page.locator("[id='receive:lines']").fill("SN-" + mark + ";" + mac + "\nSN-2" + mark + ";FF:FF");
        page.locator("[id='receive:save']").click();
        assertThat(page.locator("[id='receive'] .refused").first()).containsText("2");
        console.look("device-receive-refused");
        page.locator("[id='receive:lines']").fill("");
        page.locator("[id='receive:lines']").pressSequentially("sn-" + mark + ";" + mac.replace(":", ""));
        page.locator("[id='receive:lines']").press("Enter");
        page.locator("[id='receive:save']").click();
        page.waitForURL(Pattern.compile(".*/devices.*"));
        console.look("devices");
        page.locator("[id='list:text']").fill(mac.toLowerCase(Locale.ROOT).replace(':', '-'));
        assertThat(page.locator("[id='list:rows'] tbody tr")).hasCount(1);
        page.locator("[id='list:rows'] tbody td a").first().click();
        page.waitForURL(Pattern.compile(".*/device\\?id=.*"));
    }

    /** By scanning it on the customer's tab: the scanner presses Enter. */
    private static void issue(Console console, String contract, String serial) {
        Page page = console.open("/customers").page();
        page.locator("[id='list:text']").fill(contract);
        assertThat(page.locator("[id='list:rows'] tbody tr")).hasCount(1);
        page.locator("[id='list:rows'] tbody td a").first().click();
        page.waitForURL(Pattern.compile(".*/customer\\?id=.*"));
        page.locator(".tabs a[href*='tab=devices']").click();
        page.waitForURL(Pattern.compile(".*tab=devices.*"));
        page.locator("#openIssue").click();
        page.locator("[id='issue:label']").fill("nothing-like-it");
        page.locator("[id='issue:label']").press("Enter");
        assertThat(page.locator("[id='issue'] .ui-message-error").first()).isVisible();
        page.locator("[id='issue:label']").fill(serial.substring(0, serial.length() - 1));
        page.locator("[id='issue:label']").press("Enter");
        assertThat(page.locator("#similar")).containsText(serial);
        assertThat(page.locator("#devices tbody tr", new Page.LocatorOptions().setHasText(serial)))
                .hasCount(0);
        page.locator("[id='issue:label']").fill(serial);
        console.look("device-issue");
        page.locator("[id='issue:label']").press("Enter");
        assertThat(page.locator("#devices")).containsText(serial);
        console.look("customer-devices");
    }

    private static void search(Console console, String mac) {
        Page page = console.open("/").page();
        page.locator("[id='find:customer_input']").pressSequentially(mac.toLowerCase(Locale.ROOT));
        page.locator(".ui-autocomplete-panel .hit").first().click();
        page.waitForURL(Pattern.compile(".*/customer\\?id=.*"));
    }

    private static void takeBack(Console console, String mark) {
        Page page = console.page();
        page.locator("#openBack").click();
        String own = page.locator("[id='back:deviceId'] option", new Page.LocatorOptions().setHasText(mark))
                .getAttribute("value");
        page.locator("[id='back:deviceId']").selectOption(own);
        page.locator("[id='back:warehouseId']").selectOption(new SelectOption().setIndex(1));
        console.look("device-take-back");
        page.locator("[id='back:go']").click();
        assertThat(page.locator("body")).not().containsText(mark);
    }
}
