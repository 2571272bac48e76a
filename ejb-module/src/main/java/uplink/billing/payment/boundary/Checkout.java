package uplink.billing.payment.boundary;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import uplink.billing.payment.control.PaymentProvider;
import uplink.billing.payment.control.Providers;
import uplink.shared.Allowed;
import uplink.shared.BusinessException;
import uplink.shared.Caller;
import uplink.shared.Callers;
import uplink.shared.FaultPoint;
import uplink.shared.Permission;
import uplink.shared.Text;
import uplink.shared.Validation;

/**
 * A customer pays. Not one transaction but several, so it is repeatable by itself: under the same key there is one
 * payment, whichever of its steps was the last before a crash.
 */
@Stateless
@Allowed(Permission.SELF_WRITE)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class Checkout {

    @Inject
    private PaymentBook book;

    @Inject
    private BalancePayments balance;

    @Inject
    private Settling settling;

    @Inject
    private Providers providers;

    /** What can be paid with here. */
    @Allowed(Permission.SELF_READ)
    public WaysToPay offered() {
        return new WaysToPay(List.copyOf(providers.methods()));
    }

    /**
     * Begins a payment with a card or through SBP, to be confirmed at the address in the answer; or settles invoices with
     * credit that is on the account, at once. {@code validation}; {@code not-found} for an invoice of somebody else;
     * {@code insufficient-funds}. A provider that says nothing is no refusal: the payment is {@code unknown}, and
     * settles itself.
     *
     * @param key of the request: one payment for one key
     */
    public PaymentStarted pay(PayRequest wanted, String key) {
        new Validation()
                .require("amount", wanted.amount())
                .require("method", wanted.method())
                .done();
        if (wanted.method() == PaymentMethod.BALANCE) {
            return balance.pay(wanted, key);
        }
        PaymentProvider provider = providers
                .taking(wanted.method())
                .orElseThrow(() -> BusinessException.invalid("method", Text.of("payment.method-not-offered")));
        UUID payment = book.open(wanted, provider.code(), key);
        FaultPoint.at("payment-opened");
        return Callers.as(Caller.system("payments"), () -> begun(payment));
    }

    private PaymentStarted begun(UUID payment) {
        if (book.standing(payment).status() == PaymentStatus.CREATED) {
            settling.settle(payment);
        }
        return book.standing(payment);
    }
}
