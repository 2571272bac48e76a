package uplink.ear;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Who somebody is, from outside: registration, recovery, sessions, second factor, throttle; with the real mails. */
class IdentityTest {

    private static final String PASSWORD = "Correct-Horse-7";
    private static final ObjectMapper JSON = new ObjectMapper();

    private final LiveUplink uplink = LiveUplink.shared();
    private final Mailbox mailbox = new Mailbox(uplink);
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    @Test
    void somebodyRegistersConfirmsAndRecovers() throws Exception {
        String email = newEmail();
        register(email);
        assertEquals(401, login(email, PASSWORD).statusCode(), "not before the address is confirmed");
        String link = mailbox.token("confirm", email);
        assertTrue(mailbox.address("confirm", email).startsWith("http://localhost:" + uplink.port()));
        assertEquals(204, post("auth/email/confirm", Map.of("token", link)).statusCode());
        assertEquals(400, post("auth/email/confirm", Map.of("token", link)).statusCode());
        JsonNode tokens = json(login(email, PASSWORD));
        assertEquals("customer", tokens.path("user").path("role").asText());

        assertEquals(202, post("auth/password/forgot", Map.of("email", email)).statusCode());
        String reset = mailbox.token("reset", email);
        Map<String, String> wanted = Map.of("token", reset, "newPassword", "Another-Horse-8");
        assertEquals(204, post("auth/password/reset", wanted).statusCode());
        assertEquals(400, post("auth/password/reset", wanted).statusCode());
        assertEquals(401, refresh(tokens).statusCode(), "all sessions have ended");
        Waiting.until("the access token is dead", Duration.ofSeconds(5), () -> sessions(tokens) == 401);
        assertEquals(401, login(email, PASSWORD).statusCode());
        assertEquals(200, login(email, "Another-Horse-8").statusCode());
    }

    @Test
    void nobodyLearnsWhoHasAnAccount() throws Exception {
        String known = "customer9@demo.uplink";
        String unknown = newEmail();
        for (String path : List.of("auth/register", "auth/password/forgot")) {
            HttpResponse<String> one = post(path, about(path, known));
            HttpResponse<String> other = post(path, about(path, unknown));
            assertEquals(202, one.statusCode(), one.body());
            assertEquals(one.statusCode(), other.statusCode());
            assertEquals(one.body(), other.body());
            assertEquals(one.headers().map().keySet(), other.headers().map().keySet());
        }
        mailbox.text("account-exists", known);
        mailbox.text("confirm", unknown);
    }

    /** A missing hash would be ten times faster; the machine's own noise must not matter. */
    @Test
    void aWrongPasswordTakesAsLongForAnUnknownAccount() throws Exception {
        login(newEmail(), "warm up");
        List<Long> known = new ArrayList<>();
        List<Long> unknown = new ArrayList<>();
        for (int i = 2; i <= 8; i++) {
            String email = "customer" + i + "@demo.uplink";
            known.add(nanos(() -> login(email, "not the password")));
            unknown.add(nanos(() -> login(newEmail(), "not the password")));
        }
        double ratio = (double) median(known) / median(unknown);
        assertTrue(ratio > 0.4 && ratio < 2.5, "known : unknown = " + ratio);
    }

    @Test
    void aVictimCannotBeLockedOut() throws Exception {
        String email = confirmed();
        HttpResponse<String> before = login(email, PASSWORD);
        String device = cookie(before, "uplink_device");
        together(12, () -> login(email, "guess " + UUID.randomUUID()).statusCode());
        assertEquals(401, login(email, PASSWORD).statusCode(), "a stranger's guesses are over");
        assertEquals(200, loginFrom(device, email).statusCode(), "a known device goes on");
        String link = mailbox.token("unlock", email);
        HttpResponse<String> known = post("auth/device/confirm", Map.of("token", link));
        assertEquals(204, known.statusCode());
        String other = cookie(known, "uplink_device");
        assertNotEquals(device, other);
        assertEquals(200, loginFrom(other, email).statusCode(), "as does whoever reads the mail");
        assertEquals(400, post("auth/device/confirm", Map.of("token", link)).statusCode());
    }

