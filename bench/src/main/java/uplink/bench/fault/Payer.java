package uplink.bench.fault;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import uplink.auth.control.PasswordHasher;
import uplink.shared.Sql;

/** A customer who pays over the API, and the cashier who serves them. */
public final class Payer {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String PASSWORD = "correct-horse-battery-staple";

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();
    private final String api;
    private final UUID customer;
    private final String email;
    private final String cashier;
    private volatile String token = "";

    private Payer(String api, UUID customer, String email, String cashier) {
        this.api = api;
        this.customer = customer;
        this.email = email;
        this.cashier = cashier;
    }

    /** Writes both into the system's database. */
    public static Payer made(LiveSystem system, DataSource database) throws SQLException {
        UUID customer = UUID.randomUUID();
        UUID user = UUID.randomUUID();
        String email = "payer-" + user + "@example.org";
        Sql sql = Sql.in(database);
        sql.update(
                """
                insert into users (id, email, full_name, password_hash, role, created_at, updated_at)
                values (?, ?, 'Payer', ?, 'customer', now(), now())""",
                user,
                email,
                new PasswordHasher().hash(PASSWORD));
        sql.update(
                """
                insert into customers (id, user_id, kind, full_name, contract_number, currency, created_at, updated_at)
                values (?, ?, 'person', 'Payer', ?, 'RUB', now(), now())""",
                customer,
                user,
                "P-" + customer);
        sql.update(
                """
                insert into ledger_accounts (id, kind, customer_id, currency, created_at)
                values (?, 'customer', ?, 'RUB', now())""",
                customer,
                customer);
        return new Payer(system.api(), customer, email, Operator.key(database, "cashier", "payment:write"));
    }

    /** The same person with the same session at another node of the system. */
    public Payer at(LiveSystem node) {
        Payer there = new Payer(node.api(), customer, email, cashier);
        there.token = token;
        return there;
    }

    public UUID customer() {
        return customer;
    }

    /** Waits until the payer is let in, with the token they have or a fresh one. */
    public void signIn() {
        Wait.until(this::isIn, Duration.ofMinutes(5), () -> "the payer to be let in");
    }

    private boolean isIn() throws IOException, InterruptedException {
        if (!token.isEmpty()) {
            HttpRequest balance = HttpRequest.newBuilder(URI.create(api + "/billing/balance"))
                    .timeout(Duration.ofSeconds(30))
                    .header("Authorization", "Bearer " + token)
                    .build();
            int status =
                    http.send(balance, HttpResponse.BodyHandlers.discarding()).statusCode();
            if (status != 401) {
                return status == 200;
            }
        }
        HttpResponse<String> answer =
                post("/auth/login", Map.of("email", email, "password", PASSWORD), "Accept", "application/json");
        if (answer.statusCode() != 200) {
            return false;
        }
        token = JSON.readTree(answer.body()).path("accessToken").asText();
        return true;
    }

    /** Asks to pay; empty without an answer that says it is done. */
    public Optional<UUID> pay(String method, String amount, String key) {
        return money("/billing/pay", Map.of("method", method, "amount", amount), token, key);
    }

    /** Asks to pay and tells what the answer is, whatever it is. */
    public HttpResponse<String> asked(String method, String amount, String key)
            throws IOException, InterruptedException {
        return post("/billing/pay", Map.of("method", method, "amount", amount), bearing(token, key));
    }

    /** Pays at the desk; likewise. */
    Optional<UUID> cash(String amount, String key) {
        return money("/admin/payments", Map.of("customerId", customer.toString(), "amount", amount), cashier, key);
    }

    private Optional<UUID> money(String path, Map<String, String> body, String bearer, String key) {
        try {
            HttpResponse<String> answer = post(path, body, bearing(bearer, key));
            JsonNode read = JSON.readTree(answer.body());
            return answer.statusCode() == 201
                    ? Optional.of(UUID.fromString(read.required("id").asText()))
                    : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static String[] bearing(String bearer, String key) {
        return new String[] {"Authorization", "Bearer " + bearer, "Idempotency-Key", key};
    }

    /** The provider says that there is news. */
    public boolean hear(String notification) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(api + "/gateways/yookassa/webhook"))
                .timeout(Duration.ofSeconds(30))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(notification))
                .build();
        return http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() < 300;
    }

    private HttpResponse<String> post(String path, Map<String, String> body, String... headers)
            throws IOException, InterruptedException {
        return http.send(
                HttpRequest.newBuilder(URI.create(api + path))
                        .timeout(Duration.ofSeconds(30))
                        .header("Content-Type", "application/json")
                        .headers(headers)
                        .POST(HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(body)))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }
}
