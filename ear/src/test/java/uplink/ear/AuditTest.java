package uplink.ear;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The audit trail from outside: a change is one row, a refusal none, and whoever changes a row is found. */
class AuditTest {

    private static final String PASSWORD = "Correct-Horse-7";
    private static final String FORMULA = "=HYPERLINK(\"http://evil.example\",\"x\")";
    private static final ObjectMapper JSON = new ObjectMapper();

    private final LiveUplink uplink = LiveUplink.shared();
    private final HttpClient http = HttpClient.newHttpClient();
    private String admin = "";

    @BeforeEach
    void signIn() throws Exception {
        admin = access(json(DemoStaff.signIn(uplink, "admin@demo.uplink")));
    }

    @Test
    void aChangeOverTheApiIsOneRow() throws Exception {
        HttpResponse<String> made = send("POST", "admin/customers", customer("Аня"), admin, null);
        assertEquals(201, made.statusCode(), made.body());
        String id = json(made).path("id").asText();
        assertEquals(List.of("customer.register"), actions("customer=" + id));

        assertEquals(
                200,
                send("PATCH", "admin/customers/" + id, Map.of("fullName", "Anna"), admin, null)
                        .statusCode());
        assertEquals(List.of("customer.update", "customer.register"), actions("customer=" + id));
        assertEquals(
                200,
                send("PATCH", "admin/customers/" + id, Map.of("fullName", "Anna"), admin, null)
                        .statusCode());
        assertEquals(
                400,
                send("PATCH", "admin/customers/" + id, Map.of("inn", "12"), admin, null)
                        .statusCode());
        assertEquals(
                403,
                send("PATCH", "admin/customers/" + id, Map.of("fullName", "X"), technician(), null)
                        .statusCode());
        assertEquals(
                200, send("GET", "admin/customers/" + id, null, admin, null).statusCode());
        assertEquals(2, actions("customer=" + id).size(), "what changes nothing leaves no row");

        String key = UUID.randomUUID().toString();
        for (int i = 0; i < 2; i++) {
            assertEquals(
                    200,
                    send("PATCH", "admin/customers/" + id, Map.of("fullName", "Once"), admin, key)
                            .statusCode());
        }
        assertEquals(3, actions("customer=" + id).size(), "a repetition is no second change");
        assertEquals(
                422, // the key belongs to another request
                send("PATCH", "admin/customers/" + id, Map.of("fullName", "Twice"), admin, key)
                        .statusCode());

        JsonNode row =
                get("admin/audit?entity=customer&entityId=" + id).path("items").path(0);
        assertEquals("admin@demo.uplink", row.path("actor").asText());
        assertEquals("staff", row.path("actorKind").asText());
        assertEquals("api", row.path("edge").asText());
        assertEquals("127.0.0.1", row.path("address").asText());
        JsonNode entry = get("admin/audit/" + row.path("id").asText());
        assertEquals(
                "Anna",
                entry.path("before").path("customer/" + id).path("full_name").asText());
        assertEquals(
                "{\"full_name\":\"Once\"}",
                entry.path("after").path("customer/" + id).toString());
    }

    /** A key gives the clear text a second time neither without a record nor to somebody who has lost the permission. */
    @Test
    void eachReadingOfADocumentIsOnRecordWhateverTheKey() throws Exception {
        JsonNode made = json(send("POST", "admin/customers", customer("Вера"), admin, null));
        String id = made.path("id").asText();
        String papers = "admin/customers/" + id + "/identity-documents";
        Map<String, String> document = Map.of("kind", "other", "number", "AB12345678");
        String paper =
                json(send("POST", papers, document, admin, null)).path("id").asText();
        String key = UUID.randomUUID().toString();
        for (int i = 1; i <= 2; i++) {
            HttpResponse<String> opened =
                    send("POST", papers + "/" + paper + "/open", Map.of("reason", "call"), admin, key);
            assertEquals(200, opened.statusCode(), opened.body());
            assertEquals("AB12345678", json(opened).path("number").asText());
            assertTrue(opened.headers().firstValue("Idempotency-Replayed").isEmpty());
            assertEquals(
                    i,
                    actions("customer=" + id).stream()
                            .filter("identity-document.open"::equals)
                            .count());
        }
        assertEquals(0, count("select count(*) from idempotency_keys where key = '" + key + "'"));
    }

