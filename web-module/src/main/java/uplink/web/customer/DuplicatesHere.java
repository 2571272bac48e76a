package uplink.web.customer;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uplink.customer.boundary.Duplicate;
import uplink.customer.boundary.DuplicateSide;
import uplink.customer.boundary.Duplicates;

/** With whom the customer of a page may be the same. */
@Named
@RequestScoped
public class DuplicatesHere {

    @Inject
    private Duplicates duplicates;

    private @Nullable List<Duplicate> found;

    public List<Duplicate> of(UUID customer) {
        if (found == null) {
            found = duplicates.of(customer);
        }
        return found;
    }

    public DuplicateSide besides(Duplicate duplicate, UUID customer) {
        return duplicate.one().customerId().equals(customer) ? duplicate.other() : duplicate.one();
    }
}
