package uplink.web.customer;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uplink.billing.freeze.boundary.FreezeOffer;
import uplink.billing.freeze.boundary.FreezePreview;
import uplink.billing.freeze.boundary.FreezeRequest;
import uplink.billing.freeze.boundary.Freezes;
import uplink.billing.freeze.boundary.PreviewedFreeze;
import uplink.shared.BusinessClock;
import uplink.web.shell.Go;
import uplink.web.shell.Reader;

/** A customer's service rests by their wish, told to an operator. */
@Named
@RequestScoped
public class FreezeAction {

    @Inject
    private Freezes freezes;

    @Inject
    private FreezePreview previews;

    @Inject
    private BusinessClock clock;

    @Inject
    private Reader reader;

    private @Nullable LocalDate from;
    private @Nullable LocalDate until;
    private @Nullable PreviewedFreeze preview;
    private @Nullable FreezeOffer offer;

    public FreezeOffer offer(UUID subscription) {
        if (offer == null) {
            offer = freezes.getOffer(subscription, reader.getLocale());
        }
        return offer;
    }

    /** Shows in the dialog what it would come to; nothing is recorded. */
    public void preview(UUID subscription) {
        preview = previews.preview(subscription, wish(), reader.getLocale());
    }

    public void freeze(UUID subscription) {
        freezes.freeze(subscription, wish());
        Go.to("/subscription?id=" + subscription, "freeze.done");
    }

    public void unfreeze(UUID subscription) {
        freezes.unfreeze(subscription);
        Go.to("/subscription?id=" + subscription, "freeze.ended");
    }

    private FreezeRequest wish() {
        return new FreezeRequest(getFrom(), until);
    }

    public @Nullable PreviewedFreeze getPreview() {
        return preview;
    }

    public LocalDate getFrom() {
        return from == null ? clock.today() : from;
    }

    public void setFrom(@Nullable LocalDate from) {
        this.from = from;
    }

    public @Nullable LocalDate getUntil() {
        return until;
    }

    public void setUntil(@Nullable LocalDate until) {
        this.until = until;
    }
}
