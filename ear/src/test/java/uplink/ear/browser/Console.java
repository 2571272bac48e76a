package uplink.ear.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Cookie;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import uplink.ear.DemoStaff;
import uplink.ear.LiveUplink;

/**
 * An operator at the console, with real clicks. Whatever the browser complained about fails the test at the end.
 */
final class Console implements AutoCloseable {

    private static final Map<String, List<Cookie>> SESSIONS = new HashMap<>();

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

    /**
     * Signed in: with the session that an earlier test of this JVM began, where that is still good, as it is for somebody
     * who comes back to the console. The profile's language gives way to the browser's own choice.
     */
    Console signIn(String email) {
        List<Cookie> known = SESSIONS.get(email + " at " + address);
        if (known == null || !page.context().cookies().isEmpty()) {
            return signInAnew(email);
        }
        page.context().addCookies(known);
        page.navigate(address + "/admin/");
        return page.url().contains("/sign-in") ? signInAnew(email) : inItsLanguage();
    }

    /** Signs in with the demo's password and a code: a session of its own. */
    Console signInAnew(String email) {
        open("/sign-in");
        look("sign-in");
        page.locator("[id='signIn:email']").fill(email);
        page.locator("[id='signIn:password']").fill(LiveUplink.DEMO_PASSWORD);
        page.locator("[id='signIn:go']").click();
        page.waitForURL(url -> url.endsWith("/sign-in-code"));
        look("sign-in-code");
        enterCode(email);
        page.waitForURL(url -> !url.contains("sign-in"));
        SESSIONS.put(email + " at " + address, page.context().cookies());
        return inItsLanguage();
    }

    private Console inItsLanguage() {
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
