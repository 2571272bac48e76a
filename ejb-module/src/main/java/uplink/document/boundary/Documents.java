package uplink.document.boundary;

import jakarta.annotation.Resource;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import uplink.billing.requisites.boundary.ProviderRequisites;
import uplink.document.control.Books;
import uplink.document.control.DocumentRows;
import uplink.document.control.Issued;
import uplink.document.control.OrderRules;
import uplink.document.control.OwnBooks;
import uplink.document.control.PaperDesk;
import uplink.document.control.PaperRows;
import uplink.document.control.StaffBooks;
import uplink.shared.Allowed;
import uplink.shared.BusinessClock;
import uplink.shared.BusinessException;
import uplink.shared.Callers;
import uplink.shared.Page;
import uplink.shared.PageRequest;
import uplink.shared.Permission;
import uplink.shared.Sql;
import uplink.shared.Text;

/**
 * Papers: what they say is settled when they are issued; their files are made when they are first asked for, in the reader's
 * language, and handed out as they were made for ever after. Printing takes a while, so no transaction waits for it. Refusals
 * of all files: {@code not-found}, {@code unavailable} while too many are being made.
 */
@Stateless
@Allowed(Permission.SELF_READ)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class Documents {

    @Resource(lookup = "jdbc/uplink")
    private DataSource database;

    @Inject
    private OwnBooks ownBooks;

    @Inject
    private StaffBooks staffBooks;

    @Inject
    private ProviderRequisites requisites;

    @Inject
    private BusinessClock clock;

    /** What the caller was issued, newest first. */
    public Page<DocumentSummary> own(PageRequest page) {
        return page(Callers.current().requireCustomer(), page);
    }

    /** What a customer was issued, newest first; {@code not-found}. */
    @Allowed(Permission.BILLING_READ)
    public Page<DocumentSummary> ofCustomer(UUID customer, PageRequest page) {
        files().requireCustomer(customer);
        return page(customer, page);
    }

    /** A slice of the same for the console. */
    @Allowed(Permission.BILLING_READ)
    public List<DocumentSummary> list(UUID customer, int first, int size) {
        return files().ofCustomer(customer, null, size, first);
    }

    /** How many papers a customer was issued. */
    @Allowed(Permission.BILLING_READ)
    public long count(UUID customer) {
        return files().count(customer);
    }

    /** One of the caller's files. */
    public Paper own(UUID id, Locale reader) {
        Locale language = Text.supported(reader);
        if (files().isInvoice(id)) {
            return desk(ownBooks).invoice(id, language);
        }
        UUID customer = Callers.current().requireCustomer();
        Issued paper = papers().find(id)
                .filter(issued -> issued.customerId().equals(customer))
                .orElseThrow(BusinessException::notFound);
        return desk(ownBooks).file(paper, language);
    }

    /** The file of anything that was issued. */
    @Allowed(Permission.BILLING_READ)
    public Paper get(UUID id, Locale reader) {
        Locale language = Text.supported(reader);
        return files().isInvoice(id)
                ? desk(staffBooks).invoice(id, language)
                : desk(staffBooks).file(papers().find(id).orElseThrow(BusinessException::notFound), language);
    }

    /** The file of any invoice or credit note. */
    @Allowed(Permission.BILLING_READ)
    public Paper ofInvoice(UUID id, Locale reader) {
        return desk(staffBooks).invoice(id, Text.supported(reader));
    }

    /** The file of an invoice as it was handed out in that language, when it is no larger; nothing is made. */
    @Allowed(Permission.SYSTEM)
    public Optional<Paper> findMade(UUID invoice, Locale reader, long mostBytes) {
        return files().findInvoice(invoice, Text.supported(reader), mostBytes);
    }

    /** The receipt of one of the caller's payments; {@code invalid-state} unless money has come by it. */
    public Paper ownReceipt(UUID payment, Locale reader) {
        return receipt(ownBooks, payment, reader);
    }

    /** The receipt of any payment; the same. */
    @Allowed(Permission.PAYMENT_READ)
    public Paper receipt(UUID payment, Locale reader) {
        return receipt(staffBooks, payment, reader);
    }

    /** One of the caller's contracts as it is agreed now. */
    public Paper ownContract(UUID contract, Locale reader) {
        return contract(ownBooks, contract, reader);
    }

    /** Any contract as it is agreed now. */
    @Allowed(Permission.CUSTOMER_READ)
    public Paper contract(UUID contract, Locale reader) {
        return contract(staffBooks, contract, reader);
    }

    /**
     * Issues a paper to the caller, or answers the one that says the same. Refusals: {@code validation}; {@code not-allowed} for
     * an act of a month in which nothing was rendered.
     */
    @Allowed(Permission.SELF_WRITE)
    public DocumentSummary issueOwn(DocumentOrder order) {
        return issue(ownBooks, Callers.current().requireCustomer(), order);
    }

    /** The same for any customer; {@code not-found}. */
    @Allowed(Permission.BILLING_READ)
    public DocumentSummary issue(UUID customer, DocumentOrder order) {
        return issue(staffBooks, customer, order);
    }

    private DocumentSummary issue(Books books, UUID customer, DocumentOrder order) {
        OrderRules.Checked wanted = OrderRules.check(order, clock.today());
        LocalDate from = wanted.from();
        Issued paper = wanted.kind() == DocumentKind.ACT
                ? desk(books).act(customer, from)
                : desk(books).statement(customer, from, wanted.to());
        return papers().summary(paper.id());
    }

    private Paper receipt(Books books, UUID payment, Locale reader) {
        return desk(books).file(desk(books).receipt(payment), Text.supported(reader));
    }

    private Paper contract(Books books, UUID contract, Locale reader) {
        return desk(books).file(desk(books).contract(contract), Text.supported(reader));
    }

    private Page<DocumentSummary> page(UUID customer, PageRequest page) {
        return Page.of(
                files().ofCustomer(customer, page.before(), page.limit() + 1, 0), page.limit(), paper -> paper.id()
                        .toString());
    }

    private PaperDesk desk(Books books) {
        return new PaperDesk(Sql.in(database), books, requisites.findPublic().orElse(null), clock.instant());
    }

    private DocumentRows files() {
        return new DocumentRows(Sql.in(database));
    }

    private PaperRows papers() {
        return new PaperRows(Sql.in(database));
    }
}
