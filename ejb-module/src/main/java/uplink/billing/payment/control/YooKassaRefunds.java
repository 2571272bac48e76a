package uplink.billing.payment.control;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import uplink.billing.payment.boundary.PaymentStatus;
import uplink.shared.HttpTalk;
import uplink.shared.Json;

/**
 * Refunds of YooKassa's API v3. Ours carry their id at the end of the description; whatever its list of a payment's
 * refunds has besides, the provider has taken by itself or somebody at its own desk.
 */
final class YooKassaRefunds implements RefundRoad {

    private static final Pattern OURS = Pattern.compile("\\[([0-9a-f-]{36})]$");
    private static final int LONGEST_REASON = 200;
    private static final int LONGEST_ID = 64;
    private static final Set<Integer> REFUSALS = Set.of(400, 401, 403, 404, 405, 415);

    private final URI refunds;
    private final String authorization;
    private final HttpTalk talk;

    YooKassaRefunds(URI refunds, String authorization, HttpTalk talk) {
        this.refunds = refunds;
        this.authorization = authorization;
        this.talk = talk;
    }

    @Override
    public Returned giveBack(Wish wish) {
        HttpTalk.Answer answer = talk.send(request(refunds)
                .header("Idempotence-Key", wish.id().toString())
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(Json.write(body(wish))))
                .build());
        if (answer.failure() != null) {
            return Returned.unknown(answer.failure());
        }
        Map<?, ?> body = Claims.json(answer.body());
        if (answer.status() == 200) {
            return returned(body);
        }
        String code = YooKassa.text(body.get("code"));
        String detail = "HTTP " + answer.status() + (code == null ? "" : " " + code);
        return REFUSALS.contains(answer.status()) ? Returned.refused(detail) : Returned.unknown(detail);
    }

    @Override
    public Optional<List<Returned>> returned(String paymentExternalId) {
        String id = URLEncoder.encode(paymentExternalId, StandardCharsets.UTF_8);
        HttpTalk.Answer answer = talk.send(request(URI.create(refunds + "?limit=100&payment_id=" + id))
                .GET()
                .build());
        if (answer.failure() != null || answer.status() != 200) {
            return Optional.empty();
        }
        return Claims.json(answer.body()).get("items") instanceof List<?> items
                ? Optional.of(new ArrayList<>(items.stream()
                        .map(item -> returned(YooKassa.object(item)))
                        .toList()))
                : Optional.empty();
    }

    private HttpRequest.Builder request(URI address) {
        return HttpRequest.newBuilder(address).header("Authorization", authorization);
    }

    private static Map<String, Object> body(Wish wish) {
        String reason = wish.reason().length() <= LONGEST_REASON
                ? wish.reason()
                : wish.reason().substring(0, LONGEST_REASON);
        return Map.of(
                "payment_id",
                wish.paymentExternalId(),
                "amount",
                Map.of("value", wish.amount().toPlainString(), "currency", wish.currency()),
                "description",
                reason + " [" + wish.id() + "]");
    }

    private static Returned returned(Map<?, ?> body) {
        String status = YooKassa.text(body.get("status"));
        String id = YooKassa.text(body.get("id"));
        PaymentStatus told = status == null ? null : told(status);
        if (told == null || id == null || id.length() > LONGEST_ID) {
            return Returned.unknown("not a refund");
        }
        Map<?, ?> amount = YooKassa.object(body.get("amount"));
        return new Returned(
                told,
                id,
                refundId(YooKassa.text(body.get("description"))),
                Decimals.of(YooKassa.text(amount.get("value"))),
                YooKassa.text(amount.get("currency")),
                YooKassa.text(YooKassa.object(body.get("cancellation_details")).get("reason")));
    }

    private static @Nullable PaymentStatus told(String status) {
        return switch (status) {
            case "pending" -> PaymentStatus.PENDING;
            case "succeeded" -> PaymentStatus.SUCCEEDED;
            case "canceled" -> PaymentStatus.FAILED;
            default -> null;
        };
    }

    private static @Nullable UUID refundId(@Nullable String description) {
        Matcher ours = OURS.matcher(description == null ? "" : description);
        return ours.find() ? UUID.fromString(ours.group(1)) : null;
    }
}
