package uplink.customer.boundary;

import org.jspecify.annotations.Nullable;

/**
 * The word to erase a person.
 *
 * @param contractNumber typed once more, so that nobody erases the wrong one
 * @param basis the paper that it is done for, at most 300 characters; nobody's name, for it stays
 */
public record ErasureOrder(@Nullable String contractNumber, @Nullable String basis) {}
