package uplink.standin;

/** How the payment provider answers, and what it says of its own accord. */
public enum Mood {
    NORMAL,
    /** After {@link StandInProvider#SLOWNESS}. */
    SLOW,
    /** Does what it is asked for, and never says so. */
    SILENT,
    /** Refuses every new payment. */
    REFUSING,
    /** Its own fault, after it has done what it was asked for. */
    BROKEN,
    /** Does what it is asked for and answers nonsense. */
    GARBAGE,
    /** Takes the money without the payer's doing, and says so before it answers that it has made the payment. */
    EARLY,
    /** Says everything three times. */
    DUPLICATING,
    /** Says how it ended, and after that once more that it is still open. */
    REORDERING,
    /** Says beside the truth that payments have succeeded which have not, with signatures of its own. */
    FORGING,
    /** Takes half of what was agreed. */
    PARTIAL
}
