package uplink.shared.events;

/** Has the name of the application's exception, which is not on the launcher's class path. */
public class ComesAgainException extends RuntimeException {
    private static final long serialVersionUID = 1L;
}
