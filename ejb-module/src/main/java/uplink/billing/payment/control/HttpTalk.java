package uplink.billing.payment.control;

import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** One question and one answer over HTTP: never longer than the patience, its last byte included. */
public final class HttpTalk {

    private static final HttpClient CLIENT = HttpClient.newBuilder()
            .connectTimeout(Duration.ofSeconds(3))
            .followRedirects(HttpClient.Redirect.NEVER)
            .version(HttpClient.Version.HTTP_1_1)
            .build();

    private final Duration patience;

    /** @param patience for one whole answer */
    public HttpTalk(Duration patience) {
        this.patience = patience;
    }

    /**
     * What came back.
     *
     * @param failure why nothing did; then there is no status
     */
    public record Answer(int status, String body, @Nullable String failure) {}

    /** Asks, and waits no longer than the patience. */
    public Answer send(HttpRequest request) {
        CompletableFuture<HttpResponse<String>> asked =
                CLIENT.sendAsync(request, HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
        try {
            HttpResponse<String> answer = asked.get(patience.toMillis(), TimeUnit.MILLISECONDS);
            return new Answer(answer.statusCode(), answer.body(), null);
        } catch (TimeoutException e) {
            asked.cancel(true);
            return new Answer(0, "", "no answer in " + patience.toSeconds() + " s");
        } catch (ExecutionException e) {
            return new Answer(0, "", String.valueOf(e.getCause()));
        } catch (InterruptedException e) {
            asked.cancel(true);
            Thread.currentThread().interrupt();
            return new Answer(0, "", "interrupted");
        }
    }
}
