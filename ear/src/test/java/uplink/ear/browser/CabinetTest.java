package uplink.ear.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.RequestOptions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import uplink.ear.DemoStaff;
import uplink.ear.LiveUplink;
import uplink.ear.Mailbox;

/** What a customer sees of their own account, in a browser. */
class CabinetTest {

    private static final String CUSTOMER = "customer1@demo.uplink";

    @ParameterizedTest
    @CsvSource({"ru,LIGHT,1280", "en,DARK,390", "ru,DARK,360"})
    void aCustomerSeesTheBalanceOpensAnInvoiceAndLeaves(String language, ColorScheme colors, int width) {
        try (Cabinet cabinet = new Cabinet(language, colors, width)) {
            Page page = cabinet.open("").page();
            assertThat(page.locator("html")).hasAttribute("lang", language);
            cabinet.look("sign-in").signIn(CUSTOMER, LiveUplink.DEMO_PASSWORD);
            assertThat(page.locator("#balance .value")).containsText("₽");
            assertThat(page.locator("#due .value")).containsText("₽");
            assertThat(page.locator("#next-charge .value")).containsText("₽");
            assertThat(page.locator(".columns .card").nth(1).locator("li").first())
                    .isVisible();
            fits(cabinet.look("overview"));
            invoice(cabinet);
            account(cabinet);
            notice(cabinet);
            page.locator("#sign-out").click();
            assertThat(page.locator("#email")).isVisible();
            page.reload();
            assertThat(page.locator("#email")).isVisible();
            assertEquals(List.of(), cabinet.complaints());
        }
    }

