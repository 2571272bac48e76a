package uplink.billing.ledger.boundary;

import jakarta.ejb.Stateless;
import java.util.List;
import java.util.UUID;
import uplink.shared.Allowed;
import uplink.shared.Page;
import uplink.shared.PageRequest;
import uplink.shared.Permission;

/** The ledger of transfers: what a customer owes and why. */
@Stateless
@Allowed(Permission.BILLING_READ)
public class Ledger {

    /** The caller's balance. */
    @Allowed(Permission.SELF_READ)
    public Balance ownBalance() {
        throw new UnsupportedOperationException();
    }

    /** The caller's transfers, newest first. */
    @Allowed(Permission.SELF_READ)
    public Page<LedgerEntry> ownTransactions(PageRequest page) {
        throw new UnsupportedOperationException();
    }

    /** A customer's balance; {@code not-found}. */
    public Balance balance(UUID customerId) {
        throw new UnsupportedOperationException();
    }

    /** A customer's transfers, newest first. */
    public Page<LedgerEntry> transactions(UUID customerId, PageRequest page) {
        throw new UnsupportedOperationException();
    }

    /** A slice of a customer's transfers for the console, newest first. */
    public List<LedgerEntry> list(UUID customerId, int first, int size) {
        throw new UnsupportedOperationException();
    }

    /** How many transfers a customer has. */
    public long count(UUID customerId) {
        throw new UnsupportedOperationException();
    }

    /**
     * Corrects a customer's balance by hand. A credit settles open invoices, oldest first. {@code not-found};
     * {@code validation} for an amount of nothing or without a reason.
     */
    @Allowed(Permission.LEDGER_ADJUST)
    public LedgerEntry adjust(UUID customerId, Adjustment adjustment) {
        throw new UnsupportedOperationException();
    }

    /** The house accounts: yesterday's snapshots plus what came since. */
    public List<HouseBalance> houseBalances() {
        throw new UnsupportedOperationException();
    }
}
