package uplink.billing.payment.boundary;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import org.jspecify.annotations.Nullable;
import uplink.billing.payment.control.Claims;
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
     * for a provider that is not configured; {@code malformed} for what is no notification, or not the provider's.
     *
     * @param body as it came, to the letter: that is what is signed
     */
    public void hear(String code, String body, @Nullable String signature) {
        PaymentProvider provider = providers.named(code).orElseThrow(BusinessException::notFound);
        if (!provider.isGenuine(body, signature)) {
            throw new BusinessException(ProblemType.MALFORMED, Text.of("payment.signature"));
        }
        PaymentProvider.Notification about = provider.read(Claims.json(body))
                .orElseThrow(() -> new BusinessException(ProblemType.MALFORMED, Text.of("payment.notification")));
        Callers.run(Caller.system("gateway"), () -> book.notified(code, about));
        FaultPoint.at("payment-notified");
    }
}
