package uplink.customer.boundary;

import jakarta.ejb.Stateless;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uplink.shared.Allowed;
import uplink.shared.Page;
import uplink.shared.PageRequest;
import uplink.shared.Permission;

/** The customers. */
@Stateless
@Allowed(Permission.CUSTOMER_READ)
public class Customers {

    /** Registers a customer with a first contract and an account. Refusals: {@code validation}, {@code conflict}. */
    @Allowed(Permission.CUSTOMER_WRITE)
    public CustomerDetail register(NewCustomer wanted) {
        throw new UnsupportedOperationException();
    }

    /** Refusals: {@code not-found}. */
    public CustomerDetail get(UUID id) {
        throw new UnsupportedOperationException();
    }

    /**
     * Changes what is not null.
     *
     * @param version the one the change was made from; null: whatever it is. Refusals: {@code not-found},
     *     {@code stale}, {@code validation}, {@code invalid-state}
     */
    @Allowed(Permission.CUSTOMER_WRITE)
    public CustomerDetail update(UUID id, @Nullable Integer version, CustomerChange change) {
        throw new UnsupportedOperationException();
    }

    /** A page for the console: filtered, sorted and cut in the database. */
    public List<CustomerRow> list(CustomerQuery query) {
        throw new UnsupportedOperationException();
    }

    /** How many the query finds: exact up to 10,000; above that, and for all customers, the planner's estimate. */
    public long count(CustomerQuery query) {
        throw new UnsupportedOperationException();
    }

    /** A page for the API, newest first; {@code q} as the query's text. */
    public Page<CustomerRow> page(@Nullable String q, PageRequest page) {
        throw new UnsupportedOperationException();
    }

    /** The best hits for a fragment of a name, contract number, phone or address; at least two characters. */
    public List<FoundCustomer> search(String fragment, int limit) {
        throw new UnsupportedOperationException();
    }

    /** The customer who asks. */
    @Allowed(Permission.SELF_READ)
    public Profile me() {
        throw new UnsupportedOperationException();
    }
}
