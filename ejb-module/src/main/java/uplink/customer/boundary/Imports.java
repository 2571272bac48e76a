package uplink.customer.boundary;

import jakarta.ejb.Stateless;
import java.util.List;
import java.util.UUID;
import uplink.shared.Allowed;
import uplink.shared.Page;
import uplink.shared.PageRequest;
import uplink.shared.Permission;

/** Takes over customers, contracts, addresses, subscriptions and opening balances from a file. */
@Stateless
@Allowed(Permission.IMPORT_RUN)
public class Imports {

    /** Keeps the file and starts the work; it goes on after the answer. Refusals: {@code validation}, {@code conflict}. */
    public ImportReport start(NewImport file) {
        throw new UnsupportedOperationException();
    }

    /** Refusals: {@code not-found}. */
    public ImportReport get(UUID id) {
        throw new UnsupportedOperationException();
    }

    /** The imports, newest first. */
    public Page<ImportReport> page(PageRequest page) {
        throw new UnsupportedOperationException();
    }

    /** The refused rows by line: {@code size} of them (1 to 1000) after the first {@code first}. */
    public List<ImportRefusal> refusals(UUID id, int first, int size) {
        throw new UnsupportedOperationException();
    }

    /** Asks a running import to stop before it writes. Refusals: {@code not-found}, {@code invalid-state}. */
    public ImportReport stop(UUID id) {
        throw new UnsupportedOperationException();
    }
}
