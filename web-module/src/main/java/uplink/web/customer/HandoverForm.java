package uplink.web.customer;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uplink.billing.run.boundary.HandoverPreview;
import uplink.billing.run.boundary.PreviewedHandover;
import uplink.billing.subscription.boundary.Handover;
import uplink.billing.subscription.boundary.HandoverWish;
import uplink.billing.subscription.boundary.Handovers;
import uplink.billing.subscription.boundary.NewHolder;
import uplink.customer.boundary.ContractDetail;
import uplink.customer.boundary.Contracts;
import uplink.customer.boundary.CustomerDetail;
import uplink.customer.boundary.CustomerKind;
import uplink.customer.boundary.Customers;
import uplink.customer.boundary.FoundCustomer;
import uplink.shared.BusinessClock;
import uplink.web.shell.Go;
import uplink.web.shell.Reader;

/** Hands a contract over to a customer there is, or to somebody new: first shown, then done. */
@Named
@ViewScoped
public class HandoverForm implements Serializable {

    private static final long serialVersionUID = 1L;
    private static final int FOUND = 20;

    @Inject
    private Contracts contracts;

    @Inject
    private Customers customers;

    @Inject
    private Handovers handovers;

    @Inject
    private HandoverPreview previews;

    @Inject
    private BusinessClock clock;

    @Inject
    private Reader reader;

    private @Nullable String id;
    private boolean stranger;
    private @Nullable String find;
    private @Nullable UUID customer;
    private CustomerKind kind = CustomerKind.PERSON;
    private @Nullable String fullName;
    private @Nullable String phone;
    private @Nullable String email;
    private @Nullable String inn;
    private @Nullable LocalDate on;
    private @Nullable String number;
    private @Nullable String reason;
    private transient @Nullable ContractDetail contract;
    private transient @Nullable CustomerDetail owner;
    private transient @Nullable PreviewedHandover preview;

    public void load() {
        getContract();
    }

    /** Shows what it would bring to both; nothing is recorded. */
    public void look() {
        preview = previews.of(Go.id(id), wish(), reader.getLocale());
    }

    public void handOver() {
        Handover done = handovers.handOver(Go.id(id), wish());
        Go.to("/contract?id=" + done.newContractId(), "handover.done");
    }

    private HandoverWish wish() {
        NewHolder somebody =
                stranger ? new NewHolder(kind, fullName == null ? "" : fullName, inn, email, phone, null) : null;
        return new HandoverWish(getOn(), stranger ? null : customer, somebody, number, reason);
    }

    /** Customers that fit what was typed. */
    public List<FoundCustomer> getFound() {
        return find == null || find.isBlank() ? List.of() : customers.search(find, FOUND);
    }

    public ContractDetail getContract() {
        if (contract == null) {
            contract = contracts.get(Go.id(id));
        }
        return contract;
    }

    public CustomerDetail getOwner() {
        if (owner == null) {
            owner = customers.get(getContract().customerId());
        }
        return owner;
    }

    public @Nullable PreviewedHandover getPreview() {
        return preview;
    }

    public CustomerKind[] getKinds() {
        return CustomerKind.values();
    }

    public @Nullable String getId() {
        return id;
    }

    public void setId(@Nullable String id) {
        this.id = id;
    }

    public boolean isStranger() {
        return stranger;
    }

    public void setStranger(boolean stranger) {
        this.stranger = stranger;
    }

    public @Nullable String getFind() {
        return find;
    }

    public void setFind(@Nullable String find) {
        this.find = find;
    }

    public @Nullable UUID getCustomer() {
        return customer;
    }

    public void setCustomer(@Nullable UUID customer) {
        this.customer = customer;
    }

    public CustomerKind getKind() {
        return kind;
    }

    public void setKind(CustomerKind kind) {
        this.kind = kind;
    }

    public @Nullable String getFullName() {
        return fullName;
    }

    public void setFullName(@Nullable String fullName) {
        this.fullName = fullName;
    }

    public @Nullable String getPhone() {
        return phone;
    }

    public void setPhone(@Nullable String phone) {
        this.phone = phone;
    }

    public @Nullable String getEmail() {
        return email;
    }

    public void setEmail(@Nullable String email) {
        this.email = email;
    }

    public @Nullable String getInn() {
        return inn;
    }

    public void setInn(@Nullable String inn) {
        this.inn = inn;
    }

    public LocalDate getOn() {
        return on == null ? clock.today().plusDays(1) : on;
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

    public @Nullable String getReason() {
        return reason;
    }

    public void setReason(@Nullable String reason) {
        this.reason = reason;
    }
}
