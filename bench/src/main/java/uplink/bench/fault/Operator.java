package uplink.bench.fault;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import uplink.auth.control.PasswordHasher;

/** Somebody at the API with the right to start bill runs. */
public final class Operator {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
    private final String api;
    private final Map<String, String> credentials;
    private String token = "";

    private Operator(LiveSystem system, String email, String password) {
        this.api = system.api();
        this.credentials = Map.of("email", email, "password", password);
    }

    /** Makes an administrator in the system's database. */
    static Operator made(LiveSystem system, DataSource database) throws SQLException {
        String email = "operator@bench.example";
        String password = UUID.randomUUID().toString();
        try (Connection connection = database.getConnection();
                PreparedStatement user = connection.prepareStatement(
                        """
                        insert into users (id, email, full_name, password_hash, role, locale, created_at, updated_at)
                        values (?, ?, 'Harness', ?, 'admin', 'en', now(), now())""")) {
            user.setObject(1, UUID.randomUUID());
            user.setString(2, email);
            user.setString(3, new PasswordHasher().hash(password));
            user.executeUpdate();
        }
        return new Operator(system, email, password);
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
