package uplink.ear.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.util.List;
import uplink.ear.LiveUplink;

/** A customer at the cabinet, with real clicks. Whatever the browser complained about fails the test at the end. */
final class Cabinet implements AutoCloseable {

    private final Chromium chromium;

    Cabinet(String language, ColorScheme colors, int width) {
        chromium = new Chromium(language, colors, width);
    }

    Page page() {
        return chromium.page();
    }

    /** The address of a screen is the part after #. */
    Cabinet open(String address) {
        page().navigate(LiveUplink.shared().url() + "/" + address);
        return this;
    }

    Cabinet signIn(String email, String password) {
        page().locator("#email").fill(email);
        page().locator("#password").fill(password);
        page().locator("#go").click();
        return this;
    }

    Cabinet menu(int item) {
        page().locator(".menu a").nth(item).click();
        return this;
    }

    /** Once nothing is on its way any more: keeps a picture, and looks for barriers. */
    Cabinet look(String name) {
        assertThat(page().locator(".waiting, [aria-busy=true]")).hasCount(0);
        chromium.look("cabinet-" + name);
        return this;
    }

    List<String> complaints() {
        return chromium.complaints();
    }

    @Override
    public void close() {
        chromium.close();
    }
}
