package uplink.shared.events;

import jakarta.annotation.Resource;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.jms.ConnectionFactory;
import jakarta.jms.JMSContext;
import java.util.List;
import uplink.shared.Allowed;
import uplink.shared.Permission;

/**
 * Publishes in a transaction of its own that holds nothing but the broker's session: it commits before the outbox rows
 * are deleted. No duplicate detection by the broker: one known id in a batch would make it refuse the whole batch for
 * ever, and the inboxes detect duplicates anyway.
 */
@Stateless
@Allowed(Permission.SYSTEM)
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class Broker {

    @Resource(lookup = "jms/uplink")
    private ConnectionFactory connections;

    /** Returns when the broker has promised to keep them. */
    public void publish(List<OutboxRow> rows) {
        try (JMSContext context = connections.createContext()) {
            EventMessages.send(context, rows);
        }
    }
}
