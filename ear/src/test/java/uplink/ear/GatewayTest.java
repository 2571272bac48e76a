package uplink.ear;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The API's gateway from outside: who gets in, what is refused and how, and what a repetition is answered. */
class GatewayTest {

    private static final String SIMULATION =
            """
            {"currency":"USD","billingDay":15,"timeline":[{"date":"2011-09-01","event":"start","price":"10.00"}],
             "targets":["2011-10-03"]}""";

    private final LiveUplink uplink = LiveUplink.shared();
    /** An ordinary client: Java's own offers an upgrade to HTTP/2 with every request, and this server has none. */
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    @Test
    void signInRefreshAndSignOut() throws Exception {
        HttpResponse<String> signedIn = DemoStaff.signIn(uplink, "operator@demo.uplink");
        assertEquals(200, signedIn.statusCode(), signedIn.body());
        assertEquals("Bearer", field(signedIn, "tokenType"));
        assertTrue(signedIn.body().contains("\"expiresIn\":600"));
        assertFalse(signedIn.body().contains("customerId"), "staff are no customers");
        String first = field(signedIn, "refreshToken");
        HttpResponse<String> renewed = post("auth/refresh", "{\"refreshToken\":\"" + first + "\"}");
        assertEquals(200, renewed.statusCode(), renewed.body());
        String token = field(renewed, "accessToken");
        assertEquals(204, send(request("auth/logout").POST(none()), token).statusCode());
        assertEquals(
                401,
                send(request("rating/simulate").POST(body(SIMULATION)), token).statusCode());
        String next = field(renewed, "refreshToken");
        assertEquals(
                401, post("auth/refresh", "{\"refreshToken\":\"" + next + "\"}").statusCode());
    }

    @Test
    void aBrowserGetsTheRefreshTokenAsACookie() throws Exception {
        String credentials = credentials("customer1@demo.uplink", LiveUplink.DEMO_PASSWORD);
        HttpResponse<String> answer =
                send(request("auth/login").header("X-Token-Delivery", "cookie").POST(body(credentials)), null);
        String cookie = answer.headers().allValues("Set-Cookie").stream()
                .filter(set -> set.startsWith("uplink_refresh="))
                .findFirst()
                .orElseThrow();
        for (String part : List.of("HttpOnly", "Secure", "SameSite=Strict", "Path=/api/v1/auth")) {
            assertTrue(cookie.contains(part), cookie);
        }
        assertFalse(answer.body().contains("refreshToken"));
    }

