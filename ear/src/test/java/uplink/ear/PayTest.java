package uplink.ear;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Paying over the API, through the demo's payment provider. */
class PayTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String BODY = "{\"amount\":\"10.00\",\"method\":\"card\"}";

    private final LiveUplink uplink = LiveUplink.shared();
    private final HttpClient http = HttpClient.newHttpClient();
    private final String token = token();

    @Test
    void aPaymentIsMadeOnceForItsKeyAndArrivesWhenItIsConfirmed() throws Exception {
        assertEquals(400, pay(BODY, null).statusCode());
        String key = UUID.randomUUID().toString();
        HttpResponse<String> first = pay(BODY, key);
        assertEquals(201, first.statusCode(), first.body());
        assertEquals(first.body(), pay(BODY, key).body());
        JsonNode started = JSON.readTree(first.body());
        assertEquals("pending", started.path("status").asText());

        String id = started.path("id").asText();
        String forged = "{\"event\":\"payment.succeeded\",\"object\":{\"id\":\"forged\",\"status\":\"succeeded\","
                + "\"metadata\":{\"payment_id\":\"" + id + "\"}}}";
        assertEquals(200, notify("yookassa", forged).statusCode());
        assertEquals(404, notify("nobody", forged).statusCode());
        assertEquals(400, notify("stripe", forged).statusCode(), "Stripe signs");
        assertEquals(400, notify("yookassa", "{}").statusCode());
        assertEquals("pending", status(id));

        http.send(
                HttpRequest.newBuilder(
                                URI.create(started.path("confirmationUrl").asText()))
                        .POST(HttpRequest.BodyPublishers.ofString("answer=pay"))
                        .build(),
                HttpResponse.BodyHandlers.discarding());
        Waiting.until("the money has arrived", Duration.ofSeconds(20), () -> status(id)
                .equals("succeeded"));
    }

    @Test
    void whatCannotBePaidIsRefusedWithItsReason() throws Exception {
        HttpResponse<String> balance = pay(
                "{\"amount\":\"99999.00\",\"method\":\"balance\"}",
                UUID.randomUUID().toString());
        assertEquals(422, balance.statusCode());
        assertTrue(balance.body().contains("/problems/insufficient-funds"), balance.body());
        HttpResponse<String> away = pay(
                "{\"amount\":\"10.00\",\"method\":\"sbp\",\"returnUrl\":\"https://evil.example/\"}",
                UUID.randomUUID().toString());
        assertEquals(400, away.statusCode());
        assertTrue(away.body().contains("returnUrl"), away.body());
        assertTrue(call(request("billing/pay").GET()).body().contains("\"sbp\""));
    }

    private String token() {
        try {
            return JSON.readTree(
                            DemoStaff.signIn(uplink, "customer7@demo.uplink").body())
                    .path("accessToken")
                    .asText();
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private String status(String payment) {
        try {
            return JSON.readTree(
                            call(request("billing/payments/" + payment).GET()).body())
                    .path("status")
                    .asText();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private HttpResponse<String> pay(String body, @Nullable String key) throws Exception {
        HttpRequest.Builder request = request("billing/pay").POST(HttpRequest.BodyPublishers.ofString(body));
        return call(key == null ? request : request.header("Idempotency-Key", key));
    }

    private HttpResponse<String> notify(String provider, String body) throws Exception {
        return call(HttpRequest.newBuilder(URI.create(uplink.url() + "/api/v1/gateways/" + provider + "/webhook"))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(uplink.url() + "/api/v1/" + path))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json");
    }

    private HttpResponse<String> call(HttpRequest.Builder request) throws Exception {
        HttpRequest sent = request.build();
        HttpResponse<String> answer = http.send(sent, HttpResponse.BodyHandlers.ofString());
        uplink.contract().check(sent, answer);
        return answer;
    }
}
