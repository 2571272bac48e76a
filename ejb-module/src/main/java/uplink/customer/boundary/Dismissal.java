package uplink.customer.boundary;

import org.jspecify.annotations.Nullable;

/** @param why how it is known, at most 300 characters; may be missing */
public record Dismissal(@Nullable String why) {}
