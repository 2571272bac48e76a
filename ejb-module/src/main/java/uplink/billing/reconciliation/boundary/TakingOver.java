package uplink.billing.reconciliation.boundary;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uplink.billing.payment.boundary.PaymentBook;
import uplink.billing.payment.boundary.PaymentStatus;
import uplink.billing.payment.boundary.Settling;
import uplink.billing.payment.control.PaymentProvider;
import uplink.billing.payment.control.ProviderAnswer;
import uplink.billing.payment.control.Providers;
import uplink.shared.Allowed;
import uplink.shared.BusinessException;
import uplink.shared.Caller;
import uplink.shared.Callers;
import uplink.shared.Permission;
import uplink.shared.ProblemType;
import uplink.shared.Text;

/**
 * Money that a provider has and that is not booked here. Not one transaction but several, with a call of the provider's
 * between them, so it is repeatable by itself: a payment of the provider's is booked once.
 */
@Stateless
@Allowed(Permission.PAYMENT_RECONCILE)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class TakingOver {

    @Inject
    private Reconciliations reconciliations;

    @Inject
    private Providers providers;

    @Inject
    private PaymentBook payments;

    @Inject
    private Settling settling;

    /**
     * Asks the provider once more and books what it has: for the payment here that the register names, else as a new one of
     * the customer of that contract. {@code validation} for a contract that is not there; {@code invalid-state} when it was
     * decided, or when the provider does not confirm it.
     */
    public Discrepancy takeOver(UUID id, TakeOver wanted) {
        Discrepancy one = reconciliations.get(id);
        if (one.status() != DiscrepancyStatus.OPEN || one.ours() != null) {
            throw Reconciliations.decided();
        }
        if (one.paymentId() == null) {
            adopt(one, wanted.contractNumber());
        } else {
            settle(one, one.paymentId());
        }
        reconciliations.settled(id);
        return reconciliations.get(id);
    }

    private void settle(Discrepancy one, UUID payment) {
        PaymentProvider.Notification there =
                new PaymentProvider.Notification(String.valueOf(one.externalId()), payment);
        PaymentStatus now = Callers.as(Caller.system("reconciliation"), () -> {
            payments.notified(one.provider(), there);
            settling.settle(payment);
            return payments.standing(payment).status();
        });
        if (now != PaymentStatus.SUCCEEDED) {
            throw unconfirmed();
        }
    }

    private void adopt(Discrepancy one, @Nullable String contract) {
        UUID customer = reconciliations.requireCustomer(contract);
        ProviderAnswer told = providers
                .named(one.provider())
                .map(provider -> provider.ask(String.valueOf(one.externalId())))
                .orElseThrow(TakingOver::unconfirmed);
        if (told.told() != PaymentStatus.SUCCEEDED || told.amount() == null) {
            throw unconfirmed();
        }
        payments.adopt(customer, one.provider(), told);
    }

    private static BusinessException unconfirmed() {
        return new BusinessException(ProblemType.INVALID_STATE, Text.of("reconciliation.unconfirmed"));
    }
}