    private static void invoice(Cabinet cabinet) {
        Page page = cabinet.menu(1).page();
        assertThat(page.locator(".rows li").first()).isVisible();
        fits(cabinet.look("invoices"));
        page.locator("#status").selectOption("paid");
        assertThat(page.locator(".rows .badge.good").first()).isVisible();
        assertThat(page.locator(".rows .badge.warn, .rows .badge.bad")).hasCount(0);
        page.locator("#status").selectOption("cancelled");
        assertThat(page.locator(".empty")).isVisible();
        cabinet.look("invoices-empty");
        page.goBack();
        page.locator(".rows a").first().click();
        page.waitForURL(Pattern.compile(".*#/invoices/[0-9a-f-]{36}"));
        assertThat(page.locator(".line .explanation").first()).not().isEmpty();
        assertThat(page.locator("h1")).isFocused();
        fits(cabinet.look("invoice"));
        Path paper = page.waitForDownload(() -> page.locator("#pdf").click()).path();
        try {
            assertTrue(Files.size(paper) > 10_000, Files.size(paper) + " bytes");
            assertEquals("%PDF", new String(Files.readAllBytes(paper), 0, 4, StandardCharsets.US_ASCII));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        assertThat(page.locator("#pdf")).isEnabled();
    }

    private static void account(Cabinet cabinet) {
        Page page = cabinet.menu(2).page();
        assertThat(page.locator(".rows .badge.good").first()).isVisible();
        fits(cabinet.look("payments"));
        page.locator(".tabs a").nth(1).click();
        assertThat(page.locator(".rows .money").first()).containsText("₽");
        fits(cabinet.look("movements"));
        page = cabinet.menu(3).page();
        assertThat(page.locator(".rows li").first()).isVisible();
        fits(cabinet.look("services"));
        page.locator("#applications").click();
        page.locator("#go").click();
        assertThat(page.locator("#address")).hasAttribute("aria-invalid", "true");
        fits(cabinet.look("applications"));
        page = cabinet.menu(4).page();
        assertThat(page.locator(".pairs").first()).isVisible();
        fits(cabinet.look("contracts"));
        page.locator("#documents").click();
        page.locator("#kind").selectOption("statement");
        page.locator("#go").click();
        assertThat(page.locator(".told")).isVisible();
        assertThat(page.locator(".rows li button").first()).isVisible();
        fits(cabinet.look("documents"));
    }

    private static void notice(Cabinet cabinet) {
        Page page = cabinet.page();
        page.locator("#bell").click();
        assertThat(page.locator(".notice.unread").first()).isVisible();
        assertThat(page.locator("#bell .count")).isVisible();
        fits(cabinet.look("notifications"));
        int unread = page.locator(".notice.unread").count();
        page.locator(".notice button").first().click();
        assertThat(page.locator(".notice.unread")).hasCount(unread - 1);
        page.locator("#preferences").click();
        assertThat(page.locator("#debt-email")).isDisabled();
        page.locator("#invoices-sms").check();
        page.locator("#invoice-file").check();
        page.locator("#go").click();
        assertThat(page.locator(".told")).isVisible();
        fits(cabinet.look("preferences"));
    }

    @Test
    void aReloadAndARefusedTokenKeepTheCustomerSignedIn() {
        try (Cabinet cabinet = new Cabinet("en", ColorScheme.LIGHT, 1280)) {
            Page page = cabinet.open("")
                    .signIn("customer2@demo.uplink", LiveUplink.DEMO_PASSWORD)
                    .page();
            assertThat(page.locator("#balance")).isVisible();
            page.reload();
            assertThat(page.locator("#balance")).isVisible();
            assertEquals("yes", page.evaluate("Object.values(localStorage).join()"), "no token is kept");
            page.route(
                    "**/api/v1/services",
                    route -> route.fulfill(new Route.FulfillOptions().setStatus(401)),
                    new Page.RouteOptions().setTimes(1));
            // until it has a new token and asked again: a cookie that comes later would survive what follows
            page.waitForResponse(
                    answer -> answer.url().endsWith("/api/v1/services") && answer.status() == 200,
                    () -> cabinet.menu(3));
            assertThat(page.locator(".rows li").first()).isVisible();
            page.context().clearCookies();
            cabinet.open("#/invoices");
            page.reload();
            assertThat(page.locator("#email")).isVisible();
        }
    }

    @Test
    void languageAndColoursAreRemembered() {
        try (Cabinet cabinet = new Cabinet("en", ColorScheme.LIGHT, 1280)) {
            Page page = cabinet.open("").page();
            assertThat(page.locator("#go")).hasText("Sign in");
            page.locator("#language").click();
            page.locator("#theme").click();
            assertThat(page.locator("#go")).hasText("Войти");
            page.reload();
            assertThat(page.locator("#go")).hasText("Войти");
            assertThat(page.locator("html")).hasAttribute("data-theme", "dark");
            cabinet.look("sign-in-chosen");
            assertEquals(List.of(), cabinet.complaints());
        }
    }

    @Test
    void aWrongPasswordIsSaidInTheReadersLanguage() {
        try (Cabinet cabinet = new Cabinet("ru", ColorScheme.LIGHT, 390)) {
            Page page = cabinet.open("").page();
            page.locator("#go").click();
            assertThat(page.locator(".mistake")).hasCount(2);
            assertThat(page.locator("#email")).isFocused();
            cabinet.look("sign-in-mistakes");
            cabinet.signIn("customer3@demo.uplink", "wrong-horse-battery-staple");
            assertThat(page.locator("[role=alert]")).containsText(Pattern.compile("[а-яё]{3}"));
            cabinet.look("sign-in-refused");
            assertEquals(1, cabinet.complaints().size(), cabinet.complaints().toString());
            assertTrue(cabinet.complaints().get(0).contains("401"));
        }
    }

    @Test
    void staffPassTheSecondStepAndAreToldWhereTheConsoleIs() {
        try (Cabinet cabinet = new Cabinet("en", ColorScheme.LIGHT, 1280)) {
            Page page = cabinet.open("")
                    .signIn("operator@demo.uplink", LiveUplink.DEMO_PASSWORD)
                    .page();
            assertThat(page.locator("#code")).isFocused();
            cabinet.look("second-factor");
            page.locator("#code").fill(DemoStaff.freshCode(LiveUplink.shared(), "operator@demo.uplink"));
            page.locator("#go").click();
            assertThat(page.locator("#staff a")).hasAttribute("href", "/admin/");
            cabinet.look("staff");
            assertEquals(List.of(), cabinet.complaints());
        }
    }

    @Test
    void theLinksOfOurMailsLeadSomewhere() {
        Mailbox mailbox = new Mailbox(LiveUplink.shared());
        String email = "cabinet-" + UUID.randomUUID() + "@example.org";
        try (Cabinet cabinet = new Cabinet("ru", ColorScheme.LIGHT, 390)) {
            Page page = cabinet.page();
            APIResponse registered = page.request()
                    .post(
                            LiveUplink.shared().url() + "/api/v1/auth/register",
                            RequestOptions.create()
                                    .setData(Map.of(
                                            "email", email, "password", "Correct-Horse-7", "fullName", "Новая Анна")));
            assertEquals(202, registered.status(), registered.text());
            follow(page, mailbox, "confirm", email);
            cabinet.look("confirm");
            page.locator("#go").click();
            assertThat(page.locator("#done")).isVisible();
            page.locator("#to-sign-in").click();
            page.locator("#forgot").click();
            page.locator("#email").fill(email);
            cabinet.look("forgot");
            page.locator("#go").click();
            assertThat(page.locator("#done")).isVisible();
            follow(page, mailbox, "reset", email);
            assertFalse(page.url().contains("token"), page.url());
            page.locator("#password").fill("Correct-Horse-8-Battery");
            cabinet.look("reset");
            page.locator("#go").click();
            assertThat(page.locator("#done")).isVisible();
            page.locator("#to-sign-in").click();
            cabinet.signIn(email, "Correct-Horse-8-Battery");
            assertThat(page.locator("#unlinked")).isVisible();
            cabinet.look("unlinked");
            assertEquals(List.of(), cabinet.complaints());
        }
    }

    private static void follow(Page page, Mailbox mailbox, String template, String email) {
        page.navigate(mailbox.address(template, email) + "?token=" + mailbox.token(template, email));
        assertThat(page.locator("#go")).isVisible();
    }

    @ParameterizedTest
    @ValueSource(strings = {"confirm", "unlock", "reset"})
    void aLinkThatIsNoLongerGoodIsSaidToBe(String link) {
        try (Cabinet cabinet = new Cabinet("ru", ColorScheme.LIGHT, 390)) {
            Page page = cabinet.page();
            page.navigate(LiveUplink.shared().url() + "/" + link + "?token=used");
            if (link.equals("reset")) {
                page.locator("#password").fill("Correct-Horse-9-Battery");
            }
            page.locator("#go").click();
            assertThat(page.locator("[role=alert]")).containsText("Ссылка недействительна");
        }
    }

    @Test
    void aFailureIsSaidAndCanBeTriedAgain() {
        try (Cabinet cabinet = new Cabinet("ru", ColorScheme.LIGHT, 1280)) {
            Page page = cabinet.open("")
                    .signIn("customer4@demo.uplink", LiveUplink.DEMO_PASSWORD)
                    .page();
            assertThat(page.locator("#balance")).isVisible();
            page.route("**/api/v1/services", Route::abort);
            cabinet.menu(3);
            assertThat(page.locator(".note.bad")).containsText("Нет связи");
            cabinet.look("failure");
            page.unroute("**/api/v1/services");
            page.locator(".note.bad button").click();
            assertThat(page.locator(".rows li").first()).isVisible();
        }
    }

    @Test
    void whatIsNotThereIsA404WithAllHeaders() {
        try (Cabinet cabinet = new Cabinet("ru", ColorScheme.LIGHT, 390)) {
            Page page = cabinet.page();
            for (String path : List.of("/", "/no-such-page", "/WEB-INF/web.xml", "/health")) {
                Response answer = page.navigate(LiveUplink.shared().url() + path);
                assertEquals(path.equals("/") ? 200 : 404, answer.status(), path);
                String policy = answer.headerValue("content-security-policy");
                assertTrue(policy.startsWith("default-src 'none'; script-src 'self'; style-src 'self'"), policy);
                assertEquals("nosniff", answer.headerValue("x-content-type-options"));
                assertEquals("DENY", answer.headerValue("x-frame-options"));
            }
            cabinet.look("not-found");
        }
    }

    /** Nothing sticks out at the side. */
    private static void fits(Cabinet cabinet) {
        assertEquals(
                true,
                cabinet.page()
                        .evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth"));
    }
}
