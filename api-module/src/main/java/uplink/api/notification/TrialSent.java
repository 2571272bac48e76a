package uplink.api.notification;

/**
 * Words that somebody has tried out.
 *
 * @param address where they went
 */
public record TrialSent(String address) {}
