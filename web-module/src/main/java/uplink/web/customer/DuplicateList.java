package uplink.web.customer;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uplink.customer.boundary.Dismissal;
import uplink.customer.boundary.Duplicate;
import uplink.customer.boundary.DuplicateQuery;
import uplink.customer.boundary.DuplicateReason;
import uplink.customer.boundary.DuplicateSide;
import uplink.customer.boundary.DuplicateStrength;
import uplink.customer.boundary.Duplicates;
import uplink.web.shell.Go;
import uplink.web.shell.Rows;

/** Customers who may be one and the same, to be judged. */
@Named
@ViewScoped
public class DuplicateList implements Serializable {

    private static final long serialVersionUID = 1L;

    @Inject
    private Duplicates duplicates;

    private boolean dismissed;
    private @Nullable DuplicateStrength strength;
    private @Nullable DuplicateReason reason;
    private @Nullable UUID chosen;
    private @Nullable String why;
    private final Rows<Duplicate> rows = new Rows<>(
            (first, size, column, ascending) -> duplicates.list(query(), first, size), () -> duplicates.count(query()));

    private DuplicateQuery query() {
        return new DuplicateQuery(dismissed, strength, reason);
    }

    public List<DuplicateSide> sides(Duplicate found) {
        return List.of(found.one(), found.other());
    }

    public void choose(UUID id) {
        chosen = id;
        why = null;
    }

    public void dismiss() {
        duplicates.dismiss(Go.given(chosen), new Dismissal(why));
        Go.to("/duplicates", "duplicate.done");
    }

    public void reopen(UUID id) {
        duplicates.reopen(id);
        Go.to("/duplicates", "duplicate.reopened");
    }

    public void look() {
        duplicates.lookNow();
        Go.to("/duplicates", "duplicate.looking");
    }

    public Rows<Duplicate> getRows() {
        return rows;
    }

    public DuplicateStrength[] getStrengths() {
        return DuplicateStrength.values();
    }

    public DuplicateReason[] getReasons() {
        return DuplicateReason.values();
    }

    public boolean isDismissed() {
        return dismissed;
    }

    public void setDismissed(boolean dismissed) {
        this.dismissed = dismissed;
    }

    public @Nullable DuplicateStrength getStrength() {
        return strength;
    }

    public void setStrength(@Nullable DuplicateStrength strength) {
        this.strength = strength;
    }

    public @Nullable DuplicateReason getReason() {
        return reason;
    }

    public void setReason(@Nullable DuplicateReason reason) {
        this.reason = reason;
    }

    public @Nullable String getWhy() {
        return why;
    }

    public void setWhy(@Nullable String why) {
        this.why = why;
    }
}
