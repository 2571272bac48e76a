package uplink.billing.policy.boundary;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A version of a policy: the terms of its subject from a day on.
 *
 * @param validFrom today or later for new ones
 */
public record PolicyTerms(
        LocalDate validFrom,
        @Nullable DunningTerms dunning,
        @Nullable PromiseTerms promise,
        @Nullable FreezeTerms freeze) {}