    @Test
    void ofSixteenRefreshesAtOnceNothingStaysAlive() throws Exception {
        JsonNode tokens = json(login(confirmed(), PASSWORD));
        List<HttpResponse<String>> answers = together(16, () -> refresh(tokens));
        List<HttpResponse<String>> won =
                answers.stream().filter(a -> a.statusCode() == 200).toList();
        assertTrue(won.size() == 1 || won.size() == 2, "one exchange, at most one lost answer: " + won.size());
        for (HttpResponse<String> answer : won) {
            assertEquals(401, refresh(json(answer)).statusCode(), "one of the sixteen was a thief");
        }
    }

    @Test
    void aReusedTokenEndsItsOwnSessionAndIsTold() throws Exception {
        String email = confirmed();
        JsonNode stolen = json(login(email, PASSWORD));
        JsonNode other = json(login(email, PASSWORD));
        JsonNode next = json(refresh(stolen));
        JsonNode last = json(refresh(next));
        assertEquals(401, refresh(stolen).statusCode());
        assertEquals(401, refresh(last).statusCode());
        assertEquals(200, refresh(other).statusCode());
        mailbox.text("session-ended", email);
    }

    @Test
    void sessionsAreListedAndEndedOneByOne() throws Exception {
        String email = confirmed();
        JsonNode here = json(login(email, PASSWORD));
        JsonNode phone = json(post(
                "auth/login", Map.of("email", email, "password", PASSWORD, "deviceInfo", "Phone of \"Anna\" <b>")));
        JsonNode list = json(send("GET", "auth/sessions", null, access(here)));
        assertEquals(2, list.path("items").size());
        JsonNode newest = list.path("items").path(0);
        assertEquals("Phone of \"Anna\" <b>", newest.path("device").asText());
        assertEquals("127.0.0.1", newest.path("address").asText());
        assertFalse(newest.path("current").asBoolean());
        String id = newest.path("id").asText();
        String stranger = access(json(login(confirmed(), PASSWORD)));
        assertEquals(404, send("DELETE", "auth/sessions/" + id, null, stranger).statusCode());
        assertEquals(
                204, send("DELETE", "auth/sessions/" + id, null, access(here)).statusCode());
        assertEquals(
                404, send("DELETE", "auth/sessions/" + id, null, access(here)).statusCode());
        Waiting.until("the phone is signed out", Duration.ofSeconds(5), () -> sessions(phone) == 401);
        assertEquals(401, refresh(phone).statusCode());
        assertEquals(200, sessions(here));
        JsonNode third = json(login(email, PASSWORD));
        assertEquals(204, send("DELETE", "auth/sessions", null, access(third)).statusCode());
        Waiting.until("the others are signed out", Duration.ofSeconds(5), () -> sessions(here) == 401);
        assertEquals(200, sessions(third));
    }

