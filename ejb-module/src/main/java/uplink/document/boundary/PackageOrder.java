package uplink.document.boundary;

import org.jspecify.annotations.Nullable;

/**
 * A package that is wanted.
 *
 * @param language {@code ru} or {@code en}; Russian when left out
 */
public record PackageOrder(@Nullable String language) {}
