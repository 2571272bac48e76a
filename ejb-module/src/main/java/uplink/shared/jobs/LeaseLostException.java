package uplink.shared.jobs;

import jakarta.ejb.ApplicationException;

/** Somebody else holds the lease by now, so this write is refused. Rolls back; trying again is useless. */
@ApplicationException(rollback = true)
public final class LeaseLostException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    LeaseLostException(String name, long token) {
        super("lease " + name + " is no longer held with token " + token);
    }
}
