package uplink.ear.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.LoadState;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import uplink.ear.DemoStaff;
import uplink.ear.LiveUplink;
import uplink.ear.Mailbox;

/** A new member of staff in a browser: enrols an authenticator, loses the phone, forgets the password. */
class EnrolmentTest {

    private static final String PASSWORD = "Correct-Horse-7";

    private final LiveUplink uplink = LiveUplink.shared();

    @ParameterizedTest
    @CsvSource({"ru,LIGHT,1440", "en,DARK,900"})
    void theFirstDayOfAColleague(String language, ColorScheme colors, int width) throws Exception {
        String email = "new-" + UUID.randomUUID() + "@example.org";
        create(email);
        try (Console console = new Console(language, colors, width)) {
            Page page = console.open("/customers").page();
            password(page, email, PASSWORD);
            page.waitForURL(address -> address.endsWith("/enrol"));
            console.look("enrol");
            page.navigate(uplink.url() + "/admin/customers");
            assertTrue(page.url().endsWith("/enrol"), "nothing else opens");
            String secret = page.locator("#secret").textContent().replace(" ", "");
            code(page, "enrol", "000000");
            assertThat(page.locator("[id='enrol'] .ui-message-error, [id='enrol'] .refused")
                            .first())
                    .isVisible();
            assertEquals(secret, page.locator("#secret").textContent().replace(" ", ""));
            Phone phone = Phone.scan(page.locator("img[src^='data:image/png']"), email);
            assertEquals(secret, phone.seed(), "the picture and the text beside it");
            code(page, "enrol", phone.code());
            page.locator("#codes li").first().waitFor();
            List<String> codes = page.locator("#codes li").allTextContents();
            assertEquals(10, codes.size());
            console.look("backup-codes");
            page.locator("#on").click();
            page.waitForURL(address -> address.endsWith("/admin/"));
            page.navigate(uplink.url() + "/admin/customers");
            assertTrue(page.url().endsWith("/customers"), page.url());
            signOut(page);

            password(page, email, PASSWORD);
            page.waitForURL(address -> address.endsWith("/sign-in-code"));
            code(page, "signIn", codes.get(0).toLowerCase(java.util.Locale.ROOT));
            page.waitForURL(address -> address.endsWith("/admin/"));
            signOut(page);

            page.locator("#forgot").click();
            page.waitForURL(address -> address.endsWith("/forgot"));
            console.look("forgot");
            page.locator("[id='forgot:email']").fill(email);
            page.locator("[id='forgot:go']").click();
            page.waitForURL(address -> address.contains("/sign-in"));
            String token = new Mailbox(uplink).token("reset", email);
            page.navigate(uplink.url() + "/admin/reset?token=" + token);
            console.look("reset");
            page.locator("[id='reset:password']").fill("Another-Horse-8");
            page.locator("[id='reset:go']").click();
            page.waitForURL(address -> address.contains("/sign-in"));
            password(page, email, "Another-Horse-8");
            page.waitForURL(address -> address.endsWith("/sign-in-code"));
            code(page, "signIn", codes.get(0));
            assertThat(page.locator(".refused")).isVisible();
            code(page, "signIn", codes.get(1));
            page.waitForURL(address -> address.endsWith("/admin/"));
            assertEquals(List.of(), console.complaints());
        }
    }

    private static void password(Page page, String email, String password) {
        page.locator("[id='signIn:email']").fill(email);
        page.locator("[id='signIn:password']").fill(password);
        page.locator("[id='signIn:go']").click();
    }

    private static void code(Page page, String form, String code) {
        page.locator("[id='" + form + ":code']").fill(code);
        page.locator("[id='" + form + ":go']").click();
        page.waitForLoadState(LoadState.NETWORKIDLE);
    }

    private void signOut(Page page) {
        page.locator("[id='leave:signOut']").click();
        page.waitForURL(address -> address.contains("/sign-in"));
    }

    private void create(String email) throws Exception {
        Matcher token = Pattern.compile("\"accessToken\":\"([^\"]+)\"")
                .matcher(DemoStaff.signIn(uplink, "admin@demo.uplink").body());
        assertTrue(token.find());
        HttpRequest request = HttpRequest.newBuilder(URI.create(uplink.url() + "/api/v1/admin/users"))
                .header("Content-Type", "application/json")
                .header("Authorization", "Bearer " + token.group(1))
                .POST(HttpRequest.BodyPublishers.ofString("{\"email\":\"" + email
                        + "\",\"fullName\":\"Новая Коллега\",\"role\":\"operator\",\"password\":\"" + PASSWORD + "\"}"))
                .build();
        assertEquals(
                201,
                HttpClient.newHttpClient()
                        .send(request, HttpResponse.BodyHandlers.ofString())
                        .statusCode());
    }
}
