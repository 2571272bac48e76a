package uplink.customer.entity;

import jakarta.persistence.Converter;
import uplink.customer.boundary.CustomerStatus;
import uplink.shared.CodedConverter;

/** Keeps {@link CustomerStatus} as its code. */
@Converter(autoApply = true)
public class CustomerStatusCode extends CodedConverter<CustomerStatus> {
    public CustomerStatusCode() {
        super(CustomerStatus.class);
    }
}
