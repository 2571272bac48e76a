package uplink.ear.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.util.List;
import uplink.ear.DemoStaff;
import uplink.ear.LiveUplink;

/**
 * An operator at the console, with real clicks. Whatever the browser complained about fails the test at the end.
 */
final class Console implements AutoCloseable {

    private final LiveUplink uplink = LiveUplink.shared();
    private final Chromium chromium;
    private final String address;
    private final String language;
    private final Page page;

    Console(String language, ColorScheme colors, int width) {
        this(language, colors, width, LiveUplink.shared().url());
    }

    /** At the address that customers see: passkeys belong to it. */
    static Console atItsAddress(String language, ColorScheme colors, int width) {
        return new Console(
                language,
                colors,
                width,
                "http://localhost:" + LiveUplink.shared().port());
    }

    private Console(String language, ColorScheme colors, int width, String address) {
        this.address = address;
        this.language = language;
        chromium = new Chromium(language, colors, width);
        page = chromium.page();
    }

    Page page() {
        return page;
    }

    Console open(String view) {
        page.navigate(address + "/admin" + view);
        return settled();
    }

    /** Waits until the page has all it asked for. */
    Console settled() {
        chromium.settle();
        return this;
    }

    /** Signs in with the demo's password. The profile's language gives way to the browser's own choice. */
    Console signIn(String email) {
        open("/sign-in");
        look("sign-in");
        page.locator("[id='signIn:email']").fill(email);
        page.locator("[id='signIn:password']").fill(LiveUplink.DEMO_PASSWORD);
        page.locator("[id='signIn:go']").click();
        page.waitForURL(url -> url.endsWith("/sign-in-code"));
        look("sign-in-code");
        enterCode(email);
        page.waitForURL(url -> !url.contains("sign-in"));
        settled();
        if (!page.locator("html").getAttribute("lang").equals(language)) {
            page.locator("[id='language:switch']").click();
            assertThat(page.locator("html")).hasAttribute("lang", language);
            settled();
        }
        return this;
    }

    /** The second step, with a code of the demo's authenticator. */
    Console enterCode(String email) {
        page.locator("[id='signIn:code']").fill(DemoStaff.freshCode(uplink, email));
        page.locator("[id='signIn:go']").click();
        return this;
    }

    /** Keeps a picture, and has the page checked for what would shut people out. */
    Console look(String name) {
        chromium.look(name);
        return this;
    }

    /** What the browser complained about since the console was opened. */
    List<String> complaints() {
        return chromium.complaints();
    }

    @Override
    public void close() {
        chromium.close();
    }
}
