package uplink.billing.rating.control;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uplink.billing.rating.boundary.EventType;
import uplink.billing.rating.boundary.InvalidTimeline;
import uplink.billing.rating.boundary.TimelineEvent;

/** Applies corrections to the events that they name. */
final class Corrections {

    /** What stood at one place, one state after the other; a state knows the event that made it. */
    private static final class Place {
        final int index;
        final List<State> states = new ArrayList<>(1);

        Place(int index, TimelineEvent event) {
            this.index = index;
            states.add(new State(event, event));
        }

        @Nullable
        TimelineEvent standing() {
            return states.get(states.size() - 1).standing();
        }

        /** A voiding event brings back what stood before the event that it names. */
        void correct(TimelineEvent by) {
            states.add(new State(by, voids(by) ? before(by.corrects()) : by));
        }

        private @Nullable TimelineEvent before(@Nullable UUID maker) {
            TimelineEvent stood = null;
            for (State state : states) {
                if (state.maker().id().equals(maker)) {
                    break;
                }
                stood = state.standing();
            }
            return stood;
        }

        /** The first day that any state of this place has moved. */
        LocalDate since() {
            return states.stream()
                    .map(s -> s.maker().date())
                    .min(Comparator.naturalOrder())
                    .orElseThrow();
        }

        boolean isFee() {
            return states.get(0).maker().type() == EventType.FEE;
        }
    }

    private record State(TimelineEvent maker, @Nullable TimelineEvent standing) {}

    /**
     * @param steps the events that count, by date
     * @param marks what may have moved recurring charges, by the first day that it moved
     * @param corrected the last correction of each corrected event, by the cause that the event would have been
     */
    record Outcome(List<Step> steps, List<Mark> marks, Map<String, TimelineEvent> corrected) {}

    private Corrections() {}

    private static boolean voids(TimelineEvent event) {
        return event.type() == EventType.CORRECTION && event.corrects() != null;
    }

    static Outcome apply(List<TimelineEvent> events) {
        List<Place> places = new ArrayList<>(events.size());
        Map<UUID, Place> byId = new HashMap<>();
        for (int i = 0; i < events.size(); i++) {
            TimelineEvent event = events.get(i);
            Place place = event.corrects() == null ? new Place(i, event) : byId.get(event.corrects());
            if (place == null) {
                throw new InvalidTimeline(i, InvalidTimeline.Reason.UNKNOWN_CORRECTED_EVENT);
            }
            if (event.corrects() == null) {
                places.add(place);
            } else {
                place.correct(event);
            }
            if (byId.put(event.id(), place) != null) {
                throw new InvalidTimeline(i, InvalidTimeline.Reason.DUPLICATE_EVENT);
            }
        }
        return outcome(places);
    }

    private static Outcome outcome(List<Place> places) {
        List<Step> steps = new ArrayList<>(places.size());
        List<Mark> marks = new ArrayList<>(places.size());
        Map<String, TimelineEvent> corrected = new HashMap<>(0);
        for (Place place : places) {
            TimelineEvent standing = place.standing();
            if (standing != null) {
                steps.add(new Step(standing, place.index));
            }
            TimelineEvent last = place.states.get(place.states.size() - 1).maker();
            if (!place.isFee()) {
                marks.add(new Mark(place.since(), last));
            }
            if (place.states.size() > 1) {
                place.states.forEach(state -> corrected.put(Billed.cause(state.maker()), last));
            }
        }
        steps.sort(Comparator.comparing(step -> step.event().date()));
        marks.sort(Comparator.comparing(Mark::from));
        return new Outcome(steps, marks, corrected);
    }
}
