package uplink.billing.dunning.boundary;

import jakarta.annotation.Resource;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import uplink.billing.dunning.control.BrokenPromises;
import uplink.billing.dunning.control.DayRows;
import uplink.billing.dunning.control.DunningBatch;
import uplink.network.boundary.Outages;
import uplink.shared.Allowed;
import uplink.shared.BusinessClock;
import uplink.shared.Outbox;
import uplink.shared.Permission;
import uplink.shared.Settings;
import uplink.shared.Sql;

/** The day's dunning, and what it came to. */
@Stateless
@Allowed(Permission.BILLING_READ)
public class Dunning {

    private static final int AT_ONCE = Settings.number("UPLINK_DUNNING_BATCH", 1000);

    @Resource(lookup = "jdbc/uplink")
    private DataSource database;

    @Inject
    private BusinessClock clock;

    @Inject
    private Outages outages;

    @Inject
    private Outbox outbox;

    /**
     * Does a batch of today's work in a transaction of its own; false when today is done. Repeated, killed half-way or
     * begun on two nodes at once it goes on where the last batch that was committed has ended.
     */
    @Allowed(Permission.SYSTEM)
    @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
    public boolean step() {
        Sql sql = Sql.in(database);
        LocalDate today = clock.today();
        DayRows days = new DayRows(sql, today, clock.instant());
        DayRows.Progress progress = days.lock();
        if (progress.finished()) {
            return false;
        }
        if (progress.reached() == null) {
            new BrokenPromises(sql, today, clock.instant()).settle();
        }
        DunningBatch batch = new DunningBatch(sql, today, clock.instant());
        UUID[] customers = batch.customers(progress.reached(), AT_ONCE);
        if (customers.length == 0) {
            days.finish();
            return false;
        }
        days.reach(customers[customers.length - 1], batch.work(customers, outages.waiting(customers)));
        outbox.wakeRelay();
        return true;
    }

    /** The last days' work, newest first. */
    public List<DunningDay> listDays(int atMost) {
        return DayRows.last(Sql.in(database), Math.min(atMost, 366));
    }
}
