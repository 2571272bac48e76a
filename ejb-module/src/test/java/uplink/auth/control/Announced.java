package uplink.auth.control;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import uplink.shared.Event;

/** Remembers what was announced instead of sending it. */
final class Announced extends AuthEvents {

    private final List<Event> events = new CopyOnWriteArrayList<>();

    @Override
    void send(Event event) {
        events.add(event);
    }

    List<Event> all() {
        return events;
    }

    List<String> types() {
        return events.stream().map(Event::type).toList();
    }
}
