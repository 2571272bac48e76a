package uplink.ear;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Money by the roads that do not begin in a browser: a terminal's, and a bank's file. */
class RoadsTest {

    private final LiveUplink uplink = LiveUplink.shared();
    private final Api api = new Api(uplink);
    private final HttpClient http = HttpClient.newHttpClient();
    private final String admin = Api.field(DemoStaff.signIn(uplink, "admin@demo.uplink"), "accessToken");

    private static Map<String, Object> agent(String code) {
        return Map.of(
                "code",
                code,
                "name",
                "Terminals",
                "minAmount",
                "1.00",
                "maxAmount",
                "500.00",
                "addresses",
                new String[0]);
    }

    private static String key() {
        return UUID.randomUUID().toString();
    }

    private String contract() {
        JsonNode customers = Api.json(api.get("admin/customers?limit=1", admin)).path("items");
        return customers.path(0).path("contractNumber").asText();
    }

    @Test
    void aTerminalPaysOnceAndStrangersLearnNothing() throws Exception {
        String code = "t" + key().substring(0, 8);
        JsonNode made = Api.json(api.post("admin/payment-agents", agent(code), admin));
        JsonNode secret =
                Api.json(api.post("admin/payment-agents/" + made.path("id").asText() + "/secret", Map.of(), admin));
        String basic = Base64.getEncoder()
                .encodeToString((code + ":" + secret.path("secret").asText()).getBytes(StandardCharsets.UTF_8));
        String pay = "?command=pay&txn_id=7&sum=10.00&account=" + contract();
        HttpResponse<String> stranger = terminal(pay, null);
        assertEquals(401, stranger.statusCode());
        assertTrue(stranger.headers().firstValue("WWW-Authenticate").orElse("").startsWith("Basic"));
        HttpResponse<String> taken = terminal(pay, basic);
        assertEquals(200, taken.statusCode(), taken.body());
        assertTrue(taken.body().contains("<result>0</result>"), taken.body());
        assertEquals(taken.body(), terminal(pay, basic).body());
        assertTrue(terminal(pay.replace("10.00", "11.00"), basic).body().contains("<result>300</result>"));
        assertTrue(terminal("?command=check&txn_id=8&account=%3Cx%3E", basic)
                .body()
                .contains("<result>4</result>"));
    }

    private HttpResponse<String> terminal(String query, @Nullable String basic) throws Exception {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(uplink.url() + "/api/v1/gateways/osmp" + query));
        if (basic != null) {
            request.header("Authorization", "Basic " + basic);
        }
        HttpRequest sent = request.build();
        HttpResponse<String> answer = http.send(sent, HttpResponse.BodyHandlers.ofString());
        uplink.contract().check(sent, answer);
        return answer;
    }

    @Test
    void aBanksFileIsTakenInOnceAndWhatIsInDoubtIsGivenByHand() throws Exception {
        String file = BankFiles.of("Кто-то", "по договору № " + contract(), "спасибо");
        HttpResponse<String> first = statement(file);
        assertEquals(201, first.statusCode(), first.body());
        assertEquals(2, Api.json(first).path("added").asInt());
        assertEquals(1, Api.json(first).path("matched").asInt());
        assertEquals(0, Api.json(statement(file)).path("added").asInt());
        HttpResponse<String> wrong = statement(file.replace("КонечныйОстаток=200.00", "КонечныйОстаток=200.01"));
        assertEquals(400, wrong.statusCode());
        assertTrue(wrong.body().contains("\"line 2\""), wrong.body());
        String entry = Api.json(api.get("admin/bank-entries?status=waiting&limit=1", admin))
                .path("items")
                .path(0)
                .path("id")
                .asText();
        HttpResponse<String> given = api.post(
                "admin/bank-entries/" + entry + "/assign",
                Map.of("shares", new Object[] {Map.of("contractNumber", contract(), "amount", "100.00")}),
                admin,
                "Idempotency-Key",
                key());
        assertEquals("matched", Api.json(given).path("status").asText(), given.body());
    }

    private HttpResponse<String> statement(String file) {
        return BankFiles.send(uplink, admin, file);
    }
}
