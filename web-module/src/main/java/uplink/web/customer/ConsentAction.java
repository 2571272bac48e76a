package uplink.web.customer;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uplink.customer.boundary.Consent;
import uplink.customer.boundary.ConsentKind;
import uplink.customer.boundary.ConsentSource;
import uplink.customer.boundary.Consents;
import uplink.customer.boundary.NewConsent;
import uplink.customer.boundary.Withdrawal;
import uplink.shared.BusinessClock;
import uplink.web.shell.Go;

/** Consents on a customer's page: recorded as given, and as withdrawn. */
@Named
@RequestScoped
public class ConsentAction {

    @Inject
    private Consents consents;

    @Inject
    private BusinessClock clock;

    private ConsentKind kind = ConsentKind.PERSONAL_DATA;
    private ConsentSource source = ConsentSource.PAPER;
    private @Nullable LocalDate on;
    private @Nullable UUID chosen;
    private @Nullable List<Consent> rows;

    /** Newest first. */
    public List<Consent> rows(UUID customer) {
        if (rows == null) {
            rows = consents.ofCustomer(customer);
        }
        return rows;
    }

    /** Those that hold: they can be withdrawn. */
    public List<Consent> inForce(UUID customer) {
        return rows(customer).stream()
                .filter(consent -> consent.withdrawnOn() == null)
                .toList();
    }

    public void give(UUID customer) {
        consents.give(customer, new NewConsent(kind, on, source));
        Go.to("/customer?tab=papers&id=" + customer, "consent.given");
    }

    public void withdraw(UUID customer) {
        consents.withdraw(customer, Go.given(chosen), new Withdrawal(on, source));
        Go.to("/customer?tab=papers&id=" + customer, "consent.withdrawn");
    }

    public ConsentKind[] getKinds() {
        return ConsentKind.values();
    }

    public ConsentSource[] getSources() {
        return ConsentSource.values();
    }

    public LocalDate getOn() {
        return on == null ? clock.today() : on;
    }

    public void setOn(@Nullable LocalDate on) {
        this.on = on;
    }

    public ConsentKind getKind() {
        return kind;
    }

    public void setKind(ConsentKind kind) {
        this.kind = kind;
    }

    public ConsentSource getSource() {
        return source;
    }

    public void setSource(ConsentSource source) {
        this.source = source;
    }

    public @Nullable UUID getChosen() {
        return chosen;
    }

    public void setChosen(@Nullable UUID chosen) {
        this.chosen = chosen;
    }
}
