package uplink.billing.invoice.boundary;

import jakarta.annotation.Resource;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import uplink.billing.invoice.control.InvoiceRows;
import uplink.billing.ledger.control.BillingEvents;
import uplink.billing.ledger.control.CreditAllocation;
import uplink.shared.Allowed;
import uplink.shared.BusinessClock;
import uplink.shared.BusinessException;
import uplink.shared.Callers;
import uplink.shared.Outbox;
import uplink.shared.Page;
import uplink.shared.PageRequest;
import uplink.shared.Permission;
import uplink.shared.Sql;
import uplink.shared.gather.Gathering;
import uplink.shared.gather.Part;
import uplink.shared.gather.Round;

/** Invoices: the customer's own, and everybody's for staff. */
@Stateless
@Allowed(Permission.BILLING_READ)
public class Invoices {

    private static final int AT_ONCE = 2000;
    private static final int OPEN_AT_ONCE = 10;

    @Resource(lookup = "jdbc/uplink")
    private DataSource database;

    @Inject
    private Gathering gathering;

    @Inject
    private BusinessClock clock;

    @Inject
    private Outbox outbox;

    /**
     * The caller's invoices, newest first, with who they are for; both are gathered at the same time, on a connection
     * each, so there is no transaction around them. Refusals: {@code unavailable} when neither was there in time.
     */
    @Allowed(Permission.SELF_READ)
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public OwnInvoices own(@Nullable InvoiceStatus status, PageRequest page) {
        UUID customer = Callers.current().requireCustomer();
        Round round = gathering.begin();
        Part<InvoiceOwner> owner =
                round.ask("customer", () -> rows().owner(customer).orElseThrow(BusinessException::notFound));
        Part<Page<InvoiceSummary>> invoices = round.ask("items", () -> ofCustomer(customer, status, page));
        return OwnInvoices.of(round.take(owner), round.take(invoices), round.gaps());
    }

    /** The caller's invoices that are not paid: the overdue ones first, at most ten of each kind. */
    @Allowed(Permission.SELF_READ)
    public List<InvoiceSummary> ownOpen() {
        UUID customer = Callers.current().requireCustomer();
        return Stream.of(InvoiceStatus.OVERDUE, InvoiceStatus.PENDING)
                .flatMap(status -> rows().ofCustomer(customer, status, null, OPEN_AT_ONCE).stream())
                .toList();
    }

    /** The caller's invoices, newest first. */
    @Allowed(Permission.SELF_READ)
    public Page<InvoiceSummary> ownPage(@Nullable InvoiceStatus status, PageRequest page) {
        return ofCustomer(Callers.current().requireCustomer(), status, page);
    }

    /**
     * The lines of some of the caller's invoices, explained in the reader's language, with one statement; nothing for
     * those that are not there or somebody else's.
     */
    @Allowed(Permission.SELF_READ)
    public Map<UUID, List<InvoiceLine>> ownLines(Collection<UUID> ids, Locale reader) {
        return rows().lines(Callers.current().requireCustomer(), ids, reader);
    }

    /** The same of any customer's. */
    public Map<UUID, List<InvoiceLine>> listLines(UUID customerId, Collection<UUID> ids, Locale reader) {
        return rows().lines(customerId, ids, reader);
    }

    /** Which lines of the caller's invoices were rendered before that day, oldest invoice first. */
    @Allowed(Permission.SELF_READ)
    public List<RenderedLine> ownRendered(LocalDate before) {
        return listRendered(Callers.current().requireCustomer(), before);
    }

    /** The same of any customer's. */
    public List<RenderedLine> listRendered(UUID customerId, LocalDate before) {
        return rows().rendered(customerId, before);
    }

    /** One of the caller's invoices with its lines explained in the reader's language; {@code not-found}. */
    @Allowed(Permission.SELF_READ)
    public InvoiceDetail own(UUID id, Locale reader) {
        UUID customer = Callers.current().requireCustomer();
        return rows().one(id, reader)
                .filter(invoice -> invoice.customerId().equals(customer))
                .orElseThrow(BusinessException::notFound);
    }

    /** Any invoice with its lines explained in the reader's language; {@code not-found}. */
    public InvoiceDetail get(UUID id, Locale reader) {
        return rows().one(id, reader).orElseThrow(BusinessException::notFound);
    }

    /** A customer's invoices, newest first. */
    public Page<InvoiceSummary> ofCustomer(UUID customerId, @Nullable InvoiceStatus status, PageRequest page) {
        return Page.of(
                rows().ofCustomer(customerId, status, page.before(), page.limit() + 1),
                page.limit(),
                invoice -> invoice.id().toString());
    }

    /** What a run has issued, newest first. */
    public Page<InvoiceSummary> ofRun(UUID runId, PageRequest page) {
        return Page.of(rows().ofRun(runId, page.before(), page.limit() + 1), page.limit(), invoice -> invoice.id()
                .toString());
    }

    /** Everybody's invoices whose number begins so, newest first; all of them when it is empty. */
    public Page<InvoiceSummary> numbered(String begins, @Nullable InvoiceStatus status, PageRequest page) {
        return Page.of(
                rows().numbered(begins, status, page.before(), page.limit() + 1), page.limit(), invoice -> invoice.id()
                        .toString());
    }

    /** A slice for the console. */
    public List<InvoiceSummary> list(InvoiceQuery query) {
        return rows().list(query);
    }

    /** How many invoices the query has in all. */
    public long count(InvoiceQuery query) {
        return rows().count(query);
    }

    /** Marks invoices whose due date has passed, some at a time; answers how many. Call again until none is left. */
    @Allowed(Permission.SYSTEM)
    @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
    public int markOverdue() {
        Sql sql = Sql.in(database);
        LocalDate today = clock.today();
        List<CreditAllocation.PaidInvoice> overdue = CreditAllocation.markOverdue(sql, today, AT_ONCE);
        BillingEvents.announce(sql, "billing.invoice.overdue", overdue, clock.instant());
        outbox.wakeRelay();
        return overdue.size();
    }

    private InvoiceRows rows() {
        return new InvoiceRows(Sql.in(database));
    }
}
