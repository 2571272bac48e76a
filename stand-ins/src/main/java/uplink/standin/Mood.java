package uplink.standin;

/** How the payment provider answers. */
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
    EARLY
}
