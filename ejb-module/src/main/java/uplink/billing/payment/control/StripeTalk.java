package uplink.billing.payment.control;

import com.stripe.exception.ApiConnectionException;
import com.stripe.net.HttpClient;
import com.stripe.net.HttpContent;
import com.stripe.net.HttpHeaders;
import com.stripe.net.StripeRequest;
import com.stripe.net.StripeResponse;
import java.net.URI;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.Map;
import uplink.shared.HttpTalk;

/** The library's questions over our own road: its client has a limit for each read, ours has one for the whole answer. */
final class StripeTalk extends HttpClient {

    private final HttpTalk talk;

    StripeTalk(Duration patience) {
        this.talk = new HttpTalk(patience);
    }

    @Override
    public StripeResponse request(StripeRequest request) throws ApiConnectionException {
        HttpRequest.Builder asked =
                HttpRequest.newBuilder(URI.create(request.url().toString()));
        request.headers().map().forEach((name, values) -> values.forEach(value -> asked.header(name, value)));
        HttpContent content = request.content();
        if (content == null) {
            asked.method(request.method().name(), HttpRequest.BodyPublishers.noBody());
        } else {
            asked.header("Content-Type", content.contentType())
                    .method(
                            request.method().name(),
                            HttpRequest.BodyPublishers.ofByteArray(content.byteArrayContent()));
        }
        HttpTalk.Answer answer = talk.send(asked.build());
        if (answer.failure() != null) {
            throw new ApiConnectionException(answer.failure());
        }
        return new StripeResponse(answer.status(), HttpHeaders.of(Map.of()), answer.body());
    }
}
