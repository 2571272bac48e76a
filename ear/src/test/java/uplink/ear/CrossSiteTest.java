package uplink.ear;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What another site can make a signed-in browser send, and what comes of it: nothing. */
class CrossSiteTest {

    private static final String ATTACKER = "https://attacker.example";

    private final LiveUplink uplink = LiveUplink.shared();
    private final Api api = new Api(uplink);

    /** Otherwise the refusals of the next test would prove nothing. */
    @Test
    void theConsolesOwnFormWrites() {
        ConsoleClient admin = new ConsoleClient(uplink, null).signIn(uplink, "admin@demo.uplink");
        long before = fees();
        HttpResponse<String> saved = send(admin, ConsoleClient.viewState(admin.get("/fee-edit")));
        assertEquals(302, saved.statusCode(), saved.body());
        assertEquals(before + 1, fees());
    }

    /** The form of the signed-in victim, sent without what only the console's own page knows. */
    @ParameterizedTest
    @ValueSource(strings = {"none", "made up", "of another session"})
    void aFormOfTheConsoleNeedsTheStateOfItsOwnPage(String kind) {
        ConsoleClient victim = new ConsoleClient(uplink, null).signIn(uplink, "admin@demo.uplink");
        String state =
                switch (kind) {
                    case "none" -> null;
                    case "made up" -> "-1234567890123456789:9876543210987654321";
                    default ->
                        ConsoleClient.viewState(new ConsoleClient(uplink, null)
                                .signIn(uplink, "admin@demo.uplink")
                                .get("/fee-edit"));
                };
        long before = fees();
        HttpResponse<String> answer = send(victim, state, "Origin", ATTACKER);
        assertEquals(before, fees(), "nothing was written");
        assertTrue(answer.statusCode() < 500, kind + " is answered " + answer.statusCode());
        assertEquals(200, victim.get("/customers").statusCode(), "and the victim is still signed in");
    }

    /** A signed-in victim's sign-out, sign-in form included: the state belongs to a session. */
    @Test
    void nobodyIsSignedOutFromElsewhere() {
        ConsoleClient victim = new ConsoleClient(uplink, null).signIn(uplink, "admin@demo.uplink");
        for (Map<String, String> more : List.of(
                Map.of("leave", "leave", "leave:signOut", "leave:signOut"),
                Map.of("leave", "leave", "leave:signOut", "leave:signOut", "jakarta.faces.ViewState", "e1s1"))) {
            victim.post("/customers", Map.of(), null, more, "Origin", ATTACKER);
            assertEquals(200, victim.get("/customers").statusCode());
        }
        victim.get("/customers?leave=leave&leave%3AsignOut=leave%3AsignOut");
        assertEquals(200, victim.get("/customers").statusCode());
    }

    /** A form can send the cookie, but neither the header nor the type; a script of another site may send neither. */
    @Test
    void aRefreshByCookieNeedsWhatNoFormCanSend() {
        HttpResponse<String> signedIn = api.post(
                "auth/login",
                Map.of("email", "customer1@demo.uplink", "password", LiveUplink.DEMO_PASSWORD),
                null,
                "X-Token-Delivery",
                "cookie");
        String cookie = signedIn.headers().allValues("set-cookie").stream()
                .filter(c -> c.startsWith("uplink_refresh="))
                .map(c -> c.substring(0, c.indexOf(';')))
                .findFirst()
                .orElseThrow();
        assertEquals(
                400,
                api.post("auth/refresh", Map.of(), null, "Cookie", cookie, "Origin", ATTACKER)
                        .statusCode());
        for (String simple : List.of("text/plain", "application/x-www-form-urlencoded", "multipart/form-data")) {
            HttpResponse<String> form =
                    Raw.send(uplink, "POST", "/api/v1/auth/refresh", "{}", "Content-Type", simple, "Cookie", cookie);
            assertEquals(415, form.statusCode(), simple + " " + form.body());
        }
        HttpResponse<String> preflight = Raw.send(
                uplink,
                "OPTIONS",
                "/api/v1/auth/refresh",
                null,
                "Origin",
                ATTACKER,
                "Access-Control-Request-Method",
                "POST",
                "Access-Control-Request-Headers",
                "x-token-delivery");
        assertEquals(403, preflight.statusCode());
        assertFalse(preflight.headers().map().containsKey("access-control-allow-origin"));
        HttpResponse<String> own =
                api.post("auth/refresh", Map.of(), null, "Cookie", cookie, "X-Token-Delivery", "cookie");
        assertEquals(200, own.statusCode(), own.body());
        assertFalse(own.headers().map().containsKey("access-control-allow-origin"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                ATTACKER,
                "null",
                "http://127.0.0.1.attacker.example",
                "http://localhost",
                "https://localhost:443",
                "*"
            })
    void noOtherOriginMayReadAnAnswer(String origin) {
        for (String path : List.of("/api/v1/billing/tariffs", "/api/v1/auth/jwks", "/admin/sign-in", "/openapi", "/")) {
            HttpResponse<String> answer = Raw.send(uplink, "GET", path, null, "Origin", origin);
            assertFalse(answer.headers().map().containsKey("access-control-allow-origin"), path);
            assertFalse(answer.headers().map().containsKey("access-control-allow-credentials"), path);
        }
    }

    private HttpResponse<String> send(ConsoleClient console, String state, String... headers) {
        Map<String, String> fee = Map.of(
                "fee:code", "forged-" + System.nanoTime(),
                "fee:nameRu", "Подделка",
                "fee:nameEn", "Forged",
                "fee:amount", "1.00",
                "fee:taxClass", People.value(uplink, "select code from tax_classes order by code limit 1"));
        return console.post("/fee-edit", fee, state, Map.of("fee", "fee", "fee:save", "fee:save"), headers);
    }

    private long fees() {
        return Long.parseLong(People.value(uplink, "select count(*) from fees"));
    }
}
