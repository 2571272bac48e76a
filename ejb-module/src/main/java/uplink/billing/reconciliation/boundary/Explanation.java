package uplink.billing.reconciliation.boundary;

/**
 * Why something is left as it is, or what is asked for.
 *
 * @param reason at most 500 characters
 */
public record Explanation(String reason) {}
