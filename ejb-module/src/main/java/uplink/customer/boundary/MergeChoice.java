package uplink.customer.boundary;

import org.jspecify.annotations.Nullable;

/**
 * A field of which two customers may have different values.
 *
 * @param kept of the one who stays
 * @param other of the one who goes; taken when the one who stays has none
 * @param conflict both have one, and they differ: somebody has to say which it is
 */
public record MergeChoice(MergeField field, @Nullable String kept, @Nullable String other, boolean conflict) {}
