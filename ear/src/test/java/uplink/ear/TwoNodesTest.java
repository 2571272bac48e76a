package uplink.ear;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static uplink.ear.Api.field;
import static uplink.ear.Api.json;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Two real servers on one database and one broker, with the limits of a real installation: what one of them has decided
 * holds on the other, and what is counted is counted over both.
 */
class TwoNodesTest {

    /** What trust.md grants for a revocation to reach every node. */
    private static final Duration SOON = Duration.ofSeconds(5);

    private static final String PASSWORD = LiveUplink.DEMO_PASSWORD;
    private static final AtomicInteger ADDRESSES = new AtomicInteger();

    private static LiveUplink one;
    private static LiveUplink two;

    @BeforeAll
    static void startBoth() {
        Path target = LiveUplink.home().resolve("ear/target");
        Map<String, String> settings = Map.of("UPLINK_RATE_LIMIT_FACTOR", "1", "UPLINK_TRUSTED_PROXIES", "127.0.0.1");
        one = LiveUplink.fresh(target.resolve("node-one"), settings);
        two = one.join(target.resolve("node-two"), settings);
    }

    @AfterAll
    static void stopBoth() {
        CompletableFuture<Void> second = CompletableFuture.runAsync(() -> {
            if (two != null) {
                two.stop();
            }
        });
        second.join();
        if (one != null) {
            one.stop();
        }
    }

    @Test
    void aRevokedSessionIsOutOnBothNodesAndInTheConsole() {
        String email = People.make(one, "customer");
        JsonNode here = json(first().login(email, PASSWORD));
        JsonNode there = json(second().login(email, PASSWORD));
        assertEquals(200, sessions(second(), here));
        String id = json(second().get("auth/sessions", access(there)))
                .path("items")
                .findValues("id")
                .get(1)
                .asText();
        assertEquals(
                204,
                second().send("DELETE", "auth/sessions/" + id, null, access(there))
                        .statusCode());
        Waiting.until(
                "the session has ended on the node that did not end it", SOON, () -> sessions(first(), here) == 401);
        assertEquals(401, first().refresh(refresh(here)).statusCode());
        assertEquals(200, sessions(first(), there));

        ConsoleClient console = new ConsoleClient(two, address()).signIn(one, "tech@demo.uplink");
        assertEquals(200, console.get("/customers").statusCode());
        assertEquals(
                204,
                first().send("DELETE", "auth/sessions", null, staff("tech@demo.uplink"))
                        .statusCode());
        Waiting.until(
                "the console is closed on the other node",
                SOON,
                () -> console.get("/customers").statusCode() == 302);
    }

    @Test
    void aDisabledUserIsOutOnTheOtherNode() {
        String email = People.make(one, "customer");
        JsonNode tokens = json(second().login(email, PASSWORD));
        assertEquals(200, sessions(second(), tokens));
        change(email, Map.of("active", false));
        Waiting.until("the disabled user is out", SOON, () -> sessions(second(), tokens) == 401);
        assertEquals(401, second().refresh(refresh(tokens)).statusCode());
        assertEquals(401, second().login(email, PASSWORD).statusCode());
    }

    @Test
    void anotherRoleAndARolesPermissionsHoldOnTheOtherNode() {
        String email = People.make(one, "operator");
        JsonNode tokens = json(second().login(email, PASSWORD));
        People.passSecondFactor(one, email);
        Waiting.until("the second factor is passed", SOON, () -> simulate(tokens) != 403);
        change(email, Map.of("role", "tech"));
        Waiting.until("a technician may not simulate", SOON, () -> simulate(tokens) == 403);

        String admin = staff("admin@demo.uplink");
        String role = "role-" + UUID.randomUUID().toString().substring(0, 8);
        Map<String, Object> wanted =
                Map.of("code", role, "nameRu", "Роль", "nameEn", "Role", "permissions", List.of("billing:simulate"));
        assertEquals(201, first().post("admin/roles", wanted, admin).statusCode());
        change(email, Map.of("role", role));
        Waiting.until("the new role holds", SOON, () -> simulate(tokens) != 403);
        Map<String, Object> less = Map.of("permissions", List.of("customer:read"));
        assertEquals(
                200, first().send("PATCH", "admin/roles/" + role, less, admin).statusCode());
        Waiting.until("the permission is gone", SOON, () -> simulate(tokens) == 403);
    }

    @Test
    void tokensAreExchangedOnEitherNodeAndAReuseIsNoticedOnTheOther() {
        JsonNode tokens = json(first().login(People.make(one, "customer"), PASSWORD));
        List<String> used = new ArrayList<>(List.of(refresh(tokens)));
        JsonNode newest = tokens;
        // as fast as it goes: several exchanges bear the same second
        for (int i = 0; i < 6; i++) {
            HttpResponse<String> next = node(i + 1).refresh(used.get(i));
            assertEquals(200, next.statusCode(), next.body());
            newest = json(next);
            used.add(refresh(newest));
        }
        assertEquals(7, Set.copyOf(used).size());
        assertEquals(200, sessions(first(), newest));
        JsonNode last = newest;
        assertEquals(401, first().refresh(used.get(3)).statusCode());
        assertEquals(401, second().refresh(used.get(6)).statusCode(), "its whole family is dead");
        Waiting.until("the session has ended on the other node", SOON, () -> sessions(second(), last) == 401);
    }

