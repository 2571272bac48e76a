package uplink.billing.run.boundary;

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
import uplink.billing.invoice.boundary.InvoiceLine;
import uplink.billing.ledger.control.Posting;
import uplink.billing.run.control.NextLines;
import uplink.billing.subscription.control.Recorder;
import uplink.billing.subscription.control.SubscriptionRows;
import uplink.billing.subscription.control.TerminationRows;
import uplink.shared.Allowed;
import uplink.shared.BusinessClock;
import uplink.shared.BusinessException;
import uplink.shared.Callers;
import uplink.shared.Outbox;
import uplink.shared.Permission;
import uplink.shared.Sql;
import uplink.shared.Text;

/**
 * Shows what the end of a contract would cost or give back: the ends are really recorded and rated, in a transaction of
 * its own that is always rolled back.
 */
@Stateless
@Allowed(Permission.CUSTOMER_WRITE)
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class EndPreview {

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

    /** Of any contract. Refusals: {@code not-found}, {@code validation}. */
    public PreviewedEnd of(UUID contract, LocalDate on, Locale reader) {
        return shown(
                new TerminationRows(database)
                        .owner(contract)
                        .orElseThrow(BusinessException::notFound)
                        .customer(),
                contract,
                on,
                reader);
    }

    /** Of a contract of the customer who asks, tomorrow at the earliest. Refusals: {@code not-found}, {@code validation}. */
    @Allowed(Permission.SELF_WRITE)
    public PreviewedEnd own(UUID contract, LocalDate on, Locale reader) {
        UUID customer = Callers.current().requireCustomer();
        LocalDate tomorrow = clock.today().plusDays(1);
        if (on == null || on.isBefore(tomorrow)) {
            throw BusinessException.invalid(
                    "on",
                    Text.of(
                            "subscription.termination.days",
                            tomorrow,
                            clock.today().plusDays(365)));
        }
        boolean isOwn = new TerminationRows(database)
                .owner(contract)
                .filter(owner -> owner.customer().equals(customer))
                .isPresent();
        if (!isOwn) {
            throw BusinessException.notFound();
        }
        return shown(customer, contract, on, reader);
    }

    private PreviewedEnd shown(UUID customer, UUID contract, LocalDate on, Locale reader) {
        if (on == null) {
            throw BusinessException.invalid("on", Text.of("shared.validation.required"));
        }
        Sql sql = Sql.in(database);
        Posting.Account account = Posting.hold(sql, customer);
        List<UUID> services = new SubscriptionRows(database).ofContract(contract, on);
        new Recorder(entities, database, clock, outbox).endContract(contract, on);
        LocalDate target = on.isAfter(clock.today()) ? on : clock.today();
        List<InvoiceLine> lines = new ArrayList<>();
        for (UUID service : services) {
            lines.addAll(sql.with(connection -> new NextLines(connection, reader).of(service, target)));
        }
        context.setRollbackOnly();
        BigDecimal total = lines.stream().map(InvoiceLine::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
        return new PreviewedEnd(
                on, lines, total, account.balance(), account.balance().subtract(total), account.currency());
    }
}
