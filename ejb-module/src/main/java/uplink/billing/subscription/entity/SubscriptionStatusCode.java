package uplink.billing.subscription.entity;

import jakarta.persistence.Converter;
import uplink.billing.subscription.boundary.SubscriptionStatus;
import uplink.shared.CodedConverter;

/** Keeps {@link SubscriptionStatus} as its code. */
@Converter(autoApply = true)
public class SubscriptionStatusCode extends CodedConverter<SubscriptionStatus> {
    public SubscriptionStatusCode() {
        super(SubscriptionStatus.class);
    }
}
