package uplink.shared.events;

/**
 * Tells the broker to bring a message again, later. What happened has been said in a line of the log, so it carries no
 * stack, and the server's log leaves out what container and resource adapter have to say about it (the launcher's
 * {@code RedeliveryFilter} knows it by its name).
 */
final class ComesAgainException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    ComesAgainException(String what) {
        super(what, null, false, false);
    }
}
