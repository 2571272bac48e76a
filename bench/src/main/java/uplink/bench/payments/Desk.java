package uplink.bench.payments;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.sql.SQLException;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import javax.sql.DataSource;
import uplink.bench.fault.LiveSystem;
import uplink.bench.fault.Operator;

/** The cash desk at the API: who is answered 201 knows that the money is booked. */
record Desk(URI address, String key, int customers) {

    /** Of all payments that are measured. */
    static final String AMOUNT = "300.00";

    private static final HttpClient HTTP = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(10))
            .build();

    static Desk made(LiveSystem system, DataSource database, int customers) throws SQLException {
        return new Desk(
                URI.create(system.api() + "/admin/payments"),
                Operator.key(database, "desk", "payment:write"),
                customers);
    }

    /** Takes money of any customer; answers after how many ms. */
    double take() {
        String body = "{\"customerId\":\""
                + customer(ThreadLocalRandom.current().nextInt(customers) + 1) + "\",\"amount\":\"" + AMOUNT + "\"}";
        HttpRequest request = HttpRequest.newBuilder(address)
                .timeout(Duration.ofSeconds(60))
                .header("Content-Type", "application/json")
                .header("Authorization", "Bearer " + key)
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        long begun = System.nanoTime();
        HttpResponse<String> answer = send(request);
        if (answer.statusCode() != 201) {
            throw new IllegalStateException("answered " + answer.statusCode() + " " + answer.body());
        }
        return (System.nanoTime() - begun) / 1e6;
    }

    /** As {@code payers.sql} makes them. */
    private static UUID customer(int number) {
        return new UUID(0x7001L, 0x8000000000000000L | number);
    }

    /** Once more under the same key when the server closed the connection just then: it does after some hundred requests. */
    private static HttpResponse<String> send(HttpRequest request) {
        try {
            try {
                return HTTP.send(request, HttpResponse.BodyHandlers.ofString());
            } catch (IOException closed) {
                return HTTP.send(request, HttpResponse.BodyHandlers.ofString());
            }
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
