package uplink.web.customer;

import java.io.Serializable;
import org.jspecify.annotations.Nullable;
import uplink.bulk.boundary.BulkFilter;
import uplink.customer.boundary.CustomerKind;
import uplink.customer.boundary.CustomerStatus;

/** Fields that say which customers: of their list, and of whatever is done to many of them. */
public class CustomerFilter implements Serializable {

    private static final long serialVersionUID = 1L;

    private @Nullable String text;
    private @Nullable CustomerStatus status;
    private @Nullable CustomerKind kind;
    private @Nullable String tag;
    private boolean debtOnly;

    /** Shows what was chosen before. */
    public void show(BulkFilter filter) {
        text = filter.q();
        status = filter.status();
        kind = filter.kind();
        tag = filter.tag();
        debtOnly = Boolean.TRUE.equals(filter.debtOnly());
    }

    /** What is chosen. */
    public BulkFilter chosen() {
        return new BulkFilter(text, status, kind, tag, debtOnly);
    }

    public boolean isGiven() {
        return text != null || status != null || kind != null || tag != null || debtOnly;
    }

    public CustomerStatus[] getStatuses() {
        return CustomerStatus.values();
    }

    public CustomerKind[] getKinds() {
        return CustomerKind.values();
    }

    public @Nullable String getText() {
        return text;
    }

    public void setText(@Nullable String text) {
        this.text = text;
    }

    public @Nullable CustomerStatus getStatus() {
        return status;
    }

    public void setStatus(@Nullable CustomerStatus status) {
        this.status = status;
    }

    public @Nullable CustomerKind getKind() {
        return kind;
    }

    public void setKind(@Nullable CustomerKind kind) {
        this.kind = kind;
    }

    public @Nullable String getTag() {
        return tag;
    }

    public void setTag(@Nullable String tag) {
        this.tag = tag;
    }

    public boolean isDebtOnly() {
        return debtOnly;
    }

    public void setDebtOnly(boolean debtOnly) {
        this.debtOnly = debtOnly;
    }
}
