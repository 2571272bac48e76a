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
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** GraphQL from outside: the same answers, rights and refusals as the rest of the API, and bounded time. */
class GraphQlTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final LiveUplink uplink = LiveUplink.shared();
    private final HttpClient http = HttpClient.newHttpClient();
    private String token;

    @BeforeEach
    void signIn() throws Exception {
        token = tokenOf("customer5@demo.uplink");
    }

    @Test
    void oneRoundTripHasWhatTheOthersSay() throws Exception {
        JsonNode answer = ask(
                """
                { profile { id fullName contractNumber kind status }
                  balance { balance due currency openInvoices }
                  nextCharge { on amount currency }
                  services { id tariffName status price currency }
                  invoices(limit: 5) { items { id number status amount currency lines { title amount explanation } } nextCursor }
                  notices(limit: 3) { items { kind text createdAt } unread } }""");
        assertFalse(answer.has("errors"), answer.toString());
        JsonNode data = answer.path("data");
        JsonNode me = rest("me");
        assertEquals(me.path("fullName"), data.at("/profile/fullName"));
        assertEquals(rest("billing/balance").path("due"), data.at("/balance/due"));
        assertEquals(
                rest("services").path("items").size(), data.path("services").size());
        JsonNode invoice = data.at("/invoices/items/0");
        JsonNode same = rest("billing/invoices/" + invoice.path("id").asText());
        assertEquals(same.path("number"), invoice.path("number"));
        assertEquals(same.at("/lines/0/explanation"), invoice.at("/lines/0/explanation"));
        JsonNode next = ask("{ invoices(limit: 5, cursor: \""
                + data.at("/invoices/nextCursor").asText() + "\") { items { number } } }");
        assertFalse(next.has("errors"), next.toString());
    }

    @Test
    void somebodyElsesInvoiceIsNotThere() throws Exception {
        String other = tokenOf("customer6@demo.uplink");
        String mine = ask("{ invoices(limit: 1) { items { id } } }")
                .at("/data/invoices/items/0/id")
                .asText();
        JsonNode refused = JSON.readTree(send(query("{ invoice(id: \"" + mine + "\") { number } }"), other, null)
                .body());
        assertTrue(refused.at("/data/invoice").isNull());
        assertEquals(404, refused.at("/errors/0/extensions/status").asInt());
    }

    @Test
    void permissionsAreThoseOfTheBoundaries() throws Exception {
        HttpResponse<String> stranger = send(query("{ balance { due } }"), null, null);
        assertEquals(401, stranger.statusCode());
        JsonNode staff = JSON.readTree(send(query("{ balance { due } }"), tokenOf("operator@demo.uplink"), null)
                .body());
        assertEquals(
                "/problems/forbidden", staff.at("/errors/0/extensions/type").asText(), staff.toString());
        HttpResponse<String> forged = send(query("{ balance { due } }"), "forged", null);
        assertEquals(401, forged.statusCode());
        assertTrue(forged.headers().firstValue("RateLimit-Remaining").isPresent());
    }

    @Test
    void clientsThatKnowTheMediaTypeHearItInTheStatus() throws Exception {
        HttpResponse<String> old = send(query("{ nonsense }"), token, "application/json");
        assertEquals(200, old.statusCode());
        HttpResponse<String> modern = send(query("{ nonsense }"), token, "application/graphql-response+json");
        assertEquals(400, modern.statusCode());
        assertTrue(
                modern.headers().firstValue("Content-Type").orElse("").startsWith("application/graphql-response+json"));
        assertEquals(
                modern.headers().firstValue("X-Request-Id").orElse("-"),
                JSON.readTree(modern.body())
                        .at("/errors/0/extensions/requestId")
                        .asText());
        assertTrue(modern.headers().firstValue("RateLimit-Limit").isPresent());
        assertEquals("no-store", modern.headers().firstValue("Cache-Control").orElse(""));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "[{\"query\":\"{balance{due}}\"}] | application/json | 400 | malformed",
                "{\"query\":                      | application/json | 400 | malformed",
                "{}                               | application/json | 400 | validation",
                "{\"query\":\"{balance{due}}\",\"x\":1} | application/json | 400 | validation",
                "query={balance{due}}             | application/x-www-form-urlencoded | 415 | unsupported-media-type",
            })
    void whatIsNoRequestIsAProblem(String body, String type, int status, String slug) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create(uplink.url() + "/api/graphql"))
                .header("Content-Type", type)
                .header("Authorization", "Bearer " + token)
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
        assertEquals(status, answer.statusCode(), answer.body());
        assertEquals(
                "/problems/" + slug, JSON.readTree(answer.body()).path("type").asText());
    }

    @Test
    void onlyPostIsAnswered() throws Exception {
        HttpResponse<String> answer = http.send(
                HttpRequest.newBuilder(URI.create(uplink.url() + "/api/graphql?query=%7Bbalance%7Bdue%7D%7D"))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        assertEquals(405, answer.statusCode(), answer.body());
        assertEquals("POST", answer.headers().firstValue("Allow").orElse(""));
        assertEquals(200, uplink.status(uplink.url() + "/api/docs/schema.graphqls"));
    }

    @Test
    void hostileQueriesCostLittle() throws Exception {
        String aliases = IntStream.range(0, 10_000)
                .mapToObj(i -> "a" + i + ":balance{due}")
                .collect(Collectors.joining(" ", "{", "}"));
        String bomb = IntStream.range(0, 35)
                .mapToObj(i -> "fragment F" + i + " on Query{...F" + (i + 1) + " ...F" + (i + 1) + "}")
                .collect(Collectors.joining(" ", "{...F0}", "fragment F35 on Query{balance{due}}"));
        Map<String, String> hostile = Map.of(
                "aliases",
                aliases,
                "depth",
                "{a".repeat(20_000) + "}".repeat(20_000),
                "bomb",
                bomb,
                "circle",
                "{...A} fragment A on Query{...B} fragment B on Query{...A}",
                "string",
                "{invoice(id:\"" + "x".repeat(200_000) + "\"){id}}");
        ask("{ balance { due } }");
        for (Map.Entry<String, String> one : hostile.entrySet()) {
            long begun = System.nanoTime();
            JsonNode answer = ask(one.getValue());
            long millis = (System.nanoTime() - begun) / 1_000_000;
            assertEquals(400, answer.at("/errors/0/extensions/status").asInt(), one.getKey() + answer);
            assertTrue(millis < 5000, one.getKey() + " took " + millis + " ms");
        }
        String large = query("{invoice(id:\"" + "x".repeat(300_000) + "\"){id}}");
        assertEquals(413, send(large, token, null).statusCode());
    }

    private JsonNode ask(String query) throws Exception {
        HttpResponse<String> answer = send(query(query), token, null);
        assertEquals(200, answer.statusCode(), answer.body());
        return JSON.readTree(answer.body());
    }

    private static String query(String query) throws Exception {
        return JSON.writeValueAsString(Map.of("query", query));
    }

    private HttpResponse<String> send(String body, @Nullable String as, @Nullable String accept) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(uplink.url() + "/api/graphql"))
                .header("Content-Type", "application/json")
                .header("Accept-Language", "en")
                .POST(HttpRequest.BodyPublishers.ofString(body));
        if (as != null) {
            request.header("Authorization", "Bearer " + as);
        }
        if (accept != null) {
            request.header("Accept", accept);
        }
        return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private JsonNode rest(String path) throws Exception {
        HttpResponse<String> answer = http.send(
                HttpRequest.newBuilder(URI.create(uplink.url() + "/api/v1/" + path))
                        .header("Authorization", "Bearer " + token)
                        .header("Accept-Language", "en")
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        assertEquals(200, answer.statusCode(), answer.body());
        return JSON.readTree(answer.body());
    }

    private String tokenOf(String email) throws Exception {
        return JSON.readTree(DemoStaff.signIn(uplink, email).body())
                .path("accessToken")
                .asText();
    }
}