    @Test
    void whoeverIsNotLetInHearsTheSame() throws Exception {
        HttpResponse<String> wrong = signIn("tech@demo.uplink", "not the password");
        HttpResponse<String> unknown = signIn("nobody@demo.uplink", "not the password");
        assertEquals(401, wrong.statusCode());
        assertEquals(withoutIds(wrong.body()), withoutIds(unknown.body()));
        assertEquals(wrong.headers().map().keySet(), unknown.headers().map().keySet());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "POST | auth/login          | {\"email\":               | 400 | malformed",
                "POST | auth/login          | {\"email\":\"x\"}         | 400 | validation",
                "POST | auth/login          | {\"email\":\"x\",\"password\":\"y\",\"z\":1} | 400 | validation",
                "GET  | auth/login          |                            | 405 | method-not-allowed",
                "GET  | no/such/address     |                            | 404 | not-found",
                "POST | rating/simulate     | {}                         | 401 | unauthenticated",
                "GET  | ../elsewhere        |                            | 404 | not-found",
            })
    void refusalsAreProblems(String method, String path, String body, int status, String slug) throws Exception {
        HttpRequest.Builder request =
                request(path).method(method, body == null ? none() : body(body)).header("Accept-Language", "en");
        HttpResponse<String> answer = send(request, null);
        assertEquals(status, answer.statusCode(), answer.body());
        assertEquals(
                "application/problem+json",
                answer.headers().firstValue("Content-Type").orElse(""));
        assertEquals("/problems/" + slug, field(answer, "type"));
        assertEquals(answer.headers().firstValue("X-Request-Id").orElse(""), field(answer, "requestId"));
        assertEquals(
                "nosniff", answer.headers().firstValue("X-Content-Type-Options").orElse(""));
        assertEquals("no-store", answer.headers().firstValue("Cache-Control").orElse(""));
        assertTrue(answer.headers()
                .firstValue("Content-Security-Policy")
                .orElse("")
                .contains("frame-ancestors 'none'"));
    }

    @Test
    void anUnsignedCopyOfAGoodTokenIsRefused() throws Exception {
        String[] good = token("admin@demo.uplink").split("\\.", -1);
        String header = Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString("{\"alg\":\"none\",\"typ\":\"at+jwt\"}".getBytes(StandardCharsets.UTF_8));
        for (String forged : List.of(header + "." + good[1] + ".", good[0] + "." + good[1] + ".AAAA")) {
            HttpResponse<String> answer = send(request("rating/simulate").POST(body(SIMULATION)), forged);
            assertEquals(401, answer.statusCode());
            assertTrue(
                    answer.headers().firstValue("WWW-Authenticate").orElse("").startsWith("Bearer"));
        }
    }

    @Test
    void permissionsDecideWhoMaySimulate() throws Exception {
        assertEquals(403, simulate(token("tech@demo.uplink"), null, SIMULATION).statusCode());
        assertEquals(
                403, simulate(token("customer1@demo.uplink"), null, SIMULATION).statusCode());
        HttpResponse<String> answer = simulate(token("operator@demo.uplink"), null, SIMULATION);
        assertEquals(200, answer.statusCode(), answer.body());
        assertEquals("14.52", field(answer, "total"));
    }

    @Test
    void anEventThatMakesNoSenseIsNamed() throws Exception {
        String nonsense = "{\"timeline\":[{\"date\":\"2026-01-01\",\"event\":\"start\",\"price\":\"1.00\"},"
                + "{\"date\":\"2026-02-01\",\"event\":\"resume\"}],\"targets\":[\"2026-03-01\"]}";
        HttpResponse<String> answer = simulate(token("operator@demo.uplink"), null, nonsense);
        assertEquals(422, answer.statusCode());
        assertEquals("/problems/invalid-timeline", field(answer, "type"));
        assertTrue(answer.body().contains("\"index\":1"), answer.body());
    }

    @Test
    void aRepetitionGetsTheFirstAnswerByteForByte() throws Exception {
        String token = token("operator@demo.uplink");
        String key = UUID.randomUUID().toString();
        String nonsense = "{\"timeline\":[],\"targets\":[\"2026-03-01\"]}";
        HttpResponse<String> first = simulate(token, key, nonsense);
        assertEquals(422, first.statusCode());
        HttpResponse<String> again = simulate(token, key, nonsense);
        assertEquals(first.body(), again.body(), "the request id inside is the first one's");
        assertEquals("true", again.headers().firstValue("Idempotency-Replayed").orElse(""));
        HttpResponse<String> other = simulate(token, key, SIMULATION);
        assertEquals(422, other.statusCode());
        assertEquals("/problems/idempotency-key-reused", field(other, "type"));
        assertEquals(
                200, simulate(token("accountant@demo.uplink"), key, SIMULATION).statusCode(), "keys are personal");
    }

    @Test
    void parallelRepetitionsAreOneRequest() throws Exception {
        String token = token("operator@demo.uplink");
        String key = UUID.randomUUID().toString();
        ExecutorService threads = Executors.newFixedThreadPool(16);
        try {
            List<Callable<HttpResponse<String>>> calls = new ArrayList<>();
            for (int i = 0; i < 16; i++) {
                calls.add(() -> simulate(token, key, SIMULATION));
            }
            int first = 0;
            for (var call : threads.invokeAll(calls)) {
                HttpResponse<String> answer = call.get();
                assertTrue(Set.of(200, 409).contains(answer.statusCode()), answer.body());
                boolean replayed =
                        answer.headers().firstValue("Idempotency-Replayed").isPresent();
                first += answer.statusCode() == 200 && !replayed ? 1 : 0;
            }
            assertEquals(1, first);
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void bodiesHaveALimitWhateverTheySay() throws Exception {
        byte[] large = ("{\"email\":\"" + "x".repeat(300_000) + "\"}").getBytes(StandardCharsets.UTF_8);
        assertEquals(
                413,
                send(request("auth/login").POST(HttpRequest.BodyPublishers.ofByteArray(large)), null)
                        .statusCode());
        HttpRequest.BodyPublisher chunked =
                HttpRequest.BodyPublishers.ofInputStream(() -> new java.io.ByteArrayInputStream(large));
        assertEquals(413, send(request("auth/login").POST(chunked), null).statusCode());
    }

    @Test
    void theDocumentIsTheOneThatTheBuildMade() throws Exception {
        HttpResponse<String> document = http.send(
                HttpRequest.newBuilder(URI.create(uplink.url() + "/openapi?format=json"))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        assertEquals(200, document.statusCode());
        assertTrue(document.body().contains("/api/v1/rating/simulate"), document.body());
        assertTrue(document.body().contains("x-permission"), "permissions are part of the document");
        assertFalse(document.body().contains("maxProperties"), "nothing that the server's scanner made up");
        assertEquals(200, uplink.status(uplink.url() + "/api/docs/"));
        assertEquals(200, uplink.status(uplink.url() + "/api/docs/openapi.json"));
        assertEquals(200, uplink.status(uplink.url() + "/api/docs/swagger-ui-bundle.js"));
    }

    private HttpResponse<String> simulate(String token, String key, String body) throws Exception {
        HttpRequest.Builder request = request("rating/simulate").POST(body(body));
        return send(key == null ? request : request.header("Idempotency-Key", key), token);
    }

    private String token(String email) throws Exception {
        return field(DemoStaff.signIn(uplink, email), "accessToken");
    }

    private HttpResponse<String> signIn(String email, String password) throws Exception {
        return post("auth/login", credentials(email, password));
    }

    private static String credentials(String email, String password) {
        return "{\"email\":\"" + email + "\",\"password\":\"" + password + "\"}";
    }

    private HttpResponse<String> post(String path, String body) throws Exception {
        return send(request(path).POST(body(body)), null);
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(
                        URI.create(uplink.url() + "/api/v1/" + path).normalize())
                .header("Content-Type", "application/json");
    }

    private HttpResponse<String> send(HttpRequest.Builder request, String token)
            throws IOException, InterruptedException {
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        HttpRequest sent = request.build();
        HttpResponse<String> answer = http.send(sent, HttpResponse.BodyHandlers.ofString());
        uplink.contract().check(sent, answer);
        return answer;
    }

    private static HttpRequest.BodyPublisher body(String text) {
        return HttpRequest.BodyPublishers.ofString(text);
    }

    private static HttpRequest.BodyPublisher none() {
        return HttpRequest.BodyPublishers.noBody();
    }

    private static String field(HttpResponse<String> answer, String name) {
        Matcher found = Pattern.compile("\"" + name + "\":\"([^\"]*)\"").matcher(answer.body());
        assertTrue(found.find(), name + " in " + answer.body());
        return found.group(1);
    }

    private static String withoutIds(String body) {
        return body.replaceAll("\"requestId\":\"[^\"]*\"", "");
    }
}
