package uplink.billing.rating.control;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import uplink.billing.rating.boundary.ChargeKey;
import uplink.billing.rating.boundary.LineKind;
import uplink.billing.rating.boundary.Quarantine;
import uplink.billing.rating.boundary.RatedLine;
import uplink.billing.rating.boundary.TimelineEvent;

/** What a subscription was charged so far. */
final class Billed {

    private static final String NOTHING = "";

    private final Map<ChargeKey, Outstanding> lines = new HashMap<>();
    private final Map<String, Outstanding> fees = new LinkedHashMap<>();
    private final Set<ChargeKey> keys = new HashSet<>();
    private final Coverage paid;
    private final Coverage free;
    private final @Nullable Quarantine fault;
    private LocalDate lastDay = LocalDate.MIN;

    Billed(List<RatedLine> billed) {
        Quarantine found = null;
        for (RatedLine line : billed) {
            keys.add(line.key());
            lastDay = Piece.later(lastDay, line.to());
            if (line.to().isBefore(line.from())) {
                found = new Quarantine(Quarantine.Reason.END_BEFORE_START, line.from(), 0, null);
            }
            if (line.key().kind() != LineKind.ADJUSTMENT) {
                lines.put(line.key(), new Outstanding(line));
            }
        }
        for (RatedLine line : billed) {
            Outstanding corrected = lines.get(line.corrects());
            if (corrected != null) {
                corrected.adjustedBy(line);
            }
        }
        List<Stretch> charged = new ArrayList<>(billed.size());
        List<Stretch> gratis = new ArrayList<>(0);
        for (RatedLine line : billed) {
            Outstanding outstanding = lines.get(line.key());
            if (outstanding == null || (line.key().kind() == LineKind.FEE && outstanding.isTouched())) {
                continue;
            }
            if (line.key().kind() == LineKind.FEE) {
                fees.put(line.key().cause().replaceFirst("#.*", NOTHING), outstanding);
            } else {
                (outstanding.rate().signum() == 0 ? gratis : charged).addAll(outstanding.stretches());
            }
        }
        paid = new Coverage(charged);
        free = new Coverage(gratis);
        LocalDate twice = paid.overlap();
        fault = found != null || twice == null ? found : new Quarantine(Quarantine.Reason.OVERLAP, twice, 0, null);
    }

    /** What makes it impossible to go on, or null. */
    @Nullable
    Quarantine fault() {
        return fault;
    }

    /** Days that cost something and are to come back when they are not wanted. */
    Coverage paid() {
        return paid;
    }

    /** Days that were charged at nothing: nothing of them can come back, but they need no second line. */
    Coverage free() {
        return free;
    }

    /** The fees that are charged, by the event that causes them. */
    Map<String, Outstanding> fees() {
        return fees;
    }

    LocalDate lastDay() {
        return lastDay;
    }

    /** A key for a plain recurring charge, or null when there was one. */
    @Nullable
    ChargeKey plain(LocalDate periodStart) {
        ChargeKey key = new ChargeKey(LineKind.RECURRING, periodStart, NOTHING);
        return keys.add(key) ? key : null;
    }

    /** A key that neither this run nor an earlier one has used, and that the same run would find again. */
    ChargeKey caused(LineKind kind, LocalDate periodStart, TimelineEvent event, LocalDate from) {
        String cause = cause(event) + (event.date().equals(from) ? "" : "/" + from);
        ChargeKey key = new ChargeKey(kind, periodStart, cause);
        for (int n = 2; !keys.add(key); n++) {
            key = new ChargeKey(kind, periodStart, cause + "#" + n);
        }
        return key;
    }

    static String cause(TimelineEvent event) {
        return event.causeType().code() + ":" + event.id();
    }
}
