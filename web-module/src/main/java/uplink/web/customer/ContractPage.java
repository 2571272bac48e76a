package uplink.web.customer;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import uplink.billing.refund.boundary.FreeCredit;
import uplink.billing.refund.boundary.Payouts;
import uplink.billing.subscription.boundary.Handover;
import uplink.billing.subscription.boundary.HandoverStatus;
import uplink.billing.subscription.boundary.Handovers;
import uplink.billing.subscription.boundary.SubscriptionRow;
import uplink.billing.subscription.boundary.Subscriptions;
import uplink.billing.subscription.boundary.Termination;
import uplink.billing.subscription.boundary.TerminationStatus;
import uplink.billing.subscription.boundary.Terminations;
import uplink.customer.boundary.ContractDetail;
import uplink.customer.boundary.Contracts;
import uplink.customer.boundary.CustomerDetail;
import uplink.customer.boundary.Customers;
import uplink.document.boundary.Documents;
import uplink.document.boundary.Paper;
import uplink.shared.BusinessClock;
import uplink.web.shell.Go;

/** One contract with the services under it. */
@Named
@ViewScoped
public class ContractPage implements Serializable {

    private static final long serialVersionUID = 1L;

    @Inject
    private Contracts contracts;

    @Inject
    private Customers customers;

    @Inject
    private Subscriptions subscriptions;

    @Inject
    private Terminations terminations;

    @Inject
    private Handovers handovers;

    @Inject
    private Payouts payouts;

    @Inject
    private Documents documents;

    @Inject
    private BusinessClock clock;

    private @Nullable String id;
    private transient boolean lookedForTermination;
    private transient boolean lookedForHandover;
    private transient @Nullable Handover handover;
    private transient @Nullable Handover origin;
    private transient @Nullable Termination termination;
    private transient @Nullable FreeCredit freeCredit;
    private transient @Nullable ContractDetail contract;
    private transient @Nullable CustomerDetail customer;
    private transient @Nullable List<SubscriptionRow> services;

    public void load() {
        getContract();
    }

    public ContractDetail getContract() {
        if (contract == null) {
            contract = contracts.get(Go.id(id));
        }
        return contract;
    }

    public CustomerDetail getCustomer() {
        if (customer == null) {
            customer = customers.get(getContract().customerId());
        }
        return customer;
    }

    /** The contract as it is agreed now, as a file. */
    public void pdf(String language) {
        Paper paper = documents.contract(getContract().id(), Locale.forLanguageTag(language));
        Go.hand(paper.name(), "application/pdf", paper.pdf());
    }

    public List<SubscriptionRow> getServices() {
        if (services == null) {
            services = subscriptions.ofCustomer(getContract().customerId()).stream()
                    .filter(service -> service.contractId().equals(getContract().id()))
                    .toList();
        }
        return services;
    }

    /** The wish to end it; null: there is none. */
    public @Nullable Termination getTermination() {
        if (!lookedForTermination) {
            lookedForTermination = true;
            termination = terminations.ofContract(getContract().id()).orElse(null);
        }
        return termination;
    }

    /** What could be paid out now. */
    public FreeCredit getFreeCredit() {
        if (freeCredit == null) {
            freeCredit = payouts.currentFree(getContract().customerId());
        }
        return freeCredit;
    }

    public boolean isAsked() {
        Termination wish = getTermination();
        return wish != null && wish.status() == TerminationStatus.REQUESTED;
    }

    /** An end that is agreed on and has not come. */
    public boolean isRevocable() {
        Termination wish = getTermination();
        LocalDate end = getContract().closedOn();
        return wish != null && wish.status() == TerminationStatus.AGREED && end != null && end.isAfter(clock.today());
    }

    /** How it is to leave this customer, or has left; null: it is not. */
    public @Nullable Handover getHandover() {
        look();
        return handover;
    }

    /** How it came to this customer; null: it was made for them. */
    public @Nullable Handover getOrigin() {
        look();
        return origin;
    }

    private void look() {
        if (!lookedForHandover) {
            lookedForHandover = true;
            handover = handovers
                    .ofContract(getContract().id())
                    .filter(found -> found.status() == HandoverStatus.AGREED)
                    .orElse(null);
            origin = handovers.ofNewContract(getContract().id()).orElse(null);
        }
    }

    /** A hand-over whose day has not come. */
    public boolean isHandoverRevocable() {
        Handover agreed = getHandover();
        return agreed != null && agreed.on().isAfter(clock.today());
    }

    /** Nothing can be agreed on any more: it ended, or its last day is named. */
    public boolean isOver() {
        return getContract().closedOn() != null;
    }

    public @Nullable String getId() {
        return id;
    }

    public void setId(@Nullable String id) {
        this.id = id;
    }
}
