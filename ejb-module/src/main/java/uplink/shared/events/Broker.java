package uplink.shared.events;

import jakarta.annotation.Resource;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.jms.ConnectionFactory;
import java.util.List;
import uplink.shared.Allowed;
import uplink.shared.Permission;

/**
 * Publishes outside of the database transaction, and commits before that one deletes the rows. No duplicate detection
 * by the broker: one known id in a batch would make it refuse the whole batch for ever, and the inboxes detect
 * duplicates anyway.
 */
@Stateless
@Allowed(Permission.SYSTEM)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class Broker {

    @Resource(lookup = "jms/uplink")
    private ConnectionFactory connections;

    @Inject
    @Any
    private Instance<EventHandler> handlers;

    /** Before the first publication: the listeners' own subscriptions may come later than that. */
    public void subscribe() {
        EventMessages.subscribe(
                connections, handlers.stream().map(EventHandler::consumer).toList());
    }

    /** Returns when the broker has promised to keep all of them. */
    public void publish(List<OutboxRow> rows) {
        EventMessages.send(connections, rows);
    }
}
