package uplink.address.boundary;

import org.jspecify.annotations.Nullable;

/** A house with all that it lies within, as somebody wrote it: each with its type in its name. */
public record PlaceLine(
        @Nullable String region, @Nullable String city, @Nullable String street, @Nullable String house) {}
