package uplink.billing.run.control;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uplink.billing.rating.boundary.Quarantine;
import uplink.billing.rating.boundary.RatedInvoice;
import uplink.billing.rating.boundary.RatedLine;
import uplink.billing.rating.control.Rating;
import uplink.billing.subscription.control.SubscriptionTimeline;

/** Rates subscriptions into their customer's draft. Pure: everything it needs was loaded before. */
final class Biller {

    private final LocalDate target;
    private final Map<UUID, List<RatedLine>> billed;
    private final Map<UUID, List<RatedLine>> waiting;
    private final Map<UUID, UUID> tariffOfVersion;
    private final boolean everything;

    /**
     * @param billed what was charged, for the subscriptions that need a second look
     * @param waiting daily shares without an invoice
     * @param everything rate from the very beginning: {@code billed} has all of it
     */
    Biller(
            LocalDate target,
            Map<UUID, List<RatedLine>> billed,
            Map<UUID, List<RatedLine>> waiting,
            Map<UUID, UUID> tariffOfVersion,
            boolean everything) {
        this.target = target;
        this.billed = billed;
        this.waiting = waiting;
        this.tariffOfVersion = tariffOfVersion;
        this.everything = everything;
    }

    void bill(SubscriptionTimeline subscription, Draft into) {
        if (into.isRefused()) {
            return;
        }
        RatedInvoice rated = Rating.rate(
                subscription.timeline(),
                billed.getOrDefault(subscription.subscriptionId(), List.of()),
                target,
                everything ? null : since(subscription));
        Quarantine verdict = rated.quarantine();
        if (verdict != null) {
            into.refuse(Refusal.of(verdict, subscription.subscriptionId()));
            return;
        }
        LocalDate nextDue = rated.nextDue();
        for (RatedLine line : waiting.getOrDefault(subscription.subscriptionId(), List.of())) {
            nextDue = add(subscription, line, true, rated.closed(), nextDue, into);
        }
        for (RatedLine line : rated.lines()) {
            nextDue = add(subscription, line, false, rated.closed(), nextDue, into);
        }
        into.marks.add(new Draft.Mark(
                subscription.subscriptionId(),
                subscription.version(),
                rated.since(),
                nextDue,
                rated.pastSince() ? rated.since() : null));
    }

    /** Adds the line and answers the next due day: a line that goes on waiting must be fetched when its period ends. */
    private @Nullable LocalDate add(
            SubscriptionTimeline of,
            RatedLine line,
            boolean stored,
            boolean closed,
            @Nullable LocalDate nextDue,
            Draft into) {
        LocalDate from = line.explanation().invoiceFrom();
        boolean invoiced = from == null || closed || !from.isAfter(target);
        if (invoiced || !stored) {
            into.add(new Draft.Line(of.subscriptionId(), tariff(of, line), line, stored, invoiced));
        }
        if (invoiced || from == null) {
            return nextDue;
        }
        return nextDue == null || from.isBefore(nextDue) ? from : nextDue;
    }

    private UUID tariff(SubscriptionTimeline of, RatedLine line) {
        UUID version = line.tariffVersionId();
        UUID tariff = version == null ? null : tariffOfVersion.get(version);
        return tariff == null ? of.tariffId() : tariff;
    }

    private static @Nullable LocalDate since(SubscriptionTimeline subscription) {
        LocalDate charged = subscription.chargedTo();
        LocalDate changed = subscription.rerateFrom();
        return charged == null || changed == null || !changed.isBefore(charged) ? charged : changed;
    }
}
