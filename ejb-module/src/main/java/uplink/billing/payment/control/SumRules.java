package uplink.billing.payment.control;

import java.math.BigDecimal;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uplink.billing.ledger.control.Posting;
import uplink.shared.BusinessException;
import uplink.shared.Sql;
import uplink.shared.Text;
import uplink.shared.Validation;

/** What holds for the sum of every payment, by whatever road it comes. */
public final class SumRules {

    private SumRules() {}

    /** Above zero, within what the account can take, in its currency. */
    public static void check(
            Validation validation, @Nullable BigDecimal amount, @Nullable String currency, Posting.Account account) {
        validation.require("amount", amount);
        validation.check(amount == null || amount.signum() > 0, "amount", Text.of("payment.amount-above-zero"));
        validation.check(amount == null || account.canTake(amount), "amount", Text.of("shared.money.range"));
        validation.check(
                currency == null || currency.equals(account.currency()),
                "currency",
                Text.of("ledger.other-currency", account.currency()));
    }

    /** The named invoice is the customer's own; {@code not-found}. */
    public static void requireInvoice(Sql sql, @Nullable UUID invoice, UUID customer) {
        if (invoice != null
                && sql.number("select count(*) from invoices where id = ? and customer_id = ?", invoice, customer)
                        == 0) {
            throw BusinessException.notFound();
        }
    }
}
