package uplink.web.inventory;

import java.io.Serializable;
import java.math.BigDecimal;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uplink.inventory.boundary.DeviceIssue;
import uplink.inventory.boundary.DeviceNote;
import uplink.inventory.boundary.DeviceTerms;
import uplink.inventory.boundary.HandOut;
import uplink.inventory.boundary.Storing;
import uplink.web.shell.Go;

/** What is typed about a move: where to, on what terms, why, by which document. */
public class MoveFields implements Serializable {

    private static final long serialVersionUID = 1L;

    private @Nullable UUID crew;
    private @Nullable UUID warehouse;
    private DeviceTerms terms = DeviceTerms.LOAN;
    private @Nullable BigDecimal price;
    private @Nullable String reason;
    private @Nullable String document;

    HandOut handOut() {
        return new HandOut(Go.given(crew), reason, document);
    }

    DeviceIssue issue(UUID customer) {
        return new DeviceIssue(customer, terms, null, price, reason, document);
    }

    Storing storing() {
        return new Storing(Go.given(warehouse), reason, document);
    }

    DeviceNote note() {
        return new DeviceNote(reason, document);
    }

    public @Nullable UUID getCrew() {
        return crew;
    }

    public void setCrew(@Nullable UUID crew) {
        this.crew = crew;
    }

    public @Nullable UUID getWarehouse() {
        return warehouse;
    }

    public void setWarehouse(@Nullable UUID warehouse) {
        this.warehouse = warehouse;
    }

    public DeviceTerms getTerms() {
        return terms;
    }

    public void setTerms(DeviceTerms terms) {
        this.terms = terms;
    }

    public @Nullable BigDecimal getPrice() {
        return price;
    }

    public void setPrice(@Nullable BigDecimal price) {
        this.price = price;
    }

    public @Nullable String getReason() {
        return reason;
    }

    public void setReason(@Nullable String reason) {
        this.reason = reason;
    }

    public @Nullable String getDocument() {
        return document;
    }

    public void setDocument(@Nullable String document) {
        this.document = document;
    }
}
