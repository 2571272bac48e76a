package uplink.billing.payment.control;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A call to a provider that is about to be made, written down before it is.
 *
 * @param first whether nobody has called about this payment before
 * @param asks the provider's id that is asked about; null: the payment is to be made there
 */
public record Asking(UUID attempt, Order order, boolean first, @Nullable String asks) {

    /** The provider's answer, unless it must not decide about this payment: then it is {@code UNKNOWN}. */
    public ProviderAnswer judge(ProviderAnswer answer) {
        return switch (answer.told()) {
            // an earlier call of the same kind may have got through although we did not hear of it
            case FAILED -> first ? answer : answer.undecided(answer.detail());
            case PENDING, SUCCEEDED, CANCELLED ->
                isOurs(answer) ? answer : ProviderAnswer.unknown("another payment, or another sum");
            case CREATED, UNKNOWN -> answer;
        };
    }

    private boolean isOurs(ProviderAnswer answer) {
        String known = order.externalId();
        return answer.isAbout(order.id(), order.amount(), order.currency())
                && (known == null || known.equals(answer.externalId()));
    }
}
