package uplink.billing.payment.boundary;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uplink.billing.payment.control.Asking;
import uplink.billing.payment.control.Order;
import uplink.billing.payment.control.PaymentProvider;
import uplink.billing.payment.control.ProviderAnswer;
import uplink.billing.payment.control.Providers;
import uplink.shared.Allowed;
import uplink.shared.FaultPoint;
import uplink.shared.Permission;

/**
 * Calls the provider about a payment: record, call, record. Between the two there is no transaction, so a provider that
 * is slow holds no lock and no connection.
 */
@Stateless
@Allowed(Permission.SYSTEM)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class Settling {

    @Inject
    private PaymentBook book;

    @Inject
    private Providers providers;

    /**
     * Finds out where the payment stands at its provider; comes back in some ten seconds at most. False when the provider
     * did not answer.
     */
    public boolean settle(UUID payment) {
        return book.begin(payment).map(this::asked).orElse(true);
    }

    private boolean asked(Asking asking) {
        FaultPoint.at("payment-called-for");
        ProviderAnswer answer = call(asking);
        FaultPoint.at("payment-answered");
        book.record(asking, answer);
        FaultPoint.at("payment-recorded");
        return answer.isAnswer();
    }

    private ProviderAnswer call(Asking asking) {
        Order order = asking.order();
        String asks = asking.asks();
        return providers
                .named(order.provider())
                .map(provider -> call(provider, order, asks))
                .orElseGet(() -> ProviderAnswer.unknown("the provider is not configured"));
    }

    private static ProviderAnswer call(PaymentProvider provider, Order order, @Nullable String asks) {
        return asks == null ? provider.create(order) : provider.ask(asks);
    }
}
