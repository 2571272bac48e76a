package uplink.customer.boundary;

import jakarta.ejb.Stateless;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uplink.shared.Allowed;
import uplink.shared.Permission;

/** Contracts of customers. */
@Stateless
@Allowed(Permission.CUSTOMER_WRITE)
public class Contracts {

    /** Opens another contract. Refusals: {@code not-found}, {@code validation}, {@code conflict}, {@code invalid-state}. */
    public ContractDetail open(UUID customerId, NewContract wanted) {
        throw new UnsupportedOperationException();
    }

    /** Refusals: {@code not-found}, {@code stale}, {@code validation}, {@code invalid-state} when terminated. */
    public ContractDetail change(UUID id, @Nullable Integer version, ContractChange change) {
        throw new UnsupportedOperationException();
    }

    /** Ends a contract and the subscriptions under it: that day is the first without them. Refusals as above. */
    public ContractDetail terminate(UUID id, @Nullable Integer version, LocalDate on) {
        throw new UnsupportedOperationException();
    }

    @Allowed(Permission.CUSTOMER_READ)
    public ContractDetail get(UUID id) {
        throw new UnsupportedOperationException();
    }

    /** The customer's contracts, oldest first. */
    @Allowed(Permission.CUSTOMER_READ)
    public List<ContractDetail> ofCustomer(UUID customerId) {
        throw new UnsupportedOperationException();
    }

    /** The contracts of the customer who asks. */
    @Allowed(Permission.SELF_READ)
    public List<ContractDetail> mine() {
        throw new UnsupportedOperationException();
    }
}
