package uplink.billing.rating.control;

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
            states.add(new State(event.id(), event));
        }

        @Nullable
        TimelineEvent standing() {
            return states.get(states.size() - 1).standing();
        }

        /** A voiding event brings back what stood before the event that it names. */
        void correct(TimelineEvent by) {
            states.add(new State(by.id(), voids(by) ? before(by.corrects()) : by));
        }

        private @Nullable TimelineEvent before(@Nullable UUID maker) {
            TimelineEvent stood = null;
            for (State state : states) {
                if (state.maker().equals(maker)) {
                    break;
                }
                stood = state.standing();
            }
            return stood;
        }
    }

    private record State(UUID maker, @Nullable TimelineEvent standing) {}

    /**
     * @param steps the events that count, by date
     * @param marks every event that moves recurring charges, voiding ones included, by date: what may be a line's cause
     */
    record Outcome(List<Step> steps, List<TimelineEvent> marks) {}

    private Corrections() {}

    private static boolean voids(TimelineEvent event) {
        return event.type() == EventType.CORRECTION && event.corrects() != null;
    }

    static Outcome apply(List<TimelineEvent> events) {
        List<Place> places = new ArrayList<>(events.size());
        Map<UUID, Place> byId = new HashMap<>();
        List<TimelineEvent> voiding = new ArrayList<>();
        for (int i = 0; i < events.size(); i++) {
            TimelineEvent event = events.get(i);
            Place place;
            if (event.corrects() == null) {
                place = new Place(i, event);
                places.add(place);
            } else {
                place = byId.get(event.corrects());
                if (place == null) {
                    throw new InvalidTimeline(i, InvalidTimeline.Reason.UNKNOWN_CORRECTED_EVENT);
                }
                place.correct(event);
                if (voids(event)) {
                    voiding.add(event);
                }
            }
            if (byId.put(event.id(), place) != null) {
                throw new InvalidTimeline(i, InvalidTimeline.Reason.DUPLICATE_EVENT);
            }
        }
        return outcome(places, voiding);
    }

    private static Outcome outcome(List<Place> places, List<TimelineEvent> voiding) {
        List<Step> steps = new ArrayList<>(places.size());
        for (Place place : places) {
            TimelineEvent standing = place.standing();
            if (standing != null) {
                steps.add(new Step(standing, place.index));
            }
        }
        steps.sort(Comparator.comparing(step -> step.event().date()));
        List<TimelineEvent> marks = new ArrayList<>(steps.size() + voiding.size());
        for (Step step : steps) {
            if (step.type() != EventType.FEE) {
                marks.add(step.event());
            }
        }
        if (!voiding.isEmpty()) {
            marks.addAll(voiding);
            marks.sort(Comparator.comparing(TimelineEvent::date));
        }
        return new Outcome(steps, marks);
    }
}
