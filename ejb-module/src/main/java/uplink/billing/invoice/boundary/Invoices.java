package uplink.billing.invoice.boundary;

import jakarta.annotation.Resource;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;
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

/** Invoices: the customer's own, and everybody's for staff. */
@Stateless
@Allowed(Permission.BILLING_READ)
public class Invoices {

    private static final int AT_ONCE = 2000;

    @Resource(lookup = "jdbc/uplink")
    private DataSource database;

    @Resource
    private ManagedExecutorService threads;

    @Inject
    private BusinessClock clock;

    @Inject
    private Outbox outbox;

    /**
     * The caller's invoices, newest first, with who they are for; both are gathered at the same time, on a connection
     * each, so there is no transaction around them.
     */
    @Allowed(Permission.SELF_READ)
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public OwnInvoices own(@Nullable InvoiceStatus status, PageRequest page) {
        UUID customer = Callers.current().requireCustomer();
        CompletableFuture<InvoiceOwner> owner =
                meanwhile(() -> rows().owner(customer).orElseThrow(BusinessException::notFound));
        Page<InvoiceSummary> invoices = ofCustomer(customer, status, page);
        return new OwnInvoices(result(owner), invoices.items(), invoices.nextCursor());
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

    private <T> CompletableFuture<T> meanwhile(Supplier<T> work) {
        return CompletableFuture.supplyAsync(work, threads);
    }

    private static <T> T result(CompletableFuture<T> future) {
        try {
            return future.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException failure ? failure : e;
        }
    }

    private InvoiceRows rows() {
        return new InvoiceRows(Sql.in(database));
    }
}
