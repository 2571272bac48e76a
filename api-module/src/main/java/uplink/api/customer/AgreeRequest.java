package uplink.api.customer;

import org.jspecify.annotations.Nullable;

/** What is still to be given back. */
public record AgreeRequest(@Nullable String equipment) {}
