package uplink.customer.entity;

import jakarta.persistence.Converter;
import uplink.customer.boundary.CustomerKind;
import uplink.shared.CodedConverter;

/** Keeps {@link CustomerKind} as its code. */
@Converter(autoApply = true)
public class CustomerKindCode extends CodedConverter<CustomerKind> {
    public CustomerKindCode() {
        super(CustomerKind.class);
    }
}
