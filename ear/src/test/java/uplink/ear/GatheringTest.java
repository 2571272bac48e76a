package uplink.ear;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.Statement;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Answers that are gathered from parts: whole when all is well, with named gaps when a part hangs. */
class GatheringTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final LiveUplink uplink = LiveUplink.shared();
    private final HttpClient http = HttpClient.newHttpClient();
    private String token;

    @BeforeEach
    void signIn() throws Exception {
        token = JSON.readTree(DemoStaff.signIn(uplink, "customer3@demo.uplink").body())
                .path("accessToken")
                .asText();
    }

    @Test
    void theFirstPageIsOneAnswer() throws Exception {
        JsonNode dashboard = get("me/dashboard");
        assertEquals(0, dashboard.path("gaps").size(), dashboard.toString());
        assertEquals(get("me"), dashboard.path("profile"));
        assertEquals(get("billing/balance"), dashboard.path("balance"));
        assertTrue(dashboard.path("services").size() > 0, dashboard.toString());
        assertTrue(dashboard.path("openInvoices").isArray(), dashboard.toString());
        assertNotNull(java.time.LocalDate.parse(
                dashboard.path("nextCharge").path("on").asText()));
        assertFalse(get("billing/invoices").has("gaps"));
    }

    @Test
    void whatHangsIsAGapAndTheRestIsThereInTime() throws Exception {
        try (Connection connection = uplink.database();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("lock table invoices in access exclusive mode");
            long begun = System.nanoTime();
            JsonNode dashboard = get("me/dashboard");
            JsonNode invoices = get("billing/invoices");
            long millis = (System.nanoTime() - begun) / 1_000_000;
            connection.rollback();
            Set<String> gaps = new TreeSet<>();
            dashboard.path("gaps").forEach(gap -> gaps.add(gap.asText()));
            assertTrue(gaps.contains("openInvoices") && !gaps.contains("profile"), gaps.toString());
            assertTrue(dashboard.path("openInvoices").isNull());
            assertTrue(dashboard.path("services").size() > 0, dashboard.toString());
            assertEquals("[\"items\"]", invoices.path("gaps").toString());
            assertTrue(invoices.path("items").isNull());
            assertFalse(invoices.path("customer").path("fullName").asText().isEmpty());
            assertTrue(millis < 8000, "both answers took " + millis + " ms");
        }
        assertEquals(0, get("me/dashboard").path("gaps").size());
    }

    @Test
    void staffHaveNoFirstPageOfTheirOwn() throws Exception {
        token = JSON.readTree(DemoStaff.signIn(uplink, "operator@demo.uplink").body())
                .path("accessToken")
                .asText();
        assertEquals(403, send("me/dashboard").statusCode());
    }

    private JsonNode get(String path) throws Exception {
        HttpResponse<String> answer = send(path);
        assertEquals(200, answer.statusCode(), answer.body());
        assertEquals(
                Set.of("60000"), Set.copyOf(answer.headers().allValues("RateLimit-Limit")), "counted as the user's");
        return JSON.readTree(answer.body());
    }

    private HttpResponse<String> send(String path) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create(uplink.url() + "/api/v1/" + path))
                .header("Authorization", "Bearer " + token)
                .build();
        HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
        uplink.contract().check(request, answer);
        return answer;
    }
}
