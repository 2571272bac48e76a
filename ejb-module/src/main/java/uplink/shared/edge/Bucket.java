package uplink.shared.edge;

import uplink.shared.edge.SharedTokens.Grant;

/**
 * What one node knows of one key's bucket: the tokens it holds, and when the bucket will be full again. Whoever asks
 * often is lent some tokens at a time, as many as were used lately, so that a busy key rarely asks the database; a lease
 * is short, so that no node sits on what another one needs. Guarded by its own monitor.
 */
final class Bucket {

    private final long nanosPerToken;
    private final long depthNanos;
    private final long largestLease;

    private long fullAt;
    private long refusedUntil;
    private long leased;
    private long held;
    private long leasedAt;

    Bucket(long nanosPerToken, long depthNanos, long largestLease, long now) {
        this.nanosPerToken = nanosPerToken;
        this.depthNanos = depthNanos;
        this.largestLease = largestLease;
        this.fullAt = now;
        this.refusedUntil = now;
        this.leasedAt = now;
    }

    /** Whether a token that was lent is still there; it is used up then. */
    boolean useHeld(long now) {
        boolean there = held > 0 && now - leasedAt < 2 * leaseTime();
        held -= there ? 1 : 0;
        return there;
    }

    /** Nanoseconds for which the bucket is known to be empty; 0 when that is not known. */
    long refusedFor(long now) {
        return Math.max(0, refusedUntil - now);
    }

    /** As many as were used lately, twice as many when they were gone too soon; one for whoever comes now and then. */
    long nextLease(long now) {
        long age = now - leasedAt;
        if (leased == 0 || age >= 2 * leaseTime()) {
            return Math.max(1, age < 4 * leaseTime() ? leased - held : 1);
        }
        return Math.min(largestLease, age < leaseTime() ? leased * 2 : leased);
    }

    /** Takes over what the common bucket gave, and uses one of it. Nanoseconds to wait; 0 when there was one. */
    long accept(Grant grant, long now) {
        fullAt = now + grant.nanosToFull();
        leased = grant.tokens();
        leasedAt = now;
        held = Math.max(0, grant.tokens() - 1);
        if (grant.tokens() > 0) {
            return 0;
        }
        long wait = Math.max(1, grant.nanosToFull() + nanosPerToken - depthNanos);
        refusedUntil = now + wait;
        return wait;
    }

    /** Counts here alone, from what is known. Nanoseconds to wait; 0 when there was one. */
    long countAlone(long now) {
        long full = (fullAt - now > 0 ? fullAt : now) + nanosPerToken;
        long wait = full - now - depthNanos;
        if (wait > 0) {
            return wait;
        }
        fullAt = full;
        leased = 0;
        held = 0;
        return 0;
    }

    /** Tokens that could be used at once. */
    long remaining(long now) {
        return Math.max(0, held + (depthNanos - nanosToFull(now)) / nanosPerToken);
    }

    long nanosToFull(long now) {
        return Math.max(0, fullAt - now);
    }

    private long leaseTime() {
        return largestLease * nanosPerToken;
    }
}
