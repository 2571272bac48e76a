package uplink.billing.subscription.control;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import uplink.billing.subscription.boundary.EventKind;
import uplink.billing.subscription.boundary.SubscriptionStatus;
import uplink.billing.subscription.entity.SubscriptionEvent;
import uplink.shared.BusinessException;
import uplink.shared.ProblemType;
import uplink.shared.Text;

/**
 * The events of one subscription in the order in which they apply: by day, within a day as they were recorded. Tells
 * how the subscription stands on a day and refuses events that make no sense where they are dated.
 */
public final class History {

    private static final Comparator<SubscriptionEvent> ORDER =
            Comparator.comparing(SubscriptionEvent::on).thenComparing(SubscriptionEvent::seq);

    private final LocalDate begun;
    private final List<SubscriptionEvent> recorded;

    /** Without what was withdrawn, and without the withdrawals. */
    private final List<SubscriptionEvent> events;

    /**
     * Without what was planned for days after the end, changes with their fees, and without pauses and resumes that debt or
     * money overtook: those do not happen.
     */
    private final List<SubscriptionEvent> told;

    /**
     * @param begun the first day of service; earlier than the first event when days before that were charged elsewhere
     */
    public History(LocalDate begun, List<SubscriptionEvent> recorded) {
        this.begun = begun;
        this.recorded = List.copyOf(recorded);
        events = standing(recorded);
        SubscriptionEvent end = events.stream()
                .filter(e -> e.kind() == EventKind.CANCEL)
                .findFirst()
                .orElse(null);
        Set<SubscriptionEvent> late = events.stream()
                .filter(e -> end != null && ORDER.compare(e, end) > 0)
                .collect(Collectors.toSet());
        Set<UUID> lost = changes(late);
        told = withoutIdle(events.stream()
                .filter(e -> e.kind() == EventKind.FEE ? !lost.contains(e.groupId()) : !late.contains(e))
                .toList());
    }

    /** The acts by which the tariff becomes another one. */
    static Set<UUID> changes(Collection<SubscriptionEvent> of) {
        return of.stream()
                .filter(e -> e.kind() == EventKind.CHANGE)
                .map(SubscriptionEvent::groupId)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
    }

    private static List<SubscriptionEvent> withoutIdle(List<SubscriptionEvent> inOrder) {
        List<SubscriptionEvent> effective = new ArrayList<>(inOrder.size());
        boolean paused = false;
        for (SubscriptionEvent event : inOrder) {
            boolean idle = event.kind() == EventKind.PAUSE && paused || event.kind() == EventKind.RESUME && !paused;
            if (!idle) {
                effective.add(event);
                paused = event.kind() == EventKind.PAUSE || paused && event.kind() != EventKind.RESUME;
            }
        }
        return effective;
    }

    private static List<SubscriptionEvent> standing(List<SubscriptionEvent> recorded) {
        Set<UUID> voided = recorded.stream()
                .map(SubscriptionEvent::voids)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
        return recorded.stream()
                .filter(e -> e.kind() != EventKind.VOID && !voided.contains(e.id()))
                .sorted(ORDER)
                .toList();
    }

    /** What is recorded for later days and not withdrawn, what is beyond the end included; the last one first. */
    public List<SubscriptionEvent> plannedAfter(LocalDate day) {
        return events.stream()
                .filter(e -> e.on().isAfter(day))
                .sorted(ORDER.reversed())
                .toList();
    }

    /** What stands, by day. */
    public List<SubscriptionEvent> events() {
        return events;
    }

    public int nextSeq() {
        return recorded.stream().mapToInt(SubscriptionEvent::seq).max().orElse(0) + 1;
    }

    /**
     * The history with one event more. Refused with {@code invalid-state} when the subscription is not in the state for
     * it on that day, with {@code invalid-timeline} when it lies before the start or contradicts what is recorded after
     * it. An end wins over what is only planned: whoever leaves need not wait for a change that was agreed on.
     */
    public History with(SubscriptionEvent event, LocalDate today) {
        if (event.kind() != EventKind.START) {
            refuseTooEarly(event);
        }
        List<SubscriptionEvent> all = new ArrayList<>(recorded);
        all.add(event);
        History next = new History(begun, all);
        Set<SubscriptionEvent> overtaken = new HashSet<>(events);
        told.forEach(overtaken::remove);
        next.check(event, overtaken, today);
        return next;
    }

    /** Days that were charged elsewhere cannot be charged otherwise here; a fee stands for itself. */
    private void refuseTooEarly(SubscriptionEvent event) {
        if (event.on().isBefore(begun) && event.on().isBefore(start())) {
            throw new BusinessException(ProblemType.INVALID_TIMELINE, Text.of("subscription.before-start", earliest()));
        }
        if (event.on().isBefore(start()) && event.kind() != EventKind.FEE) {
            throw new BusinessException(
                    ProblemType.INVALID_TIMELINE, Text.of("subscription.charged-elsewhere", start()));
        }
    }

    private LocalDate earliest() {
        return begun.isBefore(start()) ? begun : start();
    }

