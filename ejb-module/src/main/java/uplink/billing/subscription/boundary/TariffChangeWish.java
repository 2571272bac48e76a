package uplink.billing.subscription.boundary;

import java.util.UUID;

/** Which tariff a customer wants, and from when. */
public record TariffChangeWish(UUID tariffId, ChangeWhen when) {}
