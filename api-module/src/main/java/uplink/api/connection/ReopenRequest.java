package uplink.api.connection;

import org.jspecify.annotations.Nullable;

/** Why a refused application is taken up again. */
public record ReopenRequest(@Nullable String note) {}
