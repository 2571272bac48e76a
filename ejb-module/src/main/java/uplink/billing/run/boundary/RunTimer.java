package uplink.billing.run.boundary;

import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;

/** Looks every few seconds, on every node, whether chunks wait for a message or runs for their end. */
@Startup
@Singleton
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class RunTimer {

    @Inject
    private ChunkDispatcher dispatcher;

    @Schedule(hour = "*", minute = "*", second = "*/2", persistent = false)
    void tick() {
        dispatcher.wake();
    }
}
