package uplink.billing.ledger.boundary;

import jakarta.ejb.Stateless;
import uplink.shared.Allowed;
import uplink.shared.Permission;

/** Proves the promises about money in plain SQL; what breaks one puts its account into quarantine. */
@Stateless
@Allowed(Permission.SYSTEM_CHECK)
public class IntegrityCheck {

    /** Checks every invariant now. */
    public CheckReport run() {
        throw new UnsupportedOperationException();
    }
}
