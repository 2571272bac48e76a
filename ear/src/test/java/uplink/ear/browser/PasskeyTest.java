package uplink.ear.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.LoadState;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import uplink.ear.LiveUplink;
import uplink.ear.Mailbox;

/** Passkeys in a real browser with an authenticator of its own: connected, used both ways, copied, removed. */
class PasskeyTest {

    /** Asks, has it answered, and sends the answer twice: what the API says each time. */
    private static final String TWICE =
            """
            async () => {
              const post = (path, body) => fetch('/api/v1/auth/' + path, { method: 'POST',
                  headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body) });
              const options = await (await post('passkey/options', {})).json();
              const answer = await (%s)(options);
              return [(await post('passkey/verify', answer)).status, (await post('passkey/verify', answer)).status];
            }""";

    /** What a client does with the question; bytes go to and fro in base64url. */
    private static final String ANSWER =
            """
            async (options) => {
              const bytes = t => Uint8Array.from(atob(t.replace(/-/g, '+').replace(/_/g, '/')), c => c.charCodeAt(0));
              const text = b => btoa(String.fromCharCode(...new Uint8Array(b)))
                  .replace(/\\+/g, '-').replace(/\\//g, '_').replace(/=+$/, '');
              const proof = await navigator.credentials.get({ publicKey: { challenge: bytes(options.challenge),
                  rpId: options.rpId, userVerification: 'required' } });
              return { credentialId: text(proof.rawId), clientDataJson: text(proof.response.clientDataJSON),
                  authenticatorData: text(proof.response.authenticatorData),
                  signature: text(proof.response.signature), userHandle: text(proof.response.userHandle) };
            }""";

    private final LiveUplink uplink = LiveUplink.shared();
    private final HttpClient http = HttpClient.newHttpClient();

    @ParameterizedTest
    @CsvSource({"ru,LIGHT,1440,tech@demo.uplink", "en,DARK,900,operator@demo.uplink"})
    void aPasskeyFromItsFirstDayToItsLast(String language, ColorScheme colors, int width, String email)
            throws Exception {
        try (Console console = Console.atItsAddress(language, colors, width)) {
            plugIn(console.page());
            Page page = console.signInAnew(email).open("/account").page();
            page.locator("[id='passkey:ask']").click();
            assertThat(page.locator(".field:has([id='passkey:label']) .ui-message-error"))
                    .isVisible();
            page.locator("[id='passkey:label']").fill("Work <i>laptop</i>");
            page.locator("[id='passkey:ask']").click();
            assertThat(page.locator("#passkeyRows tbody tr")).hasCount(1);
            new Mailbox(uplink).text("passkey-added", email);
            page.locator("#passkeyRows a").click();
            page.locator("[id='passkey:label']").fill("Security key");
            console.look("passkey");
            page.locator("[id='passkey:save']").click();
            assertThat(page.locator("#passkeyRows")).containsText("Security key");
            console.look("account-passkey");
            signOut(page);

            page.locator("[id='signIn:email']").fill(email);
            page.locator("[id='signIn:password']").fill(LiveUplink.DEMO_PASSWORD);
            page.locator("[id='signIn:go']").click();
            page.waitForURL(url -> url.endsWith("/sign-in-code"));
            console.look("sign-in-code-passkey");
            page.locator("[id='passkey:ask']").click();
            page.waitForURL(url -> !url.contains("sign-in"));
            signOut(page);

            page.locator("[id='passkey:ask']").click();
            page.waitForURL(url -> !url.contains("sign-in"));
            console.open("/account");
            assertThat(page.locator("#passkeyRows tbody tr")).hasCount(1);
            assertEquals(
                    List.of(200, 401), page.evaluate(String.format(java.util.Locale.ROOT, TWICE, ANSWER)), "replayed");
            assertEquals(401, answeredElsewhere(page));

            console.open("/account");
            page.locator("#passkeyRows button").click();
            page.locator(".ui-confirmdialog-yes").click();
            assertThat(page.locator("#passkeyRows")).hasCount(0);
            signOut(page);
            page.locator("[id='passkey:ask']").click();
            assertThat(page.locator("[id='passkey'] .refused")).isVisible();
            console.look("sign-in-passkey-refused");
            assertTrue(page.url().contains("/sign-in"));
            assertEquals(
                    List.of(),
                    console.complaints().stream()
                            .filter(said -> !said.contains("401")) // the replay, which was meant
                            .toList());
        }
    }

    /** A page of somebody else on the same host: its answer is for another origin. */
    private int answeredElsewhere(Page page) throws IOException, InterruptedException {
        HttpServer other = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        other.createContext("/", exchange -> {
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        other.start();
        try {
            String options = post("passkey/options", "{}").body();
            page.navigate("http://localhost:" + other.getAddress().getPort() + "/");
            Object answer = page.evaluate(
                    "async options => JSON.stringify(await (" + ANSWER + ")(JSON.parse(options)))", options);
            return post("passkey/verify", answer.toString()).statusCode();
        } finally {
            other.stop(0);
        }
    }

    private HttpResponse<String> post(String path, String body) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(uplink.url() + "/api/v1/auth/" + path))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        return http.send(request, HttpResponse.BodyHandlers.ofString());
    }

    /** An authenticator that its owner unlocks each time. */
    private static void plugIn(Page page) {
        CDPSession browser = page.context().newCDPSession(page);
        browser.send("WebAuthn.enable");
        JsonObject options = new JsonObject();
        options.addProperty("protocol", "ctap2");
        options.addProperty("transport", "internal");
        options.addProperty("hasResidentKey", true);
        options.addProperty("hasUserVerification", true);
        options.addProperty("isUserVerified", true);
        options.addProperty("automaticPresenceSimulation", true);
        JsonObject parameters = new JsonObject();
        parameters.add("options", options);
        browser.send("WebAuthn.addVirtualAuthenticator", parameters);
    }

    private static void signOut(Page page) {
        page.locator("[id='leave:signOut']").click();
        page.waitForURL(url -> url.contains("/sign-in"));
        page.waitForLoadState(LoadState.NETWORKIDLE);
    }
}
