package uplink.customer.boundary;

import java.util.List;
import java.util.UUID;

/**
 * What a merge has made.
 *
 * @param customerId who stays
 * @param merged whoever turned out to be that customer, the last first
 */
public record MergeDone(UUID customerId, List<MergedCustomer> merged) {

    public MergeDone {
        merged = List.copyOf(merged);
    }
}
