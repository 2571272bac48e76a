package uplink.web.customer;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uplink.customer.boundary.IdentityDetails;
import uplink.customer.boundary.IdentityDocument;
import uplink.customer.boundary.IdentityDocuments;
import uplink.customer.boundary.IdentityKind;
import uplink.customer.boundary.NewIdentityDocument;
import uplink.web.shell.Go;

/** Documents of identity on a customer's page: masked, opened with a reason, kept, forgotten. */
@Named
@RequestScoped
public class IdentityAction {

    @Inject
    private IdentityDocuments documents;

    private IdentityKind kind = IdentityKind.PASSPORT;
    private @Nullable String number;
    private @Nullable String issuedBy;
    private @Nullable LocalDate issuedOn;
    private @Nullable String reason;
    private @Nullable UUID chosen;
    private @Nullable IdentityDetails opened;
    private @Nullable List<IdentityDocument> rows;

    public List<IdentityDocument> rows(UUID customer) {
        if (rows == null) {
            rows = documents.ofCustomer(customer);
        }
        return rows;
    }

    public void add(UUID customer) {
        documents.add(customer, new NewIdentityDocument(kind, number, issuedBy, issuedOn));
        Go.to("/customer?tab=papers&id=" + customer, "identity.added");
    }

    /** Shown in the answer to this request only: nothing of it is kept in the view. */
    public void open(UUID customer) {
        opened = documents.open(customer, Go.given(chosen), reason);
    }

    public void remove(UUID customer, UUID id) {
        documents.remove(customer, id);
        Go.to("/customer?tab=papers&id=" + customer, "identity.removed");
    }

    public IdentityKind[] getKinds() {
        return IdentityKind.values();
    }

    public @Nullable IdentityDetails getOpened() {
        return opened;
    }

    public IdentityKind getKind() {
        return kind;
    }

    public void setKind(IdentityKind kind) {
        this.kind = kind;
    }

    public @Nullable String getNumber() {
        return number;
    }

    public void setNumber(@Nullable String number) {
        this.number = number;
    }

    public @Nullable String getIssuedBy() {
        return issuedBy;
    }

    public void setIssuedBy(@Nullable String issuedBy) {
        this.issuedBy = issuedBy;
    }

    public @Nullable LocalDate getIssuedOn() {
        return issuedOn;
    }

    public void setIssuedOn(@Nullable LocalDate issuedOn) {
        this.issuedOn = issuedOn;
    }

    public @Nullable String getReason() {
        return reason;
    }

    public void setReason(@Nullable String reason) {
        this.reason = reason;
    }

    public @Nullable UUID getChosen() {
        return chosen;
    }

    public void setChosen(@Nullable UUID chosen) {
        this.chosen = chosen;
    }
}
