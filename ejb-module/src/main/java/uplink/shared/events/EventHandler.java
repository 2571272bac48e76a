package uplink.shared.events;

import java.util.List;
import uplink.shared.Event;

/**
 * A feature that listens to events: {@code @ApplicationScoped} in its boundary package, with {@code
 * @Allowed(Permission.SYSTEM)} on its effects. It is fed by an {@link EventListener} of its own, and by the replay of
 * dead letters.
 */
public interface EventHandler {

    /** Unique and lasting: names the durable subscription, the inbox and the dead letters. */
    String consumer();

    /**
     * Whether the event may have an effect here. The others are done with at once, without a transaction or a word in the
     * inbox: most events concern one consumer or two.
     */
    default boolean concerns(Event event) {
        return true;
    }

    /**
     * Has the effect of one event, exactly once: called as {@code Caller.system(consumer())} in the database transaction
     * that also fills the inbox. Events may come late and in any order. A {@code BusinessException} is recorded and the
     * event is done with; any other exception brings the event again, later.
     */
    void on(Event event);

    /** Several of them in one transaction: to be overridden where one statement can do it for all. */
    default void onAll(List<Event> events) {
        events.forEach(this::on);
    }
}
