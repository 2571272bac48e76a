package uplink.customer.boundary;

import uplink.shared.Coded;

/** How much speaks for it: a tax number, a document or two things; name and home; one telephone or e-mail, as in a family. */
public enum DuplicateStrength implements Coded {
    STRONG(4, 100),
    LIKELY(3, 3),
    WEAK(1, 2);

    private final int from;
    private final int to;

    DuplicateStrength(int from, int to) {
        this.from = from;
        this.to = to;
    }

    /** The least weight that is called so. */
    public int from() {
        return from;
    }

    /** The greatest. */
    public int to() {
        return to;
    }

    public static DuplicateStrength of(int weight) {
        return weight >= STRONG.from ? STRONG : weight >= LIKELY.from ? LIKELY : WEAK;
    }
}
