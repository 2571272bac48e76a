package uplink.bench.outage;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import javax.sql.DataSource;
import uplink.bench.fault.LiveSystem;
import uplink.bench.fault.Operator;

/**
 * Registers customers over the API, so many a second. Each commit of the application wakes the relay, as those of the events do
 * that the application writes itself.
 */
final class Registrar implements AutoCloseable {

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(10))
            .build();
    private final URI address;
    private final String key;
    private final Thread thread;
    private volatile boolean over;
    private final AtomicInteger registered = new AtomicInteger();

    private Registrar(URI address, String key, int perSecond) {
        this.address = address;
        this.key = key;
        this.thread = new Thread(() -> work(1_000_000_000L / perSecond), "registrar");
        thread.setDaemon(true);
    }

    /** Begins at once. */
    static Registrar at(LiveSystem system, DataSource database, int perSecond) throws SQLException {
        Registrar registrar = new Registrar(
                URI.create(system.api() + "/admin/customers"),
                Operator.key(database, "registrar", "customer:write"),
                perSecond);
        registrar.thread.start();
        return registrar;
    }

    int registered() {
        return registered.get();
    }

    private void work(long pause) {
        for (long next = System.nanoTime(); !over; next += pause) {
            for (long left = next - System.nanoTime(); left > 0; left = next - System.nanoTime()) {
                LockSupport.parkNanos(left);
            }
            if (register()) {
                registered.incrementAndGet();
            }
        }
    }

    private boolean register() {
        HttpRequest request = HttpRequest.newBuilder(address)
                .timeout(Duration.ofSeconds(60))
                .header("Content-Type", "application/json")
                .header("Authorization", "Bearer " + key)
                .POST(HttpRequest.BodyPublishers.ofString("{\"kind\":\"person\",\"fullName\":\"Новый Абонент\"}"))
                .build();
        try {
            HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() != 201) {
                throw new IllegalStateException("answered " + answer.statusCode() + " " + answer.body());
            }
            return true;
        } catch (IOException e) {
            return false; // the server closed the connection just then
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Returns when the last one has been answered. */
    @Override
    public void close() {
        over = true;
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
