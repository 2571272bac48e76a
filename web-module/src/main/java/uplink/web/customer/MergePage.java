package uplink.web.customer;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import uplink.customer.boundary.CustomerMerges;
import uplink.customer.boundary.MergeChoice;
import uplink.customer.boundary.MergeField;
import uplink.customer.boundary.MergeOrder;
import uplink.customer.boundary.MergePreview;
import uplink.web.shell.Go;

/** Two customers side by side, before one of them becomes a pointer to the other. */
@Named
@ViewScoped
public class MergePage implements Serializable {

    private static final long serialVersionUID = 1L;

    @Inject
    private CustomerMerges merges;

    private @Nullable String id;
    private @Nullable String other;
    private @Nullable String contractNumber;
    private @Nullable String reason;
    private @Nullable Integer keptVersion;
    private @Nullable Integer otherVersion;
    private final Map<MergeField, Boolean> fromOther = new EnumMap<>(MergeField.class);
    private transient @Nullable MergePreview preview;

    /** What is shown first is what holds, until somebody says otherwise. */
    public void load() {
        keptVersion = getPreview().keptVersion();
        otherVersion = getPreview().otherVersion();
        for (MergeChoice choice : getPreview().choices()) {
            fromOther.put(choice.field(), !choice.conflict());
        }
    }

    public void merge() {
        List<MergeField> taken = new ArrayList<>();
        fromOther.forEach((field, theirs) -> {
            if (theirs) {
                taken.add(field);
            }
        });
        merges.merge(Go.id(id), new MergeOrder(Go.id(other), taken, contractNumber, keptVersion, otherVersion, reason));
        Go.to("/customer?id=" + Go.id(id), "merge.done");
    }

    public MergePreview getPreview() {
        if (preview == null) {
            preview = merges.of(Go.id(id), Go.id(other));
        }
        return preview;
    }

    public Map<MergeField, Boolean> getFromOther() {
        return fromOther;
    }

    public @Nullable String getId() {
        return id;
    }

    public void setId(@Nullable String id) {
        this.id = id;
    }

    public @Nullable String getOther() {
        return other;
    }

    public void setOther(@Nullable String other) {
        this.other = other;
    }

    public @Nullable String getContractNumber() {
        return contractNumber;
    }

    public void setContractNumber(@Nullable String contractNumber) {
        this.contractNumber = contractNumber;
    }

    public @Nullable String getReason() {
        return reason;
    }

    public void setReason(@Nullable String reason) {
        this.reason = reason;
    }
}
