package uplink.customer.boundary;

import org.jspecify.annotations.Nullable;

/** @param reason in the customer's own words, at most 500 characters; may be missing */
public record ErasureWish(@Nullable String reason) {}
