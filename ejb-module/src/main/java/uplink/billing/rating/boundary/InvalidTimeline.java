package uplink.billing.rating.boundary;

import java.util.List;
import java.util.Map;
import uplink.shared.BusinessException;
import uplink.shared.Coded;
import uplink.shared.ProblemType;
import uplink.shared.Text;

/** A timeline that makes no sense; answered with 422 {@code invalid-timeline}. */
public final class InvalidTimeline extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int index;
    private final Reason reason;

    /** @param index of the offending event in the list as it was given; -1 when none is to blame */
    public InvalidTimeline(int index, Reason reason) {
        // no stack trace: a bill run meets these as data, not as a fault of the program
        super(reason.code() + " at event " + index, null, false, false);
        this.index = index;
        this.reason = reason;
    }

    public int index() {
        return index;
    }

    public Reason reason() {
        return reason;
    }

    /** As the API answers it; {@code index} stands beside the detail when an event is to blame. */
    public BusinessException asProblem() {
        Map<String, Object> where = index < 0 ? Map.of() : Map.of("index", index);
        Text detail = Text.of("rating.invalid." + reason.code());
        return new BusinessException(ProblemType.INVALID_TIMELINE, detail, List.of(), where);
    }

    /** What is wrong. */
    public enum Reason implements Coded {
        NO_START,
        SECOND_START,
        /** A cancellation before the start. */
        END_BEFORE_START,
        /** Any other event before the start. */
        BEFORE_START,
        /** Anything but a fee after the cancellation. */
        AFTER_CANCEL,
        PAUSE_WHILE_PAUSED,
        RESUME_WITHOUT_PAUSE,
        MISSING_TERMS,
        MISSING_AMOUNT,
        NEGATIVE_AMOUNT,
        /** More decimals than the currency has, or too many digits. */
        AMOUNT_OUT_OF_RANGE,
        BILLING_DAY_OUT_OF_RANGE,
        DATE_OUT_OF_RANGE,
        MISSING_DATE,
        UNKNOWN_EVENT,
        /** A field that means nothing for this event. */
        UNEXPECTED_FIELD,
        /** Corrects an event that is not there, or nothing. */
        UNKNOWN_CORRECTED_EVENT,
        DUPLICATE_EVENT,
        UNKNOWN_CURRENCY,
        INVALID_TAX,
        INVALID_DISCOUNT,
        NO_TARGETS,
        TARGET_OUT_OF_RANGE,
        TOO_LARGE
    }
}
