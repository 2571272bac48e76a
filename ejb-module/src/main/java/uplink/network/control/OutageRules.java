package uplink.network.control;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import uplink.network.boundary.NewOutage;
import uplink.network.boundary.Outage;
import uplink.network.boundary.OutagePlace;
import uplink.network.boundary.OutageStatus;
import uplink.shared.Text;
import uplink.shared.Validation;

/** What an outage may say. */
public final class OutageRules {

    private static final int LONGEST_REASON = 500;
    private static final int LONGEST_NOTE = 2000;
    private static final int MOST_PLACES = 200;
    private static final int BACK = 30;
    private static final int AHEAD = 365;
    private static final Pattern SOMETHING = Pattern.compile("[\\p{L}\\p{N}]");

    private final Validation validation = new Validation();
    private final Instant now;

    public OutageRules(Instant now) {
        this.now = now;
    }

    /** A new one, planned or current by the time it starts; {@code validation}. */
    public Outage made(UUID id, NewOutage wanted) {
        Instant start = wanted.startsAt() == null ? now : wanted.startsAt();
        checkStart(start);
        checkEnd(start, wanted.expectedEnd());
        return said(id, wanted, start, now, 0);
    }

    /** The same with other words, places and times; what has begun begins no later than now; {@code validation}. */
    public Outage changed(Outage before, NewOutage wanted, int version) {
        Instant start = wanted.startsAt() == null ? before.startsAt() : wanted.startsAt();
        if (!start.equals(before.startsAt())) {
            checkStart(start);
            validation.check(
                    before.status() == OutageStatus.PLANNED || !start.isAfter(now),
                    "startsAt",
                    Text.of("network.outage.begun"));
        }
        if (!start.equals(before.startsAt()) || !same(before.expectedEnd(), wanted.expectedEnd())) {
            checkEnd(start, wanted.expectedEnd());
        }
        return said(before.id(), wanted, start, before.createdAt(), version);
    }

    /** Places to be looked at; {@code validation}. */
    public List<OutagePlace> places(@Nullable List<OutagePlace> wanted) {
        List<OutagePlace> places = checked(wanted);
        validation.done();
        return places;
    }

    private Outage said(UUID id, NewOutage wanted, Instant start, Instant createdAt, int version) {
        List<OutagePlace> places = checked(wanted.places());
        String ru = validation.words("reasonRu", wanted.reasonRu(), LONGEST_REASON);
        String en = validation.words("reasonEn", wanted.reasonEn(), LONGEST_REASON);
        String note = validation.optionalWords("note", wanted.note(), LONGEST_NOTE);
        validation.done();
        OutageStatus status = start.isAfter(now) ? OutageStatus.PLANNED : OutageStatus.CURRENT;
        return new Outage(id, status, places, ru, en, note, start, wanted.expectedEnd(), null, 0, createdAt, version);
    }

    private void checkStart(Instant start) {
        boolean near =
                !start.isBefore(now.minus(Duration.ofDays(BACK))) && !start.isAfter(now.plus(Duration.ofDays(AHEAD)));
        validation.check(near, "startsAt", Text.of("network.outage.start", BACK, AHEAD));
    }

    private void checkEnd(Instant start, @Nullable Instant end) {
        if (end != null) {
            validation.check(end.isAfter(start), "expectedEnd", Text.of("network.outage.end-after-start"));
            validation.check(
                    !end.isAfter(start) || end.isAfter(now), "expectedEnd", Text.of("network.outage.end-to-come"));
            validation.check(
                    !end.isAfter(start.plus(Duration.ofDays(AHEAD))),
                    "expectedEnd",
                    Text.of("network.outage.end-far", AHEAD));
        }
    }

    private List<OutagePlace> checked(@Nullable List<OutagePlace> wanted) {
        List<OutagePlace> given = wanted == null ? List.of() : wanted;
        validation.check(!given.isEmpty(), "places", Text.of("network.place.none"));
        validation.check(given.size() <= MOST_PLACES, "places", Text.of("network.place.many", MOST_PLACES));
        List<OutagePlace> places = new ArrayList<>();
        for (int i = 0; i < given.size() && i < MOST_PLACES; i++) {
            places.add(checked(given.get(i), i + 1));
        }
        return places;
    }

    private OutagePlace checked(@Nullable OutagePlace place, int line) {
        String city = place == null ? null : part(place.city(), 200, line);
        String street = place == null ? null : part(place.street(), 200, line);
        String house = place == null ? null : part(place.house(), 50, line);
        validation.check(city != null, "places", Text.of("network.place.city", line));
        validation.check(house == null || street != null, "places", Text.of("network.place.street", line));
        return new OutagePlace(city == null ? "" : city, street, house);
    }

    private @Nullable String part(@Nullable String value, int max, int line) {
        if (value == null || value.isBlank()) {
            return null;
        }
        String part = value.strip();
        validation.check(
                part.length() <= max && SOMETHING.matcher(part).find(), "places", Text.of("network.place.part", line));
        return part;
    }

    private static boolean same(@Nullable Instant one, @Nullable Instant other) {
        return one == null ? other == null : one.equals(other);
    }
}
