package uplink.web.customer;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uplink.customer.boundary.ContractChange;
import uplink.customer.boundary.ContractDetail;
import uplink.customer.boundary.Contracts;
import uplink.customer.boundary.NewContract;
import uplink.shared.BusinessClock;
import uplink.web.shell.Go;

/** What an operator does to contracts: opens one, changes its billing day or place, ends it. */
@Named
@RequestScoped
public class ContractAction {

    @Inject
    private Contracts contracts;

    @Inject
    private BusinessClock clock;

    private @Nullable String number;
    private @Nullable LocalDate on;
    private @Nullable Integer billingDay;
    private final AddressFields address = new AddressFields();

    public void open(UUID customer) {
        ContractDetail made = contracts.open(customer, new NewContract(number, on, billingDay, null, address.ifAny()));
        Go.to("/contract?id=" + made.id(), "contract.opened");
    }

    public void changeDay(ContractDetail contract) {
        contracts.change(contract.id(), contract.version(), new ContractChange(Go.given(billingDay), getOn(), null));
        done(contract, "contract.day-changed");
    }

    public void move(ContractDetail contract) {
        contracts.change(contract.id(), contract.version(), new ContractChange(null, null, address.address()));
        done(contract, "contract.moved");
    }

    private static void done(ContractDetail contract, String note) {
        Go.to("/contract?id=" + contract.id(), note);
    }

    public LocalDate getOn() {
        return on == null ? clock.today() : on;
    }

    public void setOn(@Nullable LocalDate on) {
        this.on = on;
    }

    public @Nullable String getNumber() {
        return number;
    }

    public void setNumber(@Nullable String number) {
        this.number = number;
    }

    public @Nullable Integer getBillingDay() {
        return billingDay;
    }

    public void setBillingDay(@Nullable Integer billingDay) {
        this.billingDay = billingDay;
    }

    public AddressFields getAddress() {
        return address;
    }
}
