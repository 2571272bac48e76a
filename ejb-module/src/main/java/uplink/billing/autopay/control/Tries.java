package uplink.billing.autopay.control;

import uplink.shared.Settings;

/**
 * How often an invoice is tried.
 *
 * @param atMost in all, 1 to 30
 * @param pauseDays from one to the next, at least one
 */
public record Tries(int atMost, int pauseDays) {

    public Tries {
        if (atMost < 1 || atMost > 30 || pauseDays < 1 || pauseDays > 30) {
            throw new IllegalArgumentException("UPLINK_AUTOPAY_TRIES and UPLINK_AUTOPAY_PAUSE_DAYS are 1 to 30");
        }
    }

    /** As configured: three, with a day between them. */
    public static Tries configured() {
        return new Tries(Settings.number("UPLINK_AUTOPAY_TRIES", 3), Settings.number("UPLINK_AUTOPAY_PAUSE_DAYS", 1));
    }
}
