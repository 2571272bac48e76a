package uplink.api.customer;

import java.time.LocalDate;
import uplink.billing.subscription.boundary.SubscriptionStatus;

/** Suspended or frozen from which day on. */
public record PauseRequest(LocalDate on, SubscriptionStatus as) {}
