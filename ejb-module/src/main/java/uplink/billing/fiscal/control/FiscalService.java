package uplink.billing.fiscal.control;

/** Who prints receipts. Neither method throws, and both end in some ten seconds at most. */
public interface FiscalService {

    /** Hands a receipt over; the same key again is the same receipt. */
    FiscalAnswer register(FiscalOrder order);

    /** What became of a receipt that it has. */
    FiscalAnswer ask(FiscalOrder order);
}
