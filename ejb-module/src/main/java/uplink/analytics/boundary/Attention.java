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
        WAITING_EVENTS;

        /** Its name for people. */
        public Text label() {
            return Text.of("analytics.attention." + code());
        }
    }
}
