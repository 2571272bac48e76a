package uplink.api.notification;

/**
 * Words that somebody has tried out.
 *
 * @param to the address they went to
 */
public record TrialSent(String to) {}
