package uplink.web.billing;

import java.math.BigDecimal;
import java.util.List;
import uplink.billing.ledger.boundary.LedgerEntry;

/**
 * One side of a transfer as bookkeepers write it.
 *
 * @param account code of the house account, or the customer's name
 * @param customer whether it is the customer's own account
 * @param debit on the debit side; else on the credit side
 */
public record EntryLine(String account, boolean customer, boolean debit, BigDecimal amount) {

    /** Both sides of a transfer, the debit first. */
    static List<EntryLine> of(LedgerEntry transfer, String customer) {
        BigDecimal amount = transfer.amount().abs();
        boolean credited = transfer.amount().signum() > 0;
        EntryLine own = new EntryLine(customer, true, !credited, amount);
        EntryLine house = new EntryLine(transfer.counterAccount(), false, credited, amount);
        return credited ? List.of(house, own) : List.of(own, house);
    }
}