    @Test
    void anIntegrationIsNamedWithItsKey() throws Exception {
        JsonNode account = json(send("POST", "admin/service-accounts", Map.of("name", "Bank"), admin, null));
        JsonNode key = json(send(
                "POST",
                "admin/service-accounts/" + account.path("id").asText() + "/keys",
                Map.of("name", "k", "permissions", List.of("customer:write", "customer:read"), "days", 1),
                admin,
                null));
        HttpResponse<String> made = send(
                "POST",
                "admin/customers",
                customer("By a bank"),
                key.path("key").asText(),
                null);
        assertEquals(201, made.statusCode(), made.body());
        JsonNode row = get("admin/audit?customer=" + json(made).path("id").asText())
                .path("items")
                .path(0);
        assertEquals("Bank", row.path("actor").asText());
        assertEquals("service", row.path("actorKind").asText());
        assertEquals(
                key.path("details").path("id").asText(),
                get("admin/audit/" + row.path("id").asText()).path("keyId").asText());
        JsonNode made2 =
                get("admin/audit?entity=user&entityId=" + account.path("id").asText());
        assertEquals(2, made2.path("items").size(), made2.toString());
        assertFalse(made2.toString().contains(key.path("key").asText()));
    }

    @Test
    void whatHappensToAnAccountIsThereAndNoSecretIs() throws Exception {
        String email = "u" + UUID.randomUUID() + "@example.org";
        send("POST", "auth/register", Map.of("email", email, "password", PASSWORD, "fullName", "Пётр"), null, null);
        String link = new Mailbox(uplink).token("confirm", email);
        send("POST", "auth/email/confirm", Map.of("token", link), null, null);
        assertEquals(401, login(email, "wrong-password-1").statusCode());
        JsonNode tokens = json(login(email, PASSWORD));
        String id = tokens.path("user").path("id").asText();
        HttpResponse<String> changed = send(
                "POST",
                "auth/password/change",
                Map.of("currentPassword", PASSWORD, "newPassword", "Another-Horse-8"),
                access(tokens),
                null);
        assertEquals(204, changed.statusCode(), changed.body());
        JsonNode enrolment = json(send("POST", "auth/mfa/totp/enroll", null, access(tokens), null));
        assertEquals(
                204, send("POST", "auth/logout", null, access(tokens), null).statusCode());
        List<String> actions = actions("entity=user&entityId=" + id);
        assertEquals(
                List.of(
                        "account.sign-out",
                        "second-factor.enroll",
                        "account.change-password",
                        "account.sign-in",
                        "account.sign-in-refused",
                        "registration.confirm"),
                actions);
        assertEquals(
                List.of(
                        "account.sign-out",
                        "second-factor.enroll",
                        "account.change-password",
                        "account.sign-in",
                        "registration.confirm"),
                actions("actor=" + id),
                "whoever was refused was not shown to be this user");
        for (String secret : List.of(
                PASSWORD,
                "Another-Horse-8",
                "$argon2",
                link,
                enrolment.path("secret").asText(),
                tokens.path("refreshToken").asText(),
                access(tokens))) {
            assertEquals(
                    0, count("select count(*) from audit_log a where strpos(a::text, '" + secret + "') > 0"), secret);
        }
    }

