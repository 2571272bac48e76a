package uplink.customer.boundary;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A contract.
 *
 * @param billingDay 1 to 31: the day of the month on which its periods begin
 * @param version for {@code If-Match}
 */
public record ContractDetail(
        UUID id,
        UUID customerId,
        String number,
        LocalDate signedOn,
        @Nullable LocalDate closedOn,
        int billingDay,
        ContractStatus status,
        @Nullable UUID tariffId,
        @Nullable AddressDetail address,
        int version) {}
