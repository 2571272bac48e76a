package uplink.billing.ledger.control;

import java.math.BigDecimal;
import uplink.billing.ledger.boundary.Adjustment;
import uplink.shared.Text;
import uplink.shared.Validation;

/** What a correction of a balance by hand must be like. */
public final class CorrectionRules {

    private static final int LONGEST_REASON = 500;

    private CorrectionRules() {}

    /** Answers the reason; {@code validation}. */
    public static String check(Adjustment adjustment, Posting.Account account) {
        Validation validation = new Validation();
        String currency = adjustment.currency();
        BigDecimal amount = adjustment.amount();
        validation.require("amount", amount);
        validation.check(amount == null || amount.signum() != 0, "amount", Text.of("ledger.amount-of-nothing"));
        validation.check(amount == null || account.canTake(amount), "amount", Text.of("shared.money.range"));
        validation.check(
                currency == null || currency.equals(account.currency()),
                "currency",
                Text.of("ledger.other-currency", account.currency()));
        String reason = validation.text("reason", adjustment.reason(), LONGEST_REASON);
        validation.done();
        return reason;
    }
}
