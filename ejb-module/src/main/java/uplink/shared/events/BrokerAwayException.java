package uplink.shared.events;

import jakarta.ejb.ApplicationException;

/** The broker did not take the events; they stay in the outbox. */
@ApplicationException(rollback = true)
final class BrokerAwayException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    BrokerAwayException(Exception cause) {
        super(cause.getMessage(), cause);
    }
}
