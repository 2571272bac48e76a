package uplink.shared.events;

import jakarta.ejb.ApplicationException;

/**
 * A consumer could not handle its events: everything is rolled back. An application exception, so that the container
 * leaves it to {@link Intake} to say what happened, once.
 */
@ApplicationException(rollback = true)
final class EventFailedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final RuntimeException failure;

    EventFailedException(RuntimeException failure) {
        super(failure.getMessage(), failure);
        this.failure = failure;
    }

    /** What the consumer threw. */
    static RuntimeException unwrap(RuntimeException e) {
        return e instanceof EventFailedException wrapped ? wrapped.failure : e;
    }
}