    /** What was overtaken before stays so, and contradicts nothing. */
    private void check(SubscriptionEvent added, Set<SubscriptionEvent> overtaken, LocalDate today) {
        SubscriptionStatus status = SubscriptionStatus.PENDING;
        SubscriptionEvent end = null;
        boolean past = added.kind() == EventKind.VOID;
        for (SubscriptionEvent event : events) {
            if (overtaken.contains(event) && isInterruption(event)
                    || end != null
                            && event != added
                            && (end != added || event.on().isAfter(today))) {
                continue;
            }
            String refusal = refusal(event.kind(), status);
            if (refusal != null) {
                throw past && event != added
                        ? new BusinessException(
                                ProblemType.INVALID_TIMELINE, Text.of("subscription.contradicts", event.on()))
                        : new BusinessException(ProblemType.INVALID_STATE, Text.of(refusal, event.on()));
            }
            status = after(event, status);
            end = event.kind() == EventKind.CANCEL ? event : end;
            past |= event == added;
        }
    }

    private static boolean isInterruption(SubscriptionEvent event) {
        return event.kind() == EventKind.PAUSE || event.kind() == EventKind.RESUME;
    }

    private static @Nullable String refusal(EventKind kind, SubscriptionStatus status) {
        boolean cancelled = status == SubscriptionStatus.CANCELLED;
        return switch (kind) {
            case START -> status == SubscriptionStatus.PENDING ? null : "subscription.second-start";
            case FEE, VOID -> null;
            case CHANGE, CANCEL -> cancelled ? "subscription.cancelled" : null;
            case PAUSE ->
                cancelled
                        ? "subscription.cancelled"
                        : status == SubscriptionStatus.ACTIVE ? null : "subscription.paused-already";
            case RESUME ->
                cancelled
                        ? "subscription.cancelled"
                        : status == SubscriptionStatus.ACTIVE ? "subscription.not-paused" : null;
        };
    }

    private static SubscriptionStatus after(SubscriptionEvent event, SubscriptionStatus before) {
        return switch (event.kind()) {
            case START, RESUME -> SubscriptionStatus.ACTIVE;
            case PAUSE ->
                event.status() == SubscriptionStatus.FROZEN ? SubscriptionStatus.FROZEN : SubscriptionStatus.SUSPENDED;
            case CANCEL -> SubscriptionStatus.CANCELLED;
            case CHANGE, FEE, VOID -> before;
        };
    }

    /** How the subscription stands at the end of a day. */
    public SubscriptionStatus statusOn(LocalDate day) {
        SubscriptionStatus status = SubscriptionStatus.PENDING;
        for (SubscriptionEvent event : told) {
            if (!takesEffect(event).isAfter(day)) {
                status = after(event, status);
            }
        }
        return status;
    }

    /** The tariff on a day; before the start, the one it starts with. */
    public UUID tariffOn(LocalDate day) {
        UUID tariff = null;
        for (SubscriptionEvent event : told) {
            UUID to = event.tariffId();
            if (to != null && (tariff == null || !event.on().isAfter(day))) {
                tariff = to;
            }
        }
        if (tariff == null) {
            throw new IllegalStateException("a history without a start");
        }
        return tariff;
    }

    /** When the tariff became another one for the last time, up to a day; null: never. */
    public @Nullable LocalDate lastChange(LocalDate upTo) {
        UUID tariff = null;
        LocalDate last = null;
        for (SubscriptionEvent event : told) {
            UUID to = event.tariffId();
            if (to != null && !event.on().isAfter(upTo)) {
                last = tariff == null || to.equals(tariff) ? last : event.on();
                tariff = to;
            }
        }
        return last;
    }

    /** The first day after that one on which the status or the tariff changes; null: none is known. */
    public @Nullable LocalDate nextAfter(LocalDate day) {
        return told.stream()
                .filter(e -> takesEffect(e).isAfter(day) && e.kind() != EventKind.FEE)
                .map(this::takesEffect)
                .findFirst()
                .orElse(null);
    }

    /** What took effect after one day and up to another. */
    public List<SubscriptionEvent> between(LocalDate after, LocalDate upTo) {
        return told.stream()
                .filter(e -> takesEffect(e).isAfter(after) && !takesEffect(e).isAfter(upTo))
                .toList();
    }

    /** The first day without the subscription; null: none is known. */
    public @Nullable LocalDate end() {
        return events.stream()
                .filter(e -> e.kind() == EventKind.CANCEL)
                .map(SubscriptionEvent::on)
                .findFirst()
                .orElse(null);
    }

    private LocalDate takesEffect(SubscriptionEvent event) {
        return event.kind() == EventKind.START && begun.isBefore(event.on()) ? begun : event.on();
    }

    /** The first day that is charged here: nothing but fees can happen before it. */
    public LocalDate start() {
        return events.stream()
                .filter(e -> e.kind() == EventKind.START)
                .map(SubscriptionEvent::on)
                .findFirst()
                .orElse(LocalDate.MAX);
    }
}
