package uplink.billing.subscription.entity;

import jakarta.persistence.Converter;
import uplink.billing.subscription.boundary.EventKind;
import uplink.shared.CodedConverter;

/** Keeps {@link EventKind} as its code. */
@Converter(autoApply = true)
public class EventKindCode extends CodedConverter<EventKind> {
    public EventKindCode() {
        super(EventKind.class);
    }
}
