package uplink.shared.jobs;

/**
 * The right to do a piece of work alone, until it expires.
 *
 * @param token grows with every new holder: a write that carries an old one is refused
 */
public record Lease(String name, String holder, long token) {}
