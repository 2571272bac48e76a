package uplink.billing.run.boundary;

import jakarta.ejb.Stateless;
import java.util.List;
import java.util.UUID;
import uplink.shared.Allowed;
import uplink.shared.Page;
import uplink.shared.PageRequest;
import uplink.shared.Permission;

/** Customers that could not be billed: why, and a second try. */
@Stateless
@Allowed(Permission.BILLING_RUN)
public class Quarantine {

    /** Who waits, newest first. */
    public Page<QuarantineEntry> page(PageRequest page) {
        throw new UnsupportedOperationException();
    }

    /** A slice for the console. */
    public List<QuarantineEntry> list(QuarantineQuery query) {
        throw new UnsupportedOperationException();
    }

    /** How many entries the query has in all. */
    public long count(QuarantineQuery query) {
        throw new UnsupportedOperationException();
    }

    /**
     * Tries once more to bill the customer up to today: a run for this one customer. The entry is resolved when it
     * succeeds. {@code not-found}; {@code invalid-state} when it is resolved already.
     */
    public BillRun retry(UUID id) {
        throw new UnsupportedOperationException();
    }
}
