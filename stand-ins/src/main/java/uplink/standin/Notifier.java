package uplink.standin;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** Tells the shop that a payment has changed; three times when it does not listen. */
record Notifier(Optional<URI> to) {

    private static final HttpClient HTTP =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(3)).build();
    private static final int TRIES = 3;

    static String body(Map<String, Object> payment) {
        return StandInProvider.write(
                Map.of("type", "notification", "event", "payment." + payment.get("status"), "object", payment));
    }

    void send(Map<String, Object> payment) {
        to.ifPresent(address -> {
            HttpRequest request = HttpRequest.newBuilder(address)
                    .timeout(Duration.ofSeconds(10))
                    .header("Content-Type", "application/json")
                    .POST(HttpRequest.BodyPublishers.ofString(body(payment)))
                    .build();
            for (int i = 0; i < TRIES && !isHeard(request); i++) {
                Thread.onSpinWait();
            }
        });
    }

    private static boolean isHeard(HttpRequest request) {
        try {
            return HTTP.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        }
    }
}
