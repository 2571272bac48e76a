package uplink.web.customer;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uplink.billing.run.boundary.EndPreview;
import uplink.billing.run.boundary.PreviewedEnd;
import uplink.billing.subscription.boundary.Termination;
import uplink.billing.subscription.boundary.TerminationWish;
import uplink.billing.subscription.boundary.Terminations;
import uplink.shared.BusinessClock;
import uplink.web.shell.Go;
import uplink.web.shell.Reader;

/** What an operator does about the end of a contract: names it, agrees, refuses, takes it back. */
@Named
@RequestScoped
public class TerminationAction {

    @Inject
    private Terminations terminations;

    @Inject
    private EndPreview ends;

    @Inject
    private BusinessClock clock;

    @Inject
    private Reader reader;

    private @Nullable LocalDate on;
    private @Nullable String text;
    private @Nullable String equipment;
    private @Nullable PreviewedEnd preview;

    /** Shows in the dialog what the end would bring; nothing is recorded. */
    public void look(UUID contract) {
        preview = ends.of(contract, getOn(), reader.getLocale());
    }

    public void end(UUID contract) {
        terminations.end(contract, new TerminationWish(getOn(), text), equipment);
        done(contract, "contract.closed");
    }

    public void agree(Termination wish) {
        terminations.agree(wish.id(), equipment);
        done(wish.contractId(), "termination.agreed");
    }

    public void refuse(Termination wish) {
        terminations.refuse(wish.id(), Go.given(text));
        done(wish.contractId(), "termination.refused");
    }

    public void revoke(Termination wish) {
        terminations.revoke(wish.id(), Go.given(text));
        done(wish.contractId(), "termination.revoked");
    }

    private static void done(UUID contract, String note) {
        Go.to("/contract?id=" + contract, note);
    }

    public @Nullable PreviewedEnd getPreview() {
        return preview;
    }

    public LocalDate getOn() {
        return on == null ? clock.today().plusDays(1) : on;
    }

    public void setOn(@Nullable LocalDate on) {
        this.on = on;
    }

    public @Nullable String getText() {
        return text;
    }

    public void setText(@Nullable String text) {
        this.text = text;
    }

    public @Nullable String getEquipment() {
        return equipment;
    }

    public void setEquipment(@Nullable String equipment) {
        this.equipment = equipment;
    }
}
