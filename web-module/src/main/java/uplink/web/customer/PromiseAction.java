package uplink.web.customer;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uplink.billing.promise.boundary.PromiseOffer;
import uplink.billing.promise.boundary.Promises;
import uplink.web.shell.Go;
import uplink.web.shell.Reader;

/** A customer gives their word to an operator. */
@Named
@RequestScoped
public class PromiseAction {

    @Inject
    private Promises promises;

    @Inject
    private Reader reader;

    private @Nullable PromiseOffer offer;

    public PromiseOffer offer(UUID customer) {
        if (offer == null) {
            offer = promises.getOffer(customer, reader.getLocale());
        }
        return offer;
    }

    public void take(UUID customer) {
        promises.take(customer);
        Go.to("/customer?id=" + customer, "promise.done");
    }
}
