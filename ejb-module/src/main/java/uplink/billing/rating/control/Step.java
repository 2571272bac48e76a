package uplink.billing.rating.control;

import uplink.billing.rating.boundary.EventType;
import uplink.billing.rating.boundary.TimelineEvent;

/**
 * An event as it counts after corrections.
 *
 * @param index of its place in the list as given
 */
record Step(TimelineEvent event, int index) {

    EventType type() {
        EventType type = event.type();
        return type == EventType.CORRECTION ? EventType.CHANGE : type;
    }
}
