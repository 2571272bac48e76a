package uplink.ear.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.LoadState;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import uplink.ear.LiveUplink;
import uplink.ear.Mailbox;
import uplink.ear.Waiting;

/** An administrator's day: colleagues, roles, programs and keys; and what everybody does with their own account. */
class AccessTest {

    private static final String ADMIN = "admin@demo.uplink";

    private final LiveUplink uplink = LiveUplink.shared();

    @ParameterizedTest
    @CsvSource({"ru,LIGHT,1440", "en,DARK,900"})
    void aColleagueIsInvitedAndLooksAfter(String language, ColorScheme colors, int width) {
        String email = "colleague-" + UUID.randomUUID() + "@example.org";
        try (Console console = new Console(language, colors, width)) {
            Page page = console.signIn(ADMIN).open("/user-edit").page();
            page.locator("[id='user:fullName']").fill("<b>Нина</b> Новая");
            page.locator("[id='user:email']").fill(ADMIN);
            page.locator("[id='user:role']").selectOption("operator");
            page.locator("[id='user:save']").click();
            assertThat(beside(page, "user:email")).isVisible();
            console.look("user-refused");
            page.locator("[id='user:email']").fill(email);
            page.locator("[id='user:save']").click();
            page.waitForURL(address -> address.contains("/user?id="));
            assertThat(page.locator("h1")).containsText("<b>Нина</b> Новая");
            assertThat(page.locator("h1 .badge.info")).isVisible();
            assertTrue(new Mailbox(uplink).address("invitation", email).endsWith("/admin/reset"));

            act(page, "actions:link");
            new Mailbox(uplink).token("invitation", email);
            page.locator("[id='actions:openEdit']").click();
            page.locator("[id='edit:role']").selectOption("tech");
            page.locator("[id='edit:fullName']").fill("Нина Новая");
            console.look("user-dialog");
            page.locator("[id='edit:go']").click();
            assertThat(page.locator("h1")).not().containsText("<b>");
            act(page, "actions:disable");
            assertThat(page.locator("[id='actions:enable']")).isVisible();
            console.look("user");
            console.open("/users");
            page.locator("[id='list:text']").fill(email);
            assertThat(page.locator("tbody td a")).hasCount(1);
            page.locator("[id='list:state']").selectOption("active");
            assertThat(page.locator("tbody .empty")).isVisible();
            console.look("users-none");
            assertEquals(List.of(), console.complaints());
        }
    }

    @ParameterizedTest
    @CsvSource({"ru,DARK,900", "en,LIGHT,1440"})
    void aRoleIsMadeAndAdministratorsCannotLockThemselvesOut(String language, ColorScheme colors, int width) {
        String code = "desk-" + language;
        try (Console console = new Console(language, colors, width)) {
            Page page = console.signIn(ADMIN).open("/role-edit").page();
            page.locator("[id='role:code']").fill("No such code");
            page.locator("[id='role:nameRu']").fill("Стойка");
            page.locator("[id='role:nameEn']").fill("Desk");
            page.locator("[data-code='customer:read']").check();
            page.locator("[id='role:save']").click();
            assertThat(beside(page, "role:code")).isVisible();
            page.locator("[id='role:code']").fill(code);
            console.look("role-new");
            page.locator("[id='role:save']").click();
            page.waitForURL(address -> address.endsWith("/roles"));
            console.look("roles-full");
            page.locator("#roles a[href*='of=" + code + "']").click();
            assertThat(page.locator("[data-code='customer:read']")).isChecked();
            act(page, "actions:delete");
            page.waitForURL(address -> address.endsWith("/roles"));
            assertThat(page.locator("#roles a[href*='of=" + code + "']")).hasCount(0);

            console.open("/role-edit?of=admin");
            page.locator("[data-code='user:write']").uncheck();
            page.locator("[id='role:save']").click();
            assertThat(page.locator(".ui-growl-error, .ui-growl-item-container.ui-growl-error")
                            .first())
                    .isVisible();
            console.open("/role-edit?of=admin");
            assertThat(page.locator("[data-code='user:write']")).isChecked();
            assertEquals(List.of(), console.complaints());
        }
    }

