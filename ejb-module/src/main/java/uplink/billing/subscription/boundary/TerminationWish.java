package uplink.billing.subscription.boundary;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The wish to end a contract.
 *
 * @param on the first day without it; a customer's is tomorrow at the earliest
 * @param reason at most 500 characters; may be missing in a preview
 */
public record TerminationWish(LocalDate on, @Nullable String reason) {}
