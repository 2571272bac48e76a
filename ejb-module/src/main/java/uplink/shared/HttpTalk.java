package uplink.shared;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Flow;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** One question and one answer over HTTP: never longer than the patience, its last byte included, and never without end. */
public final class HttpTalk {

    private static final HttpClient CLIENT = client(HttpClient.Version.HTTP_1_1);
    /** Bytes of one answer. */
    private static final long LARGEST = 10_000_000;

    private final HttpClient client;
    private final Duration patience;

    /** @param patience for one whole answer */
    public HttpTalk(Duration patience) {
        this(CLIENT, patience);
    }

    /**
     * @param client who speaks, where it is not everybody's
     * @param patience for one whole answer
     */
    public HttpTalk(HttpClient client, Duration patience) {
        this.client = client;
        this.patience = patience;
    }

    /** A client that follows nobody elsewhere. */
    public static HttpClient client(HttpClient.Version version) {
        return HttpClient.newBuilder()
                .connectTimeout(Duration.ofSeconds(3))
                .followRedirects(HttpClient.Redirect.NEVER)
                .version(version)
                .build();
    }

    /**
     * What came back.
     *
     * @param failure why nothing did; then there is no status
     */
    public record Answer(int status, String body, HttpHeaders headers, @Nullable String failure) {

        static Answer failed(String why) {
            return new Answer(0, "", HttpHeaders.of(Map.of(), (name, value) -> true), why);
        }
    }

    /** Asks, and waits no longer than the patience. */
    public Answer send(HttpRequest request) {
        CompletableFuture<HttpResponse<String>> asked = client.sendAsync(request, head -> new Bounded());
        try {
            HttpResponse<String> answer = asked.get(patience.toMillis(), TimeUnit.MILLISECONDS);
            return new Answer(answer.statusCode(), answer.body(), answer.headers(), null);
        } catch (TimeoutException e) {
            asked.cancel(true);
            return Answer.failed("no answer in " + patience.toSeconds() + " s");
        } catch (ExecutionException e) {
            return Answer.failed(String.valueOf(e.getCause()));
        } catch (InterruptedException e) {
            asked.cancel(true);
            Thread.currentThread().interrupt();
            return Answer.failed("interrupted");
        }
    }

    /** A text up to a length. */
    private static final class Bounded implements HttpResponse.BodySubscriber<String> {

        private final HttpResponse.BodySubscriber<String> text =
                HttpResponse.BodySubscribers.ofString(StandardCharsets.UTF_8);
        private long bytes;
        private Flow.@Nullable Subscription subscription;

        @Override
        public CompletionStage<String> getBody() {
            return text.getBody();
        }

        @Override
        public void onSubscribe(Flow.Subscription given) {
            subscription = given;
            text.onSubscribe(given);
        }

        @Override
        public void onNext(List<ByteBuffer> part) {
            bytes += part.stream().mapToLong(ByteBuffer::remaining).sum();
            if (bytes <= LARGEST) {
                text.onNext(part);
            } else if (subscription != null) {
                subscription.cancel();
                subscription = null;
                text.onError(new IOException("an answer of more than " + LARGEST + " bytes"));
            }
        }

        @Override
        public void onError(Throwable failure) {
            text.onError(failure);
        }

        @Override
        public void onComplete() {
            text.onComplete();
        }
    }
}
