package uplink.billing.payment.control;

import com.stripe.StripeClient;
import com.stripe.exception.StripeException;
import com.stripe.model.Dispute;
import com.stripe.model.Refund;
import com.stripe.model.StripeCollection;
import com.stripe.net.RequestOptions;
import com.stripe.param.DisputeListParams;
import com.stripe.param.RefundCreateParams;
import com.stripe.param.RefundListParams;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import uplink.billing.payment.boundary.PaymentStatus;

/**
 * Refunds and disputes of Stripe. Ours carry their id in the metadata; a refund without is somebody's at Stripe's own
 * desk. Of a dispute the money is gone for good when it is lost; until then it is under way.
 *
 * @see <a href="https://docs.stripe.com/api/refunds">Refunds</a>
 * @see <a href="https://docs.stripe.com/api/disputes/object">Disputes</a>
 */
final class StripeRefunds implements RefundRoad {

    static final String REFUND_ID = "refund_id";

    private static final String REASON = "reason";
    private static final int LONGEST_REASON = 200;
    private static final int LONGEST_ID = 255;
    private static final String INTENT = "pi_";

    private final StripeClient stripe;

    StripeRefunds(StripeClient stripe) {
        this.stripe = stripe;
    }

    @Override
    public Returned giveBack(Wish wish) {
        // a refusal to tell which charge it was is no refusal to give back
        Optional<String> intent = StripeCalls.answered(
                () -> intent(wish.paymentExternalId()), detail -> Optional.empty(), detail -> Optional.empty());
        return intent.map(charge -> giveBack(wish, charge))
                .orElseGet(() -> Returned.unknown("Stripe does not tell which charge it was"));
    }

    private Returned giveBack(Wish wish, String intent) {
        RequestOptions once =
                RequestOptions.builder().setIdempotencyKey(wish.id().toString()).build();
        String reason = wish.reason().length() <= LONGEST_REASON
                ? wish.reason()
                : wish.reason().substring(0, LONGEST_REASON);
        RefundCreateParams wanted = RefundCreateParams.builder()
                .setPaymentIntent(intent)
                .setAmount(MinorUnits.of(wish.amount(), wish.currency()))
                .putMetadata(REFUND_ID, wish.id().toString())
                .putMetadata(REASON, reason)
                .build();
        return StripeCalls.answered(
                () -> returned(stripe.v1().refunds().create(wanted, once)), Returned::refused, Returned::unknown);
    }

    @Override
    public Optional<List<Returned>> returned(String paymentExternalId) {
        return StripeCalls.answered(
                () -> all(paymentExternalId), detail -> Optional.empty(), detail -> Optional.empty());
    }

    private Optional<List<Returned>> all(String externalId) throws StripeException {
        Optional<String> intent = intent(externalId);
        if (intent.isEmpty()) {
            return Optional.of(List.of());
        }
        StripeCollection<Refund> refunds = stripe.v1()
                .refunds()
                .list(RefundListParams.builder()
                        .setPaymentIntent(intent.get())
                        .setLimit(100L)
                        .build());
        StripeCollection<Dispute> disputes = stripe.v1()
                .disputes()
                .list(DisputeListParams.builder()
                        .setPaymentIntent(intent.get())
                        .setLimit(100L)
                        .build());
        return isWhole(refunds) && isWhole(disputes)
                ? Optional.of(Stream.concat(
                                refunds.getData().stream().map(StripeRefunds::returned),
                                disputes.getData().stream().map(StripeRefunds::disputed))
                        .toList())
                : Optional.empty();
    }

    /** The charge of a payment that has come to one: a session's, or itself. */
    private Optional<String> intent(String externalId) throws StripeException {
        return externalId.startsWith(INTENT)
                ? Optional.of(externalId)
                : Optional.ofNullable(
                        stripe.v1().checkout().sessions().retrieve(externalId).getPaymentIntent());
    }

    /** Nobody gives a payment back in more than a hundred parts. */
    private static boolean isWhole(StripeCollection<?> list) {
        return list.getData() != null && Boolean.FALSE.equals(list.getHasMore());
    }

    private static Returned returned(Refund refund) {
        PaymentStatus told =
                switch (String.valueOf(refund.getStatus())) {
                    case "succeeded" -> PaymentStatus.SUCCEEDED;
                    case "pending", "requires_action" -> PaymentStatus.PENDING;
                    case "failed", "canceled" -> PaymentStatus.FAILED;
                    default -> PaymentStatus.UNKNOWN;
                };
        return returned(
                told,
                refund.getId(),
                refund.getMetadata(),
                refund.getAmount(),
                refund.getCurrency(),
                refund.getFailureReason());
    }

    private static Returned disputed(Dispute dispute) {
        PaymentStatus told =
                switch (String.valueOf(dispute.getStatus())) {
                    case "lost" -> PaymentStatus.SUCCEEDED;
                    case "won", "warning_closed", "prevented" -> PaymentStatus.FAILED;
                    case "needs_response", "under_review", "warning_needs_response", "warning_under_review" ->
                        PaymentStatus.PENDING;
                    default -> PaymentStatus.UNKNOWN;
                };
        return returned(told, dispute.getId(), null, dispute.getAmount(), dispute.getCurrency(), dispute.getReason());
    }

    private static Returned returned(
            PaymentStatus told,
            @Nullable String id,
            @Nullable Map<String, String> metadata,
            @Nullable Long units,
            @Nullable String currency,
            @Nullable String detail) {
        if (told == PaymentStatus.UNKNOWN || id == null || id.length() > LONGEST_ID) {
            return Returned.unknown("not a refund");
        }
        String code = currency == null ? null : currency.toUpperCase(Locale.ROOT);
        BigDecimal amount = units == null || code == null ? null : MinorUnits.amount(units, code);
        String ours = metadata == null ? null : metadata.get(REFUND_ID);
        return new Returned(told, id, Claims.uuid(ours), amount, code, detail);
    }
}
