package uplink.standin;

import java.math.BigDecimal;
import java.util.Map;

/** Money of a payment that went back: given by the shop, or taken by the provider for the payer. */
final class StandInRefund {

    /** Where it stands; what the shop gives back is done at once. */
    enum State {
        /** The payer's bank demands it; it is not decided. */
        OPEN,
        DONE,
        /** The shop keeps it. */
        KEPT
    }

    private final String id;
    private final StandInPayment payment;
    private final BigDecimal amount;
    private final boolean taken;
    private final String description;
    private final Map<String, Object> metadata;
    private volatile State state;

    StandInRefund(
            String id,
            StandInPayment payment,
            BigDecimal amount,
            boolean taken,
            String description,
            Map<String, Object> metadata,
            State state) {
        this.id = id;
        this.payment = payment;
        this.amount = amount;
        this.taken = taken;
        this.description = description;
        this.metadata = metadata;
        this.state = state;
    }

    String id() {
        return id;
    }

    StandInPayment payment() {
        return payment;
    }

    BigDecimal amount() {
        return amount;
    }

    /** By the provider, and not by the shop's wish. */
    boolean taken() {
        return taken;
    }

    String description() {
        return description;
    }

    Map<String, Object> metadata() {
        return metadata;
    }

    State state() {
        return state;
    }

    void decide(boolean kept) {
        state = kept ? State.KEPT : State.DONE;
    }
}
