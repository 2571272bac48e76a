package uplink.billing.refund.control;

import uplink.billing.payment.boundary.PaymentStatus;
import uplink.billing.refund.boundary.RefundStatus;

/** What leads from one state of a refund to the next, in whatever order the provider's answers come. */
public final class RefundCourse {

    private RefundCourse() {}

    /** Where a refund stands after that was told about it. What has ended stays; money that went back is booked. */
    public static RefundStatus after(RefundStatus now, PaymentStatus told) {
        if (now == RefundStatus.WAITING || now == RefundStatus.REFUSED || now == RefundStatus.SUCCEEDED) {
            return now;
        }
        return switch (told) {
            case SUCCEEDED -> RefundStatus.SUCCEEDED;
            case FAILED, CANCELLED -> RefundStatus.FAILED;
            case PENDING -> now == RefundStatus.FAILED ? now : RefundStatus.PENDING;
            case UNKNOWN -> now == RefundStatus.CREATED ? RefundStatus.UNKNOWN : now;
            case CREATED -> now;
        };
    }
}
