package uplink.bulk.control;

import java.math.BigDecimal;
import java.time.LocalDate;
import uplink.billing.ledger.boundary.Adjustment;
import uplink.billing.ledger.boundary.Ledger;

/** A correction of the balance. Whether it needs a second person was decided about the work as a whole. */
public final class AdjustAct implements Act {

    private final Ledger ledger;
    private final Adjustment correction;
    private final Adjustment counter;
    private final LocalDate today;

    /** @param back the reason of the correction that takes it back */
    public AdjustAct(Ledger ledger, BigDecimal amount, String currency, String reason, String back, LocalDate today) {
        this.ledger = ledger;
        this.correction = new Adjustment(amount, currency, reason);
        this.counter = new Adjustment(amount.negate(), currency, back);
        this.today = today;
    }

    @Override
    public Outcome act(Item item) {
        BigDecimal before = item.locked().balance();
        BigDecimal amount = correction.amount();
        return Outcome.changed(
                        before,
                        before.add(amount),
                        today,
                        ledger.adjust(item.customerId(), correction).id())
                .billing(amount);
    }

    @Override
    public Outcome undo(Item item) {
        ledger.adjust(item.customerId(), counter);
        return Outcome.changed();
    }
}
