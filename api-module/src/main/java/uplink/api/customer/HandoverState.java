package uplink.api.customer;

import org.jspecify.annotations.Nullable;
import uplink.billing.subscription.boundary.Handover;

/** How a contract is to leave its customer, or has left; null: it is not. */
public record HandoverState(@Nullable Handover handover) {}
