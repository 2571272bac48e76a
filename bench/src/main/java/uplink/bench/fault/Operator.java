package uplink.bench.fault;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;

/** Somebody at the API with the right to start bill runs. */
public final class Operator {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
    private final String api;
    private final Map<String, String> credentials;
    private String token = "";

    public Operator(LiveSystem system, String email, LiveSystem.Secret password) {
        this.api = system.api();
        this.credentials = Map.of("email", email, "password", password.value());
    }

    /** Signs in; tokens live ten minutes, so do it again before each piece of work. */
    public Operator signIn() {
        JsonNode answer = send("/auth/login", credentials, 200);
        token = answer.required("accessToken").asText();
        return this;
    }

    /** Starts a run over everybody and answers its id. */
    public UUID startRun(LocalDate target, String mode) {
        JsonNode run = send("/admin/billing/runs", Map.of("targetDate", target.toString(), "mode", mode), 202);
        return UUID.fromString(run.required("id").asText());
    }

    private JsonNode send(String path, Object body, int expected) {
        try {
            HttpRequest request = HttpRequest.newBuilder(URI.create(api + path))
                    .timeout(Duration.ofSeconds(30))
                    .header("Content-Type", "application/json")
                    .header("Authorization", token.isEmpty() ? "none" : "Bearer " + token)
                    .POST(HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(body)))
                    .build();
            HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() != expected) {
                throw new IllegalStateException(path + " answered " + answer.statusCode() + " " + answer.body());
            }
            return JSON.readTree(answer.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
