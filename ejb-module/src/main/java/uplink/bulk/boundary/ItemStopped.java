package uplink.bulk.boundary;

import jakarta.ejb.ApplicationException;
import uplink.bulk.control.Outcome;

/**
 * One of a chunk could not be changed, and has spoilt the transaction: what was done before it is rolled back and done again,
 * without it.
 */
@ApplicationException(rollback = true)
public final class ItemStopped extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int before;
    private final transient Outcome outcome;

    /** @param before how many of the chunk come before it */
    ItemStopped(int before, Outcome outcome, RuntimeException cause) {
        super(cause);
        this.before = before;
        this.outcome = outcome;
    }

    int before() {
        return before;
    }

    Outcome outcome() {
        return outcome;
    }
}
