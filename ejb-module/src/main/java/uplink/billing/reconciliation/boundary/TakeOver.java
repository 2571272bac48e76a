package uplink.billing.reconciliation.boundary;

import org.jspecify.annotations.Nullable;

/**
 * Money that the provider has is booked here.
 *
 * @param contractNumber whose it is; left out when the payment is known here
 */
public record TakeOver(@Nullable String contractNumber) {}
