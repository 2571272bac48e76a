package uplink.billing.run.control;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uplink.billing.ledger.boundary.Finding;
import uplink.billing.rating.boundary.InvalidTimeline;
import uplink.billing.rating.boundary.Quarantine;
import uplink.shared.Coded;
import uplink.shared.Text;

/**
 * Why a customer cannot be billed.
 *
 * @param reason stable code
 * @param detail what the texts and whoever looks into it need
 */
public record Refusal(String reason, Map<String, Object> detail) {

    private static final String KEY = "run.quarantine.";

    /** A subscription without a single event. */
    static final String NO_TIMELINE = "no-timeline";
    /** The database refused the customer's rows. */
    static final String WRITE_REFUSED = "write-refused";
    /** An invariant is broken. */
    public static final String INTEGRITY = "integrity";

    /** In the detail of {@link #INTEGRITY}: which one. */
    public static final String INVARIANT = "invariant";

    static Refusal of(Quarantine verdict, UUID subscription) {
        Map<String, Object> detail = new LinkedHashMap<>();
        detail.put("subscriptionId", subscription.toString());
        LocalDate date = verdict.date();
        if (date != null) {
            detail.put("date", date.toString());
        }
        if (verdict.count() > 0) {
            detail.put("count", verdict.count());
        }
        InvalidTimeline.Reason timeline = verdict.timeline();
        if (timeline != null) {
            detail.put("timeline", timeline.code());
        }
        return new Refusal(verdict.reason().code(), detail);
    }

    /** The reason in words. */
    public Text text() {
        return verdict()
                .map(Quarantine::text)
                .orElseGet(() -> reason.equals(INTEGRITY)
                        ? Text.of(KEY + reason, promise(), error())
                        : Text.of(KEY + reason, error()));
    }

    private Text promise() {
        return Finding.promise(String.valueOf(detail.get(INVARIANT)));
    }

    private String error() {
        return String.valueOf(detail.getOrDefault("error", ""));
    }

    private Optional<Quarantine> verdict() {
        try {
            return Optional.of(
                    new Quarantine(Coded.of(Quarantine.Reason.class, reason), date(), count(), timelineReason()));
        } catch (IllegalArgumentException notOfTheRating) {
            return Optional.empty();
        }
    }

    private @Nullable LocalDate date() {
        Object date = detail.get("date");
        return date == null ? null : LocalDate.parse(date.toString());
    }

    private int count() {
        return detail.get("count") instanceof Number count ? count.intValue() : 0;
    }

    private InvalidTimeline.@Nullable Reason timelineReason() {
        Object code = detail.get("timeline");
        for (InvalidTimeline.Reason candidate : InvalidTimeline.Reason.values()) {
            if (candidate.code().equals(code)) {
                return candidate;
            }
        }
        return null;
    }
}
