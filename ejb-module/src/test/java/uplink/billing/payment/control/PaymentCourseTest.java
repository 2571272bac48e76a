package uplink.billing.payment.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static uplink.billing.payment.boundary.PaymentStatus.CANCELLED;
import static uplink.billing.payment.boundary.PaymentStatus.CREATED;
import static uplink.billing.payment.boundary.PaymentStatus.FAILED;
import static uplink.billing.payment.boundary.PaymentStatus.PENDING;
import static uplink.billing.payment.boundary.PaymentStatus.SUCCEEDED;
import static uplink.billing.payment.boundary.PaymentStatus.UNKNOWN;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import uplink.billing.payment.boundary.PaymentStatus;

class PaymentCourseTest {

    /** Every state × everything it can be told. */
    private static final Map<PaymentStatus, Map<PaymentStatus, PaymentStatus>> COURSE = Map.of(
            CREATED,
            Map.of(
                    CREATED, CREATED, PENDING, PENDING, SUCCEEDED, SUCCEEDED, FAILED, FAILED, CANCELLED, CANCELLED,
                    UNKNOWN, UNKNOWN),
            PENDING,
            Map.of(
                    CREATED, PENDING, PENDING, PENDING, SUCCEEDED, SUCCEEDED, FAILED, FAILED, CANCELLED, CANCELLED,
                    UNKNOWN, PENDING),
            UNKNOWN,
            Map.of(
                    CREATED, UNKNOWN, PENDING, PENDING, SUCCEEDED, SUCCEEDED, FAILED, FAILED, CANCELLED, CANCELLED,
                    UNKNOWN, UNKNOWN),
            SUCCEEDED,
            Map.of(
                    CREATED, SUCCEEDED, PENDING, SUCCEEDED, SUCCEEDED, SUCCEEDED, FAILED, SUCCEEDED, CANCELLED,
                    SUCCEEDED, UNKNOWN, SUCCEEDED),
            FAILED,
            Map.of(
                    CREATED, FAILED, PENDING, FAILED, SUCCEEDED, SUCCEEDED, FAILED, FAILED, CANCELLED, FAILED, UNKNOWN,
                    FAILED),
            CANCELLED,
            Map.of(
                    CREATED, CANCELLED, PENDING, CANCELLED, SUCCEEDED, SUCCEEDED, FAILED, CANCELLED, CANCELLED,
                    CANCELLED, UNKNOWN, CANCELLED));

    @Test
    void everyStateTakesEveryNewsAsTheTableSays() {
        for (PaymentStatus now : PaymentStatus.values()) {
            for (PaymentStatus told : PaymentStatus.values()) {
                assertEquals(COURSE.get(now).get(told), PaymentCourse.after(now, told), now + " told " + told);
            }
        }
    }

    @Test
    void theOrderOfAProvidersAnswersDoesNotMatter() {
        for (PaymentStatus end : List.of(SUCCEEDED, CANCELLED)) {
            for (List<PaymentStatus> told : List.of(
                    List.of(PENDING, UNKNOWN, end),
                    List.of(end, PENDING, UNKNOWN),
                    List.of(UNKNOWN, end, PENDING, end))) {
                assertEquals(end, told.stream().reduce(CREATED, PaymentCourse::after), told.toString());
            }
        }
    }

    @Test
    void whatHasEndedNeedNotBeAskedFor() {
        for (PaymentStatus status : List.of(SUCCEEDED, FAILED, CANCELLED)) {
            assertTrue(PaymentCourse.isEnded(status));
        }
        for (PaymentStatus status : List.of(CREATED, PENDING, UNKNOWN)) {
            assertFalse(PaymentCourse.isEnded(status));
        }
    }
}
