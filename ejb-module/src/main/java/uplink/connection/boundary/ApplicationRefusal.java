package uplink.connection.boundary;

import org.jspecify.annotations.Nullable;

/**
 * Somebody cannot be connected.
 *
 * @param reason the applicant reads it; at most 1,000 characters
 * @param awaitsCoverage whether it is kept until there is a network there
 */
public record ApplicationRefusal(String reason, @Nullable Boolean awaitsCoverage) {}
