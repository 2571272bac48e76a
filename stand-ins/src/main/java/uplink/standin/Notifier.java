package uplink.standin;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Optional;

/** Tells the shop that a payment has changed; three times when it does not listen. */
record Notifier(Optional<URI> to) {

    private static final HttpClient HTTP =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(3)).build();
    private static final int TRIES = 3;

    void send(Notice notice) {
        to.ifPresent(address -> {
            HttpRequest.Builder request = HttpRequest.newBuilder(address)
                    .timeout(Duration.ofSeconds(10))
                    .header("Content-Type", "application/json")
                    .POST(HttpRequest.BodyPublishers.ofString(notice.body()));
            notice.headers().forEach(request::header);
            HttpRequest sent = request.build();
            for (int i = 0; i < TRIES && !isHeard(sent); i++) {
                Thread.onSpinWait();
            }
        });
    }

    /** What it refuses as malformed is no better the next time. */
    private static boolean isHeard(HttpRequest request) {
        try {
            int status =
                    HTTP.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
            return status == 200 || status == 400;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        }
    }
}
