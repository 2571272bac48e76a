package uplink.api.customer;

import org.jspecify.annotations.Nullable;
import uplink.billing.subscription.boundary.Termination;

/** What was asked for last about the end of a contract; null: nothing. */
public record TerminationState(@Nullable Termination termination) {}
