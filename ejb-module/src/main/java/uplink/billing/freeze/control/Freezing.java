package uplink.billing.freeze.control;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import java.util.UUID;
import uplink.billing.freeze.boundary.Freeze;
import uplink.billing.freeze.boundary.FreezeStatus;
import uplink.billing.subscription.boundary.EventKind;
import uplink.billing.subscription.boundary.SubscriptionStatus;
import uplink.billing.subscription.control.Recorder;
import uplink.billing.subscription.entity.Subscription;
import uplink.billing.subscription.entity.SubscriptionEvent;
import uplink.shared.Text;

/**
 * Writes into a subscription's history what a freeze does. Only on its day, so that nothing that is merely planned
 * stands in the way of what happens before. The service is locked.
 */
public final class Freezing {

    private final Recorder recorder;
    private final FreezeRows rows;
    private final LocalDate today;
    private final Instant now;

    public Freezing(Recorder recorder, FreezeRows rows, LocalDate today, Instant now) {
        this.recorder = recorder;
        this.rows = rows;
        this.today = today;
        this.now = now;
    }

    /** A freeze whose day has come: begins, ends, or cannot be because of debt or the end of service. */
    public void settle(Freeze freeze, Subscription subscription) {
        recorder.settle(subscription); // the service may have ended today
        if (freeze.status() == FreezeStatus.PLANNED) {
            begin(freeze, subscription);
        } else if (subscription.status() != SubscriptionStatus.FROZEN) {
            rows.end(freeze.id(), today, "end", now);
        } else {
            thaw(freeze, subscription, freeze.until(), "term");
        }
    }

    /** Begins on its day, also when that was some days ago; {@code freeze.activation} is charged once. */
    public void begin(Freeze freeze, Subscription subscription) {
        boolean over = subscription.status() == SubscriptionStatus.CANCELLED;
        if (over
                || rows.known(subscription.id()).debt().signum() > 0
                || subscription.status() != SubscriptionStatus.ACTIVE) {
            rows.end(freeze.id(), null, over ? "end" : "debt", now);
            return;
        }
        record(freeze, subscription);
        rows.begin(freeze.id());
    }

    /** The events of a freeze's beginning. */
    public void record(Freeze freeze, Subscription subscription) {
        UUID customer = subscription.customerId();
        Locale reader = Locale.forLanguageTag(rows.locale(customer));
        SubscriptionEvent pause =
                recorder.draft(subscription, EventKind.PAUSE, freeze.from()).as(SubscriptionStatus.FROZEN);
        if (freeze.dayFee().signum() > 0 && freeze.freeUntil().isBefore(freeze.until())) {
            pause.costing(freeze.dayFee(), Text.of("freeze.rest").in(reader), freeze.freeUntil());
        }
        recorder.record(subscription, pause);
        if (freeze.activationFee().signum() > 0) {
            recorder.record(
                    subscription,
                    recorder.draft(subscription, EventKind.FEE, freeze.from())
                            .charging(
                                    freeze.activationFee(),
                                    Text.of("freeze.activation").in(reader),
                                    null,
                                    null));
        }
    }

    /** Service goes on from that day. */
    public void thaw(Freeze freeze, Subscription subscription, LocalDate on, String reason) {
        recorder.record(subscription, recorder.draft(subscription, EventKind.RESUME, on));
        rows.end(freeze.id(), on, reason, now);
    }
}
