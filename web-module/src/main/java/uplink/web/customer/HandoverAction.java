package uplink.web.customer;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uplink.billing.subscription.boundary.Handovers;
import uplink.web.shell.Go;

/** Takes the hand-over of a contract back. */
@Named
@RequestScoped
public class HandoverAction {

    @Inject
    private Handovers handovers;

    private @Nullable String text;

    public void revoke(UUID contract) {
        handovers.revoke(contract, Go.given(text));
        Go.to("/contract?id=" + contract, "handover.revoked");
    }

    public @Nullable String getText() {
        return text;
    }

    public void setText(@Nullable String text) {
        this.text = text;
    }
}
