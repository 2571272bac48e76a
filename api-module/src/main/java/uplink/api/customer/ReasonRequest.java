package uplink.api.customer;

import org.jspecify.annotations.Nullable;

/** Why. */
public record ReasonRequest(@Nullable String reason) {}
