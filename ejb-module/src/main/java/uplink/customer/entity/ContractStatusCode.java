package uplink.customer.entity;

import jakarta.persistence.Converter;
import uplink.customer.boundary.ContractStatus;
import uplink.shared.CodedConverter;

/** Keeps {@link ContractStatus} as its code. */
@Converter(autoApply = true)
public class ContractStatusCode extends CodedConverter<ContractStatus> {
    public ContractStatusCode() {
        super(ContractStatus.class);
    }
}
