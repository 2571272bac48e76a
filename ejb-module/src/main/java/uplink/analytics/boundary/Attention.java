package uplink.analytics.boundary;

import uplink.shared.Coded;
import uplink.shared.Text;

/** Something that waits for a person. */
public record Attention(Kind kind, long count) {

    /** What waits. */
    public enum Kind implements Coded {
        QUARANTINE,
        FAILED_RUNS,
        FAILED_JOBS,
        DEAD_LETTERS,
        WAITING_EVENTS,
        /** Refunds that failed after all, and whose money still lies on the account. */
        REFUNDS_CAME_BACK,
        /** Services that are off although nothing is owed. */
        PAID_BUT_OFF,
        /** Services that are on although they should be off. */
        UNPAID_BUT_ON;

        /** Its name for people. */
        public Text label() {
            return Text.of("analytics.attention." + code());
        }
    }
}
