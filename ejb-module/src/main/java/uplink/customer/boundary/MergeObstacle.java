package uplink.customer.boundary;

import uplink.shared.Coded;

/** Why two customers cannot be merged yet; {@code count} of what is in the way with the one who would go. */
public record MergeObstacle(Kind kind, long count) {

    /** What is in the way. */
    public enum Kind implements Coded {
        SAME,
        KIND,
        CURRENCY,
        MERGED,
        ERASED,
        WISH,
        RUN,
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
        APPLICATION
    }
}
