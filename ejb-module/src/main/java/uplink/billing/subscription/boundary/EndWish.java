package uplink.billing.subscription.boundary;

/** When an add-on is to end. */
public record EndWish(ChangeWhen when) {}