    @Test
    void staffEnrolBeforeAnythingOpens() throws Exception {
        String administrator = access(json(DemoStaff.signIn(uplink, "admin@demo.uplink")));
        String email = newEmail();
        HttpResponse<String> made = send(
                "POST",
                "admin/users",
                Map.of("email", email, "fullName", "Новая", "role", "operator", "password", PASSWORD),
                administrator);
        assertEquals(201, made.statusCode(), made.body());
        String id = json(made).path("id").asText();
        JsonNode first = json(login(email, PASSWORD));
        assertEquals(
                "[\"mfa-enrolment\"]", first.path("user").path("permissions").toString());
        HttpResponse<String> closed = send("GET", "admin/customers", null, access(first));
        assertEquals(403, closed.statusCode());
        assertEquals(
                "/problems/mfa-enrolment-required", json(closed).path("type").asText());
        assertEquals(403, sessions(first));

        JsonNode enrolment = json(send("POST", "auth/mfa/totp/enroll", null, access(first)));
        String secret = enrolment.path("secret").asText();
        assertTrue(enrolment.path("otpauthUri").asText().contains(secret));
        assertTrue(enrolment.path("qrPng").asText().startsWith("iVBOR"), "a PNG");
        HttpResponse<String> confirmed = send(
                "POST", "auth/mfa/totp/confirm", Map.of("code", DemoStaff.code(secret, Instant.now())), access(first));
        assertEquals(200, confirmed.statusCode(), confirmed.body());
        JsonNode backup = json(confirmed).path("backupCodes");
        assertEquals(10, backup.size());
        assertEquals(
                200, send("GET", "admin/customers?limit=1", null, access(first)).statusCode());
        assertEquals(409, send("DELETE", "auth/mfa/totp", null, access(first)).statusCode());

        Map<String, String> code = Map.of(
                "mfaToken", json(login(email, PASSWORD)).path("mfaToken").asText(),
                "code", backup.path(0).asText());
        assertEquals(200, post("auth/mfa/verify", code).statusCode());
        assertEquals(401, post("auth/mfa/verify", code).statusCode());
        assertEquals(
                401,
                post(
                                "auth/mfa/verify",
                                Map.of(
                                        "mfaToken",
                                        json(login(email, PASSWORD))
                                                .path("mfaToken")
                                                .asText(),
                                        "code",
                                        backup.path(0).asText()))
                        .statusCode(),
                "a backup code is good once");

        assertEquals(
                200,
                send("PATCH", "admin/users/" + id, Map.of("role", "tech"), administrator)
                        .statusCode());
        Waiting.until("the other role holds", Duration.ofSeconds(5), () -> status("rating/simulate", first) == 403);
        assertEquals(
                200,
                send("PATCH", "admin/users/" + id, Map.of("active", false), administrator)
                        .statusCode());
        Waiting.until("the disabled user is out", Duration.ofSeconds(5), () -> status("rating/simulate", first) == 401);
    }

    @Test
    void aRestartRevivesNothingAndEndsNothing() throws Exception {
        String email = confirmed();
        JsonNode ended = json(login(email, PASSWORD));
        JsonNode used = json(login(email, PASSWORD));
        JsonNode open = json(refresh(used));
        assertEquals(204, send("POST", "auth/logout", null, access(ended)).statusCode());
        uplink.restartApplication();
        assertEquals(401, refresh(ended).statusCode());
        assertEquals(401, sessions(ended));
        assertEquals(200, sessions(open), "neither the session nor the signing key is of this process only");
        JsonNode next = json(refresh(open));
        refresh(next);
        assertEquals(401, refresh(used).statusCode());
        Waiting.until("a token from before ended it", Duration.ofSeconds(5), () -> sessions(next) == 401);
    }

    @Test
    void aTokenIsGoodForItsOwnPurposeOnly() throws Exception {
        JsonNode tokens = json(login(confirmed(), PASSWORD));
        String refresh = tokens.path("refreshToken").asText();
        String pending = json(login("tech@demo.uplink", LiveUplink.DEMO_PASSWORD))
                .path("mfaToken")
                .asText();
        for (String wrong : List.of(refresh, pending, "uplink_key_" + refresh, access(tokens) + "A", "null", "")) {
            assertEquals(401, send("GET", "auth/sessions", null, wrong).statusCode(), wrong);
        }
        for (String wrong : List.of(access(tokens), pending)) {
            assertEquals(
                    401, post("auth/refresh", Map.of("refreshToken", wrong)).statusCode());
        }
        for (String wrong : List.of(refresh, access(tokens))) {
            Map<String, String> step = Map.of("mfaToken", wrong, "code", "123456");
            assertEquals(401, post("auth/mfa/verify", step).statusCode());
            assertEquals(400, post("auth/email/confirm", Map.of("token", wrong)).statusCode());
        }
        assertEquals(200, refresh(tokens).statusCode(), "and none of that has hurt it");
    }

