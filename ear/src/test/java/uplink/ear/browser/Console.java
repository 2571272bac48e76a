package uplink.ear.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.LoadState;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import uplink.ear.DemoStaff;
import uplink.ear.LiveUplink;

/**
 * An operator at the console: Debian's Chromium, driven by real clicks. Whatever the browser complains about (script
 * errors, a violated content security policy, failed requests) is remembered and fails the test at the end.
 */
final class Console implements AutoCloseable {

    private static final Path CHROMIUM = Path.of(System.getProperty("uplink.chromium", "/usr/bin/chromium"));
    private static final Path SCREENSHOTS = Path.of(System.getProperty("uplink.home"), "ear/target/screenshots");
    private static final Set<String> SERIOUS = Set.of("serious", "critical");

    private final LiveUplink uplink = LiveUplink.shared();
    private final Playwright playwright = Playwright.create();
    private final Browser browser = playwright
            .chromium()
            .launch(new BrowserType.LaunchOptions()
                    .setExecutablePath(CHROMIUM)
                    .setArgs(List.of(
                            "--headless",
                            "--no-sandbox",
                            "--disable-gpu",
                            "--disable-quic",
                            "--no-first-run",
                            "--disable-background-networking",
                            "--disable-component-update",
                            "--disable-sync")));
    private final List<String> complaints = new ArrayList<>();
    private final String language;
    private final Page page;

    Console(String language, ColorScheme colors, int width) {
        this.language = language;
        BrowserContext context = browser.newContext(new Browser.NewContextOptions()
                .setLocale(language.equals("ru") ? "ru-RU" : "en-GB")
                .setColorScheme(colors)
                .setReducedMotion(com.microsoft.playwright.options.ReducedMotion.REDUCE)
                .setViewportSize(width, 900));
        page = context.newPage();
        page.setDefaultTimeout(60_000);
        PlaywrightAssertions.setDefaultAssertionTimeout(30_000);
        page.onConsoleMessage(message -> {
            if (Set.of("error", "warning").contains(message.type())) {
                complaints.add(page.url() + ": " + message.text());
            }
        });
        page.onPageError(error -> complaints.add(page.url() + ": " + error));
    }

    Page page() {
        return page;
    }

    Console open(String view) {
        page.navigate(uplink.url() + "/admin" + view);
        page.waitForLoadState(LoadState.NETWORKIDLE);
        return this;
    }

    /** Signs in with the demo's password. The profile's language gives way to the browser's own choice. */
    Console signIn(String email) {
        open("/sign-in");
        look("sign-in");
        page.locator("[id='signIn:email']").fill(email);
        page.locator("[id='signIn:password']").fill(LiveUplink.DEMO_PASSWORD);
        page.locator("[id='signIn:go']").click();
        page.waitForURL(address -> address.endsWith("/sign-in-code"));
        look("sign-in-code");
        enterCode(email);
        page.waitForURL(address -> !address.contains("sign-in"));
        page.waitForLoadState(LoadState.NETWORKIDLE);
        if (!page.locator("html").getAttribute("lang").equals(language)) {
            page.locator("[id='language:switch']").click();
            page.waitForLoadState(LoadState.NETWORKIDLE);
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
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(SCREENSHOTS.resolve(name + "-" + language + "-" + page.viewportSize().width + ".png")));
        List<String> barriers = new AxeBuilder(page)
                .analyze().getViolations().stream()
                        .filter(rule -> SERIOUS.contains(rule.getImpact()))
                        .map(Console::describe)
                        .toList();
        assertEquals(List.of(), barriers, name);
        return this;
    }

    private static String describe(Rule rule) {
        return rule.getId() + " at " + rule.getNodes().get(0).getTarget();
    }

    /** What the browser complained about since the console was opened. */
    List<String> complaints() {
        return complaints;
    }

    @Override
    public void close() {
        playwright.close();
    }
}
