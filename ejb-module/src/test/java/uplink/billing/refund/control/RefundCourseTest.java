package uplink.billing.refund.control;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import uplink.billing.payment.boundary.PaymentStatus;
import uplink.billing.refund.boundary.RefundStatus;

class RefundCourseTest {

    /** Every state × everything that a provider can tell, in the order of the columns. */
    @ParameterizedTest
    @CsvSource({
        "WAITING,   WAITING,   WAITING,   WAITING,   WAITING,   WAITING,   WAITING",
        "REFUSED,   REFUSED,   REFUSED,   REFUSED,   REFUSED,   REFUSED,   REFUSED",
        "SUCCEEDED, SUCCEEDED, SUCCEEDED, SUCCEEDED, SUCCEEDED, SUCCEEDED, SUCCEEDED",
        "CREATED,   CREATED,   PENDING,   SUCCEEDED, FAILED,    FAILED,    UNKNOWN",
        "PENDING,   PENDING,   PENDING,   SUCCEEDED, FAILED,    FAILED,    PENDING",
        "UNKNOWN,   UNKNOWN,   PENDING,   SUCCEEDED, FAILED,    FAILED,    UNKNOWN",
        // it had been given up, and then the money has gone back after all
        "FAILED,    FAILED,    FAILED,    SUCCEEDED, FAILED,    FAILED,    FAILED",
    })
    void whatLeadsWhere(
            RefundStatus now,
            RefundStatus created,
            RefundStatus pending,
            RefundStatus succeeded,
            RefundStatus failed,
            RefundStatus cancelled,
            RefundStatus unknown) {
        assertEquals(created, RefundCourse.after(now, PaymentStatus.CREATED));
        assertEquals(pending, RefundCourse.after(now, PaymentStatus.PENDING));
        assertEquals(succeeded, RefundCourse.after(now, PaymentStatus.SUCCEEDED));
        assertEquals(failed, RefundCourse.after(now, PaymentStatus.FAILED));
        assertEquals(cancelled, RefundCourse.after(now, PaymentStatus.CANCELLED));
        assertEquals(unknown, RefundCourse.after(now, PaymentStatus.UNKNOWN));
    }
}