    @Test
    void aProgramUsesAKeyUntilItIsRevoked() throws Exception {
        String administrator = access(json(DemoStaff.signIn(uplink, "admin@demo.uplink")));
        JsonNode account = json(send("POST", "admin/service-accounts", Map.of("name", "Бухгалтерия"), administrator));
        String keys = "admin/service-accounts/" + account.path("id").asText() + "/keys";
        JsonNode made = json(send(
                "POST",
                keys,
                Map.of("name", "1C", "permissions", List.of("customer:read"), "days", 30),
                administrator));
        String key = made.path("key").asText();
        assertEquals(200, send("GET", "admin/customers?limit=1", null, key).statusCode());
        assertEquals(403, send("GET", "admin/users", null, key).statusCode());
        assertFalse(send("GET", keys, null, administrator).body().contains(key));
        assertEquals(
                204,
                send("DELETE", keys + "/" + made.path("details").path("id").asText(), null, administrator)
                        .statusCode());
        Waiting.until("the key is dead", Duration.ofSeconds(5), () -> {
            try {
                return send("GET", "admin/customers?limit=1", null, key).statusCode() == 401;
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        });
    }

    private static Map<String, String> about(String path, String email) {
        return path.endsWith("register")
                ? Map.of("email", email, "password", PASSWORD, "fullName", "Пётр")
                : Map.of("email", email);
    }

    private void register(String email) throws Exception {
        assertEquals(202, post("auth/register", about("auth/register", email)).statusCode());
    }

    private String confirmed() throws Exception {
        String email = newEmail();
        register(email);
        post("auth/email/confirm", Map.of("token", mailbox.token("confirm", email)));
        return email;
    }

    private static String newEmail() {
        return "u" + UUID.randomUUID() + "@example.org";
    }

    private HttpResponse<String> login(String email, String password) {
        try {
            return post("auth/login", Map.of("email", email, "password", password));
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private HttpResponse<String> loginFrom(String device, String email) throws Exception {
        HttpRequest request = request("auth/login", null)
                .header("Cookie", "uplink_device=" + device)
                .POST(HttpRequest.BodyPublishers.ofString(
                        JSON.writeValueAsString(Map.of("email", email, "password", PASSWORD))))
                .build();
        return http.send(request, HttpResponse.BodyHandlers.ofString());
    }

    private HttpResponse<String> refresh(JsonNode tokens) throws Exception {
        return post(
                "auth/refresh",
                Map.of("refreshToken", tokens.path("refreshToken").asText()));
    }

    private int sessions(JsonNode tokens) {
        return status("auth/sessions", tokens);
    }

    private int status(String path, JsonNode tokens) {
        try {
            return path.equals("rating/simulate")
                    ? send("POST", path, Map.of(), access(tokens)).statusCode()
                    : send("GET", path, null, access(tokens)).statusCode();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private HttpResponse<String> post(String path, Map<String, ?> body) throws Exception {
        return send("POST", path, body, null);
    }

    private HttpResponse<String> send(String method, String path, @Nullable Map<String, ?> body, @Nullable String token)
            throws Exception {
        HttpRequest.BodyPublisher publisher = body == null
                ? HttpRequest.BodyPublishers.noBody()
                : HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(body));
        HttpRequest request = request(path, token).method(method, publisher).build();
        HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
        uplink.contract().check(request, answer);
        return answer;
    }

    private HttpRequest.Builder request(String path, @Nullable String token) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(uplink.url() + "/api/v1/" + path))
                .header("Content-Type", "application/json");
        return token == null ? request : request.header("Authorization", "Bearer " + token);
    }

    private static String access(JsonNode tokens) {
        return tokens.path("accessToken").asText();
    }

    private static String cookie(HttpResponse<String> answer, String name) {
        return answer.headers().allValues("Set-Cookie").stream()
                .filter(set -> set.startsWith(name + "="))
                .map(set -> set.substring(name.length() + 1, set.indexOf(';')))
                .findFirst()
                .orElseThrow();
    }

    private static JsonNode json(HttpResponse<String> answer) throws Exception {
        return JSON.readTree(answer.body());
    }

    private static long nanos(Supplier<HttpResponse<String>> call) {
        long begun = System.nanoTime();
        assertEquals(401, call.get().statusCode());
        return System.nanoTime() - begun;
    }

    private static long median(List<Long> values) {
        return values.stream().sorted().toList().get(values.size() / 2);
    }

    private static <T> List<T> together(int threads, Callable<T> work) throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try {
            List<Callable<T>> all =
                    IntStream.range(0, threads).mapToObj(i -> work).toList();
            List<T> results = new ArrayList<>();
            for (var future : pool.invokeAll(all)) {
                results.add(future.get());
            }
            return results;
        } finally {
            pool.shutdownNow();
        }
    }
}
