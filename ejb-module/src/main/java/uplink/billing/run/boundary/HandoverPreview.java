package uplink.billing.run.boundary;

import jakarta.annotation.Resource;
import jakarta.ejb.SessionContext;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
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
import uplink.billing.subscription.boundary.Handover;
import uplink.billing.subscription.boundary.HandoverWish;
import uplink.billing.subscription.boundary.Handovers;
import uplink.billing.subscription.control.SubscriptionRows;
import uplink.billing.subscription.control.TerminationRows;
import uplink.shared.Allowed;
import uplink.shared.BusinessClock;
import uplink.shared.BusinessException;
import uplink.shared.Permission;
import uplink.shared.Sql;

/**
 * Shows what handing a contract over would cost or give back to both: it is really done and rated, in a transaction of its
 * own that is always rolled back.
 */
@Stateless
@Allowed(Permission.CUSTOMER_WRITE)
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class HandoverPreview {

    /** A preview needs none, what is done does. */
    private static final String NO_REASON = "…";

    @Resource(lookup = "jdbc/uplink")
    private DataSource database;

    @Resource
    private SessionContext context;

    @Inject
    private BusinessClock clock;

    @Inject
    private Handovers handovers;

    /** Refusals as of {@link Handovers#handOver}. */
    public PreviewedHandover of(UUID contract, HandoverWish wish, Locale reader) {
        UUID customer = new TerminationRows(database)
                .owner(contract)
                .orElseThrow(BusinessException::notFound)
                .customer();
        List<UUID> services =
                wish.on() == null ? List.of() : new SubscriptionRows(database).ofContract(contract, wish.on());
        Handover done = handovers.handOver(
                contract, new HandoverWish(wish.on(), wish.customerId(), wish.customer(), wish.number(), NO_REASON));
        context.setRollbackOnly();
        LocalDate target = done.on().isAfter(clock.today()) ? done.on() : clock.today();
        List<InvoiceLine> last = lines(services, target, reader);
        List<InvoiceLine> first =
                lines(new SubscriptionRows(database).ofContract(done.newContractId(), done.on()), target, reader);
        Posting.Account account = Posting.hold(Sql.in(database), customer);
        BigDecimal total = sum(last);
        PreviewedEnd end = new PreviewedEnd(
                done.on(), last, total, account.balance(), account.balance().subtract(total), account.currency());
        return new PreviewedHandover(done.on(), end, first, sum(first), account.currency());
    }

    private List<InvoiceLine> lines(List<UUID> services, LocalDate target, Locale reader) {
        List<InvoiceLine> lines = new ArrayList<>();
        for (UUID service : services) {
            lines.addAll(Sql.in(database).with(connection -> new NextLines(connection, reader).of(service, target)));
        }
        return lines;
    }

    private static BigDecimal sum(List<InvoiceLine> lines) {
        return lines.stream().map(InvoiceLine::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
