package uplink.web.customer;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uplink.customer.boundary.CustomerMerges;
import uplink.customer.boundary.MergedCustomer;

/** Who turned out to be the customer of a page. */
@Named
@RequestScoped
public class MergedHere {

    @Inject
    private CustomerMerges merges;

    private @Nullable List<MergedCustomer> merged;

    public List<MergedCustomer> of(UUID customer) {
        if (merged == null) {
            merged = merges.ofCustomer(customer);
        }
        return merged;
    }

    /** Null: the customer is somebody. */
    public @Nullable MergedCustomer pointer(UUID customer) {
        return merges.ofPointer(customer).orElse(null);
    }
}
