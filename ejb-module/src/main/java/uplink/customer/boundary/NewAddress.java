package uplink.customer.boundary;

import org.jspecify.annotations.Nullable;

/** An address to be recorded: city, street and house are needed. */
public record NewAddress(
        @Nullable String region,
        @Nullable String city,
        @Nullable String street,
        @Nullable String house,
        @Nullable String flat,
        @Nullable String entrance,
        @Nullable String floor,
        @Nullable String note) {}
