package uplink.shared.events;

import jakarta.annotation.Resource;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import uplink.shared.Allowed;
import uplink.shared.Permission;

/** One batch from the outbox to the broker: the database transaction around it. */
@Stateless
@Allowed(Permission.SYSTEM)
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class RelayStep {

    private static final int BATCH = 500;

    @Resource(lookup = "jdbc/uplink")
    private DataSource database;

    @Inject
    private Broker broker;

    /** Where this batch ended; null when that was all. */
    public @Nullable UUID next(@Nullable UUID after) {
        return new OutboxBatch(database, BATCH).publish(after, broker::publish);
    }
}