    @Test
    void aLostAnswerIsRecoveredOnceOnTheOtherNode() {
        String token = refresh(json(first().login(People.make(one, "customer"), PASSWORD)));
        String lost = field(first().refresh(token), "refreshToken");
        HttpResponse<String> again = second().refresh(token);
        assertEquals(200, again.statusCode(), again.body());
        assertNotEquals(lost, field(again, "refreshToken"));
        assertEquals(401, first().refresh(token).statusCode(), "twice is a reuse");
        assertEquals(401, second().refresh(field(again, "refreshToken")).statusCode());
    }

    @Test
    void aThiefOnTheOtherNodeRecoversNothing() {
        String token = refresh(json(first().login(People.make(one, "customer"), PASSWORD)));
        String next = field(first().refresh(token), "refreshToken");
        assertEquals(401, second().as("thief").refresh(token).statusCode());
        assertEquals(401, first().refresh(next).statusCode());
    }

    @Test
    void aRaceOfSixteenOverBothNodesHasOneWinner() throws Exception {
        for (int round = 0; round < 3; round++) {
            String token = refresh(json(first().login(People.make(one, "customer"), PASSWORD)));
            List<HttpResponse<String>> answers =
                    Together.all(16, i -> node(i).as("device " + i).refresh(token));
            List<HttpResponse<String>> won =
                    answers.stream().filter(a -> a.statusCode() == 200).toList();
            assertEquals(1, won.size(), "exactly one successor");
            assertEquals(15, answers.stream().filter(a -> a.statusCode() == 401).count());
            assertEquals(
                    401,
                    second().as("device 0")
                            .refresh(field(won.get(0), "refreshToken"))
                            .statusCode(),
                    "fifteen reuses have ended the family");
        }
    }

    @Test
    void fiftyRepetitionsOverBothNodesHaveOneEffect() throws Exception {
        String accountant = staff("accountant@demo.uplink");
        String customer = json(second().get("admin/customers?limit=1", accountant))
                .path("items")
                .path(0)
                .path("id")
                .asText();
        BigDecimal before = balance(customer, accountant);
        String key = UUID.randomUUID().toString();
        Map<String, Object> wanted = Map.of("amount", "1.01", "reason", "пятьдесят раз одно и то же");
        List<HttpResponse<String>> answers = Together.all(50, i -> adjust(node(i), customer, wanted, accountant, key));
        assertEquals(
                Set.of(),
                answers.stream()
                        .filter(a -> !Set.of(201, 409).contains(a.statusCode()))
                        .map(HttpResponse::body)
                        .collect(Collectors.toSet()));
        Set<String> bodies = answers.stream()
                .filter(a -> a.statusCode() == 201)
                .map(HttpResponse::body)
                .collect(Collectors.toSet());
        assertEquals(1, bodies.size(), "the same bytes for all: " + bodies);
        for (Api node : List.of(first(), second())) {
            HttpResponse<String> again = adjust(node, customer, wanted, accountant, key);
            assertEquals(bodies, Set.of(again.body()));
            assertEquals(
                    "true", again.headers().firstValue("Idempotency-Replayed").orElse(""));
        }
        assertEquals(before.add(new BigDecimal("1.01")), balance(customer, accountant));
    }

    @Test
    void wrongPasswordsAreCountedOverBothNodes() throws Exception {
        String email = People.make(one, "customer");
        Together.all(24, i -> node(i).login(email, "guess " + i).statusCode());
        assertEquals("10", attempts("PASSWORD|" + email));
        for (int i = 0; i < 2; i++) {
            assertEquals(401, node(i).login(email, PASSWORD).statusCode(), "not from a device that is not known");
        }
    }

    @Test
    void wrongCodesAreCountedOverBothNodes() throws Exception {
        String email = "operator@demo.uplink";
        String pending = field(first().login(email, PASSWORD), "mfaToken");
        String right = DemoStaff.freshCode(one, email);
        List<Integer> answers = Together.all(
                16, i -> code(node(i), pending, right.equals("00000" + i % 10) ? "111111" : "00000" + i % 10));
        assertEquals(Set.of(401), Set.copyOf(answers));
        String user = People.value(one, "select id from users where email = ?", email);
        assertEquals("5", attempts("CODE|" + user));
        for (int i = 0; i < 2; i++) {
            assertEquals(401, code(node(i), pending, DemoStaff.freshCode(one, email)));
        }
    }

    @Test
    void aCodeIsGoodOnceOverBothNodes() throws Exception {
        String email = "accountant@demo.uplink";
        List<String> pending = List.of(
                field(first().login(email, PASSWORD), "mfaToken"), field(second().login(email, PASSWORD), "mfaToken"));
        String code = DemoStaff.freshCode(one, email);
        List<Integer> answers = Together.all(4, i -> code(node(i), pending.get(i % 2), code));
        assertEquals(1, answers.stream().filter(status -> status == 200).count(), answers.toString());
    }

