package uplink.billing.refund.boundary;

import org.jspecify.annotations.Nullable;

/**
 * What the second person says.
 *
 * @param note why, at most 500 characters; must be there to refuse
 */
public record Decision(@Nullable String note) {}
