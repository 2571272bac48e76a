package uplink.standin;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/** A payment as the provider knows it: {@code pending}, {@code succeeded} or {@code canceled}. */
final class StandInPayment {

    private static final BigDecimal HALF = new BigDecimal("0.5");

    private final String id;
    private final Wanted wanted;
    private final Instant madeAt = Instant.now().truncatedTo(ChronoUnit.MILLIS);
    private String status = "pending";
    private @Nullable String reason;
    private BigDecimal captured = BigDecimal.ZERO;

    StandInPayment(String id, Wanted wanted) {
        this.id = id;
        this.wanted = wanted;
    }

    String id() {
        return id;
    }

    Wanted wanted() {
        return wanted;
    }

    Instant madeAt() {
        return madeAt;
    }

    synchronized String status() {
        return status;
    }

    boolean is(String state) {
        return status().equals(state);
    }

    /** Why it was cancelled. */
    synchronized @Nullable String reason() {
        return reason;
    }

    /** What was taken. */
    synchronized BigDecimal captured() {
        return captured;
    }

    /** The payer pays; the provider takes all of it, or half. An end stays: what has ended does not end once more. */
    synchronized void pay(boolean partly) {
        if (status.equals("pending")) {
            status = "succeeded";
            captured = partly ? wanted.amount().multiply(HALF).setScale(2, RoundingMode.DOWN) : wanted.amount();
        }
    }

    /** The payer pays, and the shop gets only a part of it. */
    synchronized void capture(BigDecimal part) {
        if (status.equals("pending")) {
            status = "succeeded";
            captured = part;
        }
    }

    synchronized void cancel(String why) {
        if (status.equals("pending")) {
            status = "canceled";
            reason = why;
        }
    }
}
