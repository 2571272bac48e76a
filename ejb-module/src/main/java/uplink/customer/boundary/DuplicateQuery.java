package uplink.customer.boundary;

import org.jspecify.annotations.Nullable;

/**
 * Which suggestions.
 *
 * @param dismissed those of which it is known that they are not the same; else those that are open
 * @param strength null: any
 * @param reason null: any
 */
public record DuplicateQuery(
        boolean dismissed, @Nullable DuplicateStrength strength, @Nullable DuplicateReason reason) {}
