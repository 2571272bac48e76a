package uplink.customer.boundary;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Why somebody cannot be erased yet.
 *
 * @param count of what is in the way
 * @param until the first day on which the law no longer wants the records; null: until it is settled
 */
public record ErasureObstacle(Kind kind, long count, @Nullable LocalDate until) {

    /** What is in the way. */
    public enum Kind implements uplink.shared.Coded {
        ERASED,
        CONTRACT,
        SERVICE,
        UNBILLED,
        DEBT,
        CREDIT,
        PAYMENT,
        REFUND,
        PAYOUT,
        APPROVAL,
        RECEIPT,
        DEVICE,
        QUARANTINE,
        APPLICATION,
        LAW
    }
}
