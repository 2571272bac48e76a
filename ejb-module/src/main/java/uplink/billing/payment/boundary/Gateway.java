package uplink.billing.payment.boundary;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.Map;
import uplink.billing.payment.control.PaymentProvider;
import uplink.billing.payment.control.Providers;
import uplink.shared.Allowed;
import uplink.shared.BusinessException;
import uplink.shared.Caller;
import uplink.shared.Callers;
import uplink.shared.FaultPoint;
import uplink.shared.Permission;
import uplink.shared.ProblemType;
import uplink.shared.Text;

/** Hears what providers have to say, whoever says it in their name. */
@Stateless
@Allowed(Permission.ANYONE)
public class Gateway {

    @Inject
    private Providers providers;

    @Inject
    private PaymentBook book;

    /**
     * There may be news about a payment: it is asked for soon, not here, so that the answer is quick. {@code not-found}
     * for a provider that is not configured; {@code malformed} for what is no notification.
     */
    public void hear(String code, Map<String, Object> notification) {
        PaymentProvider provider = providers.named(code).orElseThrow(BusinessException::notFound);
        PaymentProvider.Notification about = provider.read(notification)
                .orElseThrow(() -> new BusinessException(ProblemType.MALFORMED, Text.of("payment.notification")));
        Callers.run(Caller.system("gateway"), () -> book.notified(code, about));
        FaultPoint.at("payment-notified");
    }
}