    @Test
    void aProgramGetsAKeyThatIsShownOnceAndCanBeRevoked() throws Exception {
        try (Console console = new Console("en", ColorScheme.LIGHT, 1440)) {
            Page page = console.signIn(ADMIN).open("/service-accounts").page();
            page.locator("[id='openNew']").click();
            page.locator("[id='new:name']").fill("Bookkeeping");
            page.locator("[id='new:go']").click();
            page.waitForURL(address -> address.contains("/service-account?id="));
            page.locator("[id='actions:openKey']").click();
            page.locator("[id='key:name']").fill("Nightly");
            page.locator("[id='key:days']").fill("1000");
            page.locator("[id='key:go']").click();
            assertThat(beside(page, "key:days")).isVisible();
            page.locator("[id='key:days']").fill("30");
            page.locator("[data-code='customer:read']").check();
            console.look("api-key-new");
            page.locator("[id='key:go']").click();
            String key = page.locator("#madeKey").textContent();
            console.look("api-key-made");
            page.locator("[id='key:kept']").click();
            page.waitForLoadState(LoadState.NETWORKIDLE);
            assertThat(page.locator("#keyRows tbody tr")).hasCount(1);
            assertTrue(!page.content().contains(key), "never again");
            assertEquals(200, customers(key));
            console.look("service-account");
            page.locator("#keyRows button").click();
            page.locator(".ui-confirmdialog-yes").click();
            Waiting.until("the key is dead", Duration.ofSeconds(5), () -> customers(key) == 401);
            assertEquals(List.of(), console.complaints());
        }
    }

    @Test
    void theNextSigningKeyIsMadeByHand() {
        try (Console console = new Console("ru", ColorScheme.LIGHT, 1440)) {
            Page page = console.signIn(ADMIN).open("/signing-keys").page();
            int before = page.locator("#signingKeys tbody tr").count();
            act(page, "actions:rotate");
            assertThat(page.locator("#signingKeys tbody tr")).hasCount(before + 1);
            assertThat(page.locator("#signingKeys .badge.good")).hasCount(1);
            console.look("signing-keys-two");
            assertEquals(List.of(), console.complaints());
        }
    }

    @Test
    void whoTouchesTheSecondFactorLongAfterTheSignInConfirmsFirst() throws SQLException {
        String email = "tech@demo.uplink";
        try (Console console = new Console("en", ColorScheme.DARK, 1440);
                Console other = new Console("en", ColorScheme.LIGHT, 1440)) {
            other.signInAnew(email);
            Page page = console.signInAnew(email).open("/account").page();
            console.look("account");
            setBack(email);
            act(page, "factor:renew");
            page.waitForURL(address -> address.contains("/confirm"));
            console.look("confirm");
            page.locator("[id='confirm:password']").fill("not the password");
            page.locator("[id='confirm:go']").click();
            assertThat(beside(page, "confirm:password")).isVisible();
            page.locator("[id='confirm:password']").fill(LiveUplink.DEMO_PASSWORD);
            page.locator("[id='confirm:go']").click();
            page.waitForURL(address -> address.endsWith("/account"));
            page.locator("[id='factor:renew']").click();
            page.locator(".ui-confirmdialog-yes").click();
            assertThat(page.locator("#codes li")).hasCount(10);
            console.look("account-codes");

            act(page, "sessions:endOthers");
            assertThat(page.locator("[id='sessions:rows'] tbody tr")).hasCount(1);
            Waiting.until("the other browser is out", Duration.ofSeconds(5), () -> {
                other.page().navigate(uplink.url() + "/admin/customers");
                return other.page().url().contains("/sign-in");
            });
            page.locator("[id='password:currentPassword']").fill("not the password");
            page.locator("[id='password:newPassword']").fill("Another-Horse-8");
            page.locator("[id='password:go']").click();
            assertThat(beside(page, "password:currentPassword")).isVisible();
            page.locator("[id='password:currentPassword']").fill(LiveUplink.DEMO_PASSWORD);
            page.locator("[id='password:newPassword']").fill("password1");
            page.locator("[id='password:go']").click();
            assertThat(beside(page, "password:newPassword")).isVisible();
            assertEquals(List.of(), console.complaints());
        }
    }

    private void setBack(String email) throws SQLException {
        try (var connection = uplink.database();
                PreparedStatement earlier = connection.prepareStatement(
                        """
                        update sessions set confirmed_at = confirmed_at - interval '16 minutes'
                        where user_id = (select id from users where email = ?)""")) {
            earlier.setString(1, email);
            earlier.executeUpdate();
        }
    }

    private int customers(String key) {
        try {
            HttpRequest request = HttpRequest.newBuilder(URI.create(uplink.url() + "/api/v1/admin/customers"))
                    .header("Authorization", "Bearer " + key)
                    .build();
            return HttpClient.newHttpClient()
                    .send(request, HttpResponse.BodyHandlers.discarding())
                    .statusCode();
        } catch (IOException e) {
            return 0;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return 0;
        }
    }

    /** Presses a button that asks before it acts, and waits for the page that follows. */
    private static void act(Page page, String button) {
        page.locator("[id='" + button + "']").click();
        page.waitForResponse(
                answer -> answer.request().isNavigationRequest() && answer.status() == 200,
                () -> page.locator(".ui-confirmdialog-yes").click());
        page.waitForLoadState(LoadState.NETWORKIDLE);
    }

    private static Locator beside(Page page, String field) {
        return page.locator(".field:has([id='" + field + "']) .ui-message-error");
    }
}