    @Test
    void theExportIsSafeForSpreadsheets() throws Exception {
        HttpRequest request = request("admin/customers", admin)
                .header("User-Agent", FORMULA)
                .POST(HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(customer("+1"))))
                .build();
        String id = json(http.send(request, HttpResponse.BodyHandlers.ofString()))
                .path("id")
                .asText();
        HttpResponse<String> file = send("GET", "admin/audit/export?customer=" + id, null, admin, null);
        assertEquals(200, file.statusCode());
        assertTrue(file.headers().firstValue("Content-Type").orElse("").startsWith("text/csv"));
        List<String> lines = file.body().lines().toList();
        assertEquals(2, lines.size(), file.body());
        assertTrue(lines.get(0).startsWith("id,at,actor,"), lines.get(0));
        assertTrue(lines.get(1).contains(",\"'=HYPERLINK(\"\"http://evil.example\"\",\"\"x\"\")\","), lines.get(1));
    }

    @Test
    void filtersAndPages() throws Exception {
        String id = json(send("POST", "admin/customers", customer("Pages"), admin, null))
                .path("id")
                .asText();
        for (int i = 0; i < 3; i++) {
            send("PATCH", "admin/customers/" + id, Map.of("fullName", "Pages " + i), admin, null);
        }
        JsonNode first = get("admin/audit?limit=2&customer=" + id);
        assertEquals(2, first.path("items").size());
        JsonNode second = get("admin/audit?limit=2&customer=" + id + "&cursor="
                + first.path("nextCursor").asText());
        assertEquals(2, second.path("items").size());
        assertTrue(
                second.path("nextCursor").isNull() || second.path("nextCursor").isMissingNode());
        assertEquals(3, actions("customer=" + id + "&action=customer.update").size());
        assertEquals(0, actions("customer=" + id + "&to=2020-01-01").size());
        assertEquals(
                4, actions("customer=" + id + "&from=2020-01-01&to=9999-12-31").size());
        assertEquals(400, send("GET", "admin/audit?actor=me", null, admin, null).statusCode());
        assertEquals(403, send("GET", "admin/audit", null, technician(), null).statusCode());
    }

    @Test
    void whoeverChangesARowIsFound() throws Exception {
        String id = json(send("POST", "admin/customers", customer("Tamper"), admin, null))
                .path("id")
                .asText();
        String row = get("admin/audit?customer=" + id)
                .path("items")
                .path(0)
                .path("id")
                .asText();
        Waiting.until("the row is sealed", Duration.ofSeconds(30), () -> get("admin/audit/" + row)
                .hasNonNull("seal"));
        // not verified before: what was proved is looked at again by night only
        tamper("update audit_log set actor_name = 'nobody' where id = '" + row + "'");
        JsonNode found = verify();
        assertEquals("row-changed", found.path("findings").path(0).path("kind").asText(), found.toString());
        assertEquals(row, found.path("findings").path(0).path("row").asText());
        assertTrue(metrics().contains("uplink_audit_findings 1"), metrics());
        tamper("update audit_log set actor_name = 'admin@demo.uplink' where id = '" + row + "'");
        assertEquals(0, verify().path("findings").size());
        assertTrue(metrics().contains("uplink_audit_findings 0"), metrics());
    }

    private JsonNode verify() throws Exception {
        HttpResponse<String> answer = send("POST", "admin/audit/verification", null, admin, null);
        assertEquals(200, answer.statusCode(), answer.body());
        return json(answer);
    }

    private String metrics() throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create(uplink.managementUrl() + "/metrics"))
                .build();
        return http.send(request, HttpResponse.BodyHandlers.ofString())
                .body()
                .replace(".0\n", "\n")
                .replaceAll("\\{[^}]*}", "");
    }

    /** As somebody who owns the schema and first takes the guard away. */
    private void tamper(String change) throws SQLException {
        try (Connection database = uplink.database();
                Statement statement = database.createStatement()) {
            statement.execute("alter table audit_log disable trigger audit_log_written_once");
            statement.execute(change);
            statement.execute("alter table audit_log enable trigger audit_log_written_once");
        }
    }

    private long count(String query) throws SQLException {
        try (Connection database = uplink.database();
                Statement statement = database.createStatement();
                var rows = statement.executeQuery(query)) {
            rows.next();
            return rows.getLong(1);
        }
    }

    private static Map<String, ?> customer(String name) {
        return Map.of("kind", "person", "fullName", name);
    }

    private String technician() throws Exception {
        return access(json(DemoStaff.signIn(uplink, "tech@demo.uplink")));
    }

    private List<String> actions(String filter) throws Exception {
        List<String> actions = new ArrayList<>();
        get("admin/audit?" + filter)
                .path("items")
                .forEach(row -> actions.add(row.path("action").asText()));
        return actions;
    }

    private JsonNode get(String path) {
        try {
            HttpResponse<String> answer = send("GET", path, null, admin, null);
            assertEquals(200, answer.statusCode(), answer.body());
            return json(answer);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private HttpResponse<String> login(String email, String password) throws Exception {
        return send("POST", "auth/login", Map.of("email", email, "password", password), null, null);
    }

    private HttpResponse<String> send(
            String method, String path, @Nullable Map<String, ?> body, @Nullable String token, @Nullable String key)
            throws Exception {
        HttpRequest.BodyPublisher publisher = body == null
                ? HttpRequest.BodyPublishers.noBody()
                : HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(body));
        HttpRequest.Builder request = request(path, token).method(method, publisher);
        if (key != null) {
            request.header("Idempotency-Key", key);
        }
        HttpRequest sent = request.build();
        HttpResponse<String> answer = http.send(sent, HttpResponse.BodyHandlers.ofString());
        uplink.contract().check(sent, answer);
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

    private static JsonNode json(HttpResponse<String> answer) throws Exception {
        return JSON.readTree(answer.body());
    }
}
