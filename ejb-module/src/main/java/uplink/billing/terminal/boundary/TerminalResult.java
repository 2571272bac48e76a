package uplink.billing.terminal.boundary;

/** The protocol's result codes (OSMP, "Список кодов завершения"). All but {@link #TRY_LATER} are final for the agent. */
public enum TerminalResult {
    OK(0),
    TRY_LATER(1),
    BAD_ACCOUNT(4),
    NO_SUCH_ACCOUNT(5),
    NOT_ALLOWED(7),
    OVER_THE_DAYS_LIMIT(8),
    ACCOUNT_CLOSED(79),
    TOO_SMALL(241),
    TOO_LARGE(242),
    REFUSED(300);

    private final int code;

    TerminalResult(int code) {
        this.code = code;
    }

    public int code() {
        return code;
    }
}
