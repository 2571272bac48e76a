package uplink.web.customer;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uplink.billing.subscription.boundary.NewSubscription;
import uplink.billing.subscription.boundary.SubscriptionRow;
import uplink.billing.subscription.boundary.Subscriptions;
import uplink.shared.BusinessClock;
import uplink.web.shell.Go;

/** Starts a service for a customer. */
@Named
@RequestScoped
public class NewService {

    @Inject
    private Subscriptions subscriptions;

    @Inject
    private BusinessClock clock;

    private @Nullable UUID contract;
    private @Nullable UUID addonOf;
    private @Nullable UUID tariff;
    private @Nullable LocalDate on;
    private @Nullable BigDecimal price;

    public void start(UUID customer) {
        subscriptions.start(new NewSubscription(customer, contract, Go.given(tariff), on, price, addonOf));
        Go.to(
                addonOf == null ? "/customer?tab=subscriptions&id=" + customer : "/subscription?id=" + addonOf,
                "subscription.started");
    }

    /** Sells an add-on beside a service. */
    public void startBeside(SubscriptionRow main) {
        contract = main.contractId();
        addonOf = main.id();
        start(main.customerId());
    }

    public @Nullable LocalDate getOn() {
        return on == null ? clock.today() : on;
    }

    public void setOn(@Nullable LocalDate on) {
        this.on = on;
    }

    public @Nullable UUID getContract() {
        return contract;
    }

    public void setContract(@Nullable UUID contract) {
        this.contract = contract;
    }

    public @Nullable UUID getTariff() {
        return tariff;
    }

    public void setTariff(@Nullable UUID tariff) {
        this.tariff = tariff;
    }

    public @Nullable BigDecimal getPrice() {
        return price;
    }

    public void setPrice(@Nullable BigDecimal price) {
        this.price = price;
    }
}
