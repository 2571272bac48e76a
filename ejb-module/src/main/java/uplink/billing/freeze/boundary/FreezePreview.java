package uplink.billing.freeze.boundary;

import jakarta.annotation.Resource;
import jakarta.ejb.SessionContext;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import javax.sql.DataSource;
import uplink.billing.freeze.control.FreezeRows;
import uplink.billing.freeze.control.Freezing;
import uplink.billing.invoice.boundary.InvoiceLine;
import uplink.billing.run.control.NextLines;
import uplink.billing.subscription.boundary.EventKind;
import uplink.billing.subscription.control.Recorder;
import uplink.billing.subscription.entity.Subscription;
import uplink.shared.Allowed;
import uplink.shared.BusinessClock;
import uplink.shared.Outbox;
import uplink.shared.Permission;
import uplink.shared.Sql;

/**
 * Shows what a freeze comes to before it is asked for: it is really recorded and rated from beginning to end, beside the
 * same time without it, in a transaction of its own that is always rolled back.
 */
@Stateless
@Allowed(Permission.CUSTOMER_WRITE)
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class FreezePreview {

    @PersistenceContext(unitName = "uplink")
    private EntityManager entities;

    @Resource(lookup = "jdbc/uplink")
    private DataSource database;

    @Resource
    private SessionContext context;

    @Inject
    private BusinessClock clock;

    @Inject
    private Outbox outbox;

    @Inject
    private Freezes freezes;

    /** Of the caller's service. Refusals: those of {@link Freezes#freezeOwn}. */
    @Allowed(Permission.SELF_WRITE)
    public PreviewedFreeze previewOwn(UUID subscriptionId, FreezeRequest wish, Locale reader) {
        return preview(subscriptionId, wish, reader);
    }

    /** Refusals: those of {@link Freezes#freeze}. */
    public PreviewedFreeze preview(UUID subscriptionId, FreezeRequest wish, Locale reader) {
        Freeze freeze = freezes.plan(subscriptionId, wish);
        Recorder recorder = new Recorder(entities, database, clock, outbox);
        Subscription subscription = recorder.lock(subscriptionId);
        // whatever the period, everything that the freeze moves is billed within a year of its end
        LocalDate target = freeze.until().plusYears(1);
        List<InvoiceLine> without = lines(subscriptionId, target, reader);
        Freezing freezing = new Freezing(recorder, new FreezeRows(Sql.in(database)), clock.today(), clock.instant());
        freezing.record(freeze, subscription);
        recorder.record(subscription, recorder.draft(subscription, EventKind.RESUME, freeze.until()));
        List<InvoiceLine> with = lines(subscriptionId, target, reader);
        if (context != null) {
            context.setRollbackOnly();
        }
        List<InvoiceLine> moved = new ArrayList<>(with);
        without.forEach(moved::remove);
        return new PreviewedFreeze(freeze, moved, sum(with).subtract(sum(without)), freeze.currency());
    }

    private List<InvoiceLine> lines(UUID subscription, LocalDate target, Locale reader) {
        return Sql.in(database).with(connection -> new NextLines(connection, reader).of(subscription, target));
    }

    private static BigDecimal sum(List<InvoiceLine> lines) {
        return lines.stream().map(InvoiceLine::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
