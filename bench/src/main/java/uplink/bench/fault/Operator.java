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
import uplink.auth.control.Digests;

/** Somebody at the API with the right to start bill runs. */
public final class Operator {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
    private final String api;
    private final String key;

    private Operator(LiveSystem system, String key) {
        this.api = system.api();
        this.key = key;
    }

    /** Makes a service account in the system's database, with a key for bill runs. */
    static Operator made(LiveSystem system, DataSource database) throws SQLException {
        return new Operator(system, key(database, "harness", "billing:run"));
    }

    /** The key of a new service account that may do one thing. */
    public static String key(DataSource database, String name, String permission) throws SQLException {
        UUID account = UUID.randomUUID();
        UUID id = UUID.randomUUID();
        String key = "uplink_key_" + Digests.token();
        try (Connection connection = database.getConnection()) {
            insert(
                    connection,
                    """
                    insert into users (id, email, full_name, role, locale, created_at, updated_at)
                    values (?, ?, 'Harness', 'service', 'en', now(), now())""",
                    account,
                    name + "@service.invalid");
            insert(
                    connection,
                    """
                    insert into api_keys (id, user_id, name, key_hash, hint, created_at, expires_at)
                    values (?, ?, 'Harness', ?, 'uplink_key_', now(), now() + interval '30 days')""",
                    id,
                    account,
                    Digests.sha256(key));
            insert(connection, "insert into api_key_permissions (key_id, permission) values (?, ?)", id, permission);
        }
        return key;
    }

    private static void insert(Connection connection, String sql, Object... values) throws SQLException {
        try (PreparedStatement row = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                row.setObject(i + 1, values[i]);
            }
            row.executeUpdate();
        }
    }

    /** Whether the API lets it in just now. */
    public boolean isLetIn() throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(api + "/admin/billing/quarantine?limit=1"))
                .timeout(Duration.ofSeconds(30))
                .header("Authorization", "Bearer " + key)
                .build();
        return http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
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
                    .header("Authorization", "Bearer " + key)
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
