package uplink.ear.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.deque.html.axecore.args.AxeRunOptions;
import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Debian's Chromium with one page in a profile of its own. Whatever it complains about (script errors, a violated content
 * security policy, failed requests) is remembered. The program itself is started once: that takes longer than most tests.
 */
final class Chromium implements AutoCloseable {

    private static final Path PROGRAM = Path.of(System.getProperty("uplink.chromium", "/usr/bin/chromium"));
    private static final Path SCREENSHOTS = Path.of(System.getProperty("uplink.home"), "ear/target/screenshots");
    private static final Set<String> SERIOUS = Set.of("serious", "critical");

    /** Nothing is on its way any more: resources, letters, and what PrimeFaces has asked the server. */
    private static final String SETTLED =
            """
            async () => {
              const busy = () => document.readyState !== 'complete'
                  || (window.PrimeFaces && PrimeFaces.ajax && !PrimeFaces.ajax.Queue.isEmpty());
              while (busy()) {
                await new Promise(again => setTimeout(again, 20));
              }
              await document.fonts.ready;
            }""";

    /** What passed needs no list with an address for each of its elements: that takes longer than finding what did not. */
    private static final AxeRunOptions ONLY_VIOLATIONS = new AxeRunOptions();

    static {
        ONLY_VIOLATIONS.setResultTypes(List.of("violations"));
    }

    private static @Nullable Browser shared;

    private final List<String> complaints = new ArrayList<>();
    private final String language;
    private final BrowserContext context;
    private final Page page;

    Chromium(String language, ColorScheme colors, int width) {
        this.language = language;
        context = browser()
                .newContext(new Browser.NewContextOptions()
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

    /** Playwright belongs to one thread; all browser tests run in the same. */
    private static synchronized Browser browser() {
        Browser running = shared;
        if (running == null) {
            Playwright playwright = Playwright.create();
            Runtime.getRuntime().addShutdownHook(new Thread(playwright::close, "stop-chromium"));
            running = playwright
                    .chromium()
                    .launch(new BrowserType.LaunchOptions()
                            .setExecutablePath(PROGRAM)
                            .setArgs(List.of(
                                    "--headless",
                                    "--no-sandbox",
                                    "--disable-gpu",
                                    "--disable-quic",
                                    "--no-first-run",
                                    "--disable-background-networking",
                                    "--disable-component-update",
                                    "--disable-sync")));
            shared = running;
        }
        return running;
    }

    Page page() {
        return page;
    }

    /** Waits until the page has all it asked for; half a second without any request, as Playwright would wait, is long. */
    void settle() {
        page.evaluate(SETTLED);
    }

    /** Keeps a picture, and has the page checked for what would shut people out. */
    void look(String name) {
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(SCREENSHOTS.resolve(name + "-" + language + "-" + page.viewportSize().width + ".png")));
        // in the page itself: there are no frames of others, for which axe would open one more page each time
        List<String> barriers = new AxeBuilder(page)
                .options(ONLY_VIOLATIONS).setLegacyMode(true).analyze().getViolations().stream()
                        .filter(rule -> SERIOUS.contains(rule.getImpact()))
                        .map(Chromium::describe)
                        .toList();
        assertEquals(List.of(), barriers, name);
    }

    private static String describe(Rule rule) {
        return rule.getId() + " at " + rule.getNodes().get(0).getTarget();
    }

    /** What the browser complained about so far. */
    List<String> complaints() {
        return complaints;
    }

    @Override
    public void close() {
        context.close();
    }
}
