package uplink.billing.payment.control;

import java.util.EnumSet;
import java.util.Set;
import uplink.billing.payment.boundary.PaymentStatus;

/**
 * The states of a payment and what leads from one to the next. Whatever order the provider's answers come in, and
 * however often, they end in the same state: money that has arrived is never taken back by an older answer, and is booked
 * even when the payment had been given up.
 */
public final class PaymentCourse {

    private static final Set<PaymentStatus> ENDED =
            EnumSet.of(PaymentStatus.SUCCEEDED, PaymentStatus.FAILED, PaymentStatus.CANCELLED);

    private PaymentCourse() {}

    /** Where a payment stands after that was told about it: where it stood when the news changes nothing. */
    public static PaymentStatus after(PaymentStatus now, PaymentStatus told) {
        if (now == PaymentStatus.SUCCEEDED || told == PaymentStatus.CREATED) {
            return now;
        }
        if (told == PaymentStatus.SUCCEEDED) {
            return told;
        }
        boolean known = now == PaymentStatus.PENDING && told == PaymentStatus.UNKNOWN;
        return isEnded(now) || known ? now : told;
    }

    /** Whether the provider need not be asked about it any more. */
    public static boolean isEnded(PaymentStatus status) {
        return ENDED.contains(status);
    }
}
