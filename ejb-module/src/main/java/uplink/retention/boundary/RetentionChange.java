package uplink.retention.boundary;

import org.jspecify.annotations.Nullable;

/**
 * What a rule shall be from now on; what is missing stays.
 *
 * @param keep in the rule's unit
 * @param perNight from 1 to 10,000,000
 * @param reason at most 300 characters; nobody's name, for it stays. Erasing needs one.
 */
public record RetentionChange(
        @Nullable Boolean enabled, @Nullable Integer keep, @Nullable Integer perNight, @Nullable String reason) {}
