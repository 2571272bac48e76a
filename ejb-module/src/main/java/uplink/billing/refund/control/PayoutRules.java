package uplink.billing.refund.control;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import uplink.billing.refund.boundary.FreeCredit;
import uplink.billing.refund.boundary.Payee;
import uplink.billing.refund.boundary.PayoutMethod;
import uplink.billing.refund.boundary.PayoutRequest;
import uplink.shared.BankDigits;
import uplink.shared.BusinessException;
import uplink.shared.Money;
import uplink.shared.ProblemType;
import uplink.shared.Text;
import uplink.shared.Validation;

/** What may be paid out of a customer's credit, and to whom. */
public final class PayoutRules {

    private static final int LONGEST_REASON = 500;
    private static final int LONGEST_NAME = 160;

    private PayoutRules() {}

    /** The pay-out as it is written down; refusals as {@code Payouts.pay} tells them. */
    public static PayoutRequest check(PayoutRequest wanted, FreeCredit free) {
        Validation validation = new Validation();
        String reason = validation.text("reason", wanted.reason(), LONGEST_REASON);
        BigDecimal asked = wanted.amount();
        validation
                .require("method", wanted.method())
                .check(asked == null || asked.signum() > 0, "amount", Text.of("payment.amount-above-zero"))
                .check(
                        wanted.currency() == null || wanted.currency().equals(free.currency()),
                        "currency",
                        Text.of("ledger.other-currency", free.currency()));
        Payee payee = payee(validation, wanted);
        validation.done();
        BigDecimal amount =
                asked == null ? free.amount() : Money.of(asked, free.currency()).amount();
        if (amount.signum() == 0 || amount.compareTo(free.amount()) > 0) {
            throw tooMuch(free);
        }
        return new PayoutRequest(amount, free.currency(), wanted.method(), payee, reason);
    }

    /** More than is free. */
    public static BusinessException tooMuch(FreeCredit free) {
        return BusinessException.about(
                "amount",
                ProblemType.INSUFFICIENT_FUNDS,
                Text.of("refund.payout.free", Money.of(free.amount(), free.currency())));
    }

    private static @Nullable Payee payee(Validation validation, PayoutRequest wanted) {
        Payee payee = wanted.payee();
        if (wanted.method() != PayoutMethod.BANK) {
            validation.check(payee == null, "payee", Text.of("refund.payout.no-payee"));
            return null;
        }
        validation.require("payee", payee);
        if (payee == null) {
            return null;
        }
        String name = validation.text("payee.name", payee.name(), LONGEST_NAME);
        String bic = digits(payee.bic());
        String account = digits(payee.account());
        boolean isBic = BankDigits.isBic(bic);
        validation
                .check(isBic, "payee.bic", Text.of("refund.payout.bic"))
                .check(!isBic || BankDigits.isAccount(account, bic), "payee.account", Text.of("refund.payout.account"));
        return new Payee(name, account, bic);
    }

    /** As people copy them: with blanks between. */
    private static String digits(@Nullable String value) {
        return value == null ? "" : value.replace(" ", "");
    }
}