    /** Ten a minute from one address, and the one that comes back every six seconds; not ten on each node. */
    @Test
    void limitsAreCountedOverBothNodes() {
        String address = address();
        long begun = System.nanoTime();
        List<HttpResponse<String>> answers = new ArrayList<>();
        for (int i = 0; i < 24; i++) {
            answers.add(
                    node(i).from(address).login("nobody-" + i + "-" + address.replace('.', '-') + "@example.org", "x"));
        }
        long backAgain = (System.nanoTime() - begun) / 6_000_000_000L + 1;
        long admitted = answers.stream().filter(a -> a.statusCode() == 401).count();
        assertTrue(admitted >= 10 && admitted <= 10 + backAgain, admitted + " of 24 were let through");
        List<HttpResponse<String>> refused =
                answers.stream().filter(a -> a.statusCode() == 429).toList();
        assertEquals(answers.size() - admitted, refused.size(), "everybody else is told when to come again");
        assertTrue(refused.stream()
                .allMatch(answer -> answer.headers().firstValue("Retry-After").isPresent()));
        assertEquals(401, first().login("somebody-else@example.org", "x").statusCode(), "others are not held up");
    }

    /** The client never learns whether its last exchange was done; it asks the other node, and is not taken for a thief. */
    @Test
    void aNodeKilledInMidExchangeLeavesAnHonestClientItsSession() {
        JsonNode begun = json(second().login(People.make(one, "customer"), PASSWORD));
        List<String> chain = new ArrayList<>(List.of(refresh(begun)));
        CompletableFuture<Void> kill = new CompletableFuture<>();
        try {
            for (int i = 0; i < 10_000; i++) {
                chain.add(field(second().refresh(chain.get(i)), "refreshToken"));
                if (i == 20) {
                    CompletableFuture.runAsync(() -> two.kill("app")).whenComplete((done, e) -> kill.complete(null));
                }
            }
            throw new AssertionError("the node was not killed");
        } catch (UncheckedIOException theNodeIsGone) {
            kill.join();
        }
        HttpResponse<String> recovered = first().refresh(chain.get(chain.size() - 1));
        assertEquals(200, recovered.statusCode(), recovered.body());
        JsonNode tokens = json(recovered);
        assertEquals(200, sessions(first(), tokens));
        Waiting.until(
                "the killed node is back",
                Duration.ofMinutes(4),
                () -> two.status(two.url() + "/api/v1/auth/jwks") == 200
                        && two.status(two.managementUrl() + "/health/ready") == 200);
        assertEquals(200, sessions(second(), tokens), "what was good is good after the restart");
        assertEquals(401, second().as("thief").refresh(chain.get(3)).statusCode(), "what was used stays used");
        assertEquals(401, first().refresh(refresh(tokens)).statusCode());
    }

    private HttpResponse<String> adjust(
            Api node, String customer, Map<String, Object> wanted, String token, String key) {
        return node.post("admin/customers/" + customer + "/adjustments", wanted, token, "Idempotency-Key", key);
    }

    private static BigDecimal balance(String customer, String token) {
        return new BigDecimal(field(first().get("admin/customers/" + customer + "/balance", token), "balance"));
    }

    private static void change(String email, Map<String, Object> wanted) {
        String id = People.value(one, "select id from users where email = ?", email);
        HttpResponse<String> done = first().send("PATCH", "admin/users/" + id, wanted, staff("admin@demo.uplink"));
        assertEquals(200, done.statusCode(), done.body());
    }

    private static int simulate(JsonNode tokens) {
        return second().post("rating/simulate", Map.of(), access(tokens)).statusCode();
    }

    private static int code(Api node, String pending, String code) {
        return node.post("auth/mfa/verify", Map.of("mfaToken", pending, "code", code), null)
                .statusCode();
    }

    private static int sessions(Api node, JsonNode tokens) {
        return node.get("auth/sessions", access(tokens)).statusCode();
    }

    private static String attempts(String counter) {
        return People.value(
                one,
                "select count(*) from login_attempts where counter = sha256(?::bytea) and not succeeded",
                counter.getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }

    private static String staff(String email) {
        String pending = field(first().login(email, PASSWORD), "mfaToken");
        return field(
                first().post(
                                "auth/mfa/verify",
                                Map.of("mfaToken", pending, "code", DemoStaff.freshCode(one, email)),
                                null),
                "accessToken");
    }

    private static String access(JsonNode tokens) {
        return tokens.path("accessToken").asText();
    }

    private static String refresh(JsonNode tokens) {
        return tokens.path("refreshToken").asText();
    }

    private static Api node(int number) {
        return number % 2 == 0 ? first() : second();
    }

    /** Every client comes from an address of its own. */
    private static Api first() {
        return new Api(one).from(address());
    }

    private static Api second() {
        return new Api(two).from(address());
    }

    private static String address() {
        int n = ADDRESSES.incrementAndGet();
        return "203.0." + n / 250 % 250 + "." + (n % 250 + 1);
    }
}
