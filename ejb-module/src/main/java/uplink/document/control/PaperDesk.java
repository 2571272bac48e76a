package uplink.document.control;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import uplink.billing.invoice.boundary.InvoiceDetail;
import uplink.billing.invoice.boundary.RenderedLine;
import uplink.billing.requisites.boundary.Requisites;
import uplink.document.boundary.Paper;
import uplink.document.boundary.TemplateKind;
import uplink.shared.BusinessClock;
import uplink.shared.DatabaseException;
import uplink.shared.Sql;

/**
 * Makes papers for one caller: what is there is handed out, what is not is issued and printed. No transaction waits for that:
 * each statement is one of its own, and the constraints decide between two who come at once.
 */
public final class PaperDesk {

    private final Sql sql;
    private final PaperRows papers;
    private final Books books;
    private final Drafts drafts;
    private final @Nullable Requisites payee;
    private final Instant now;

    public PaperDesk(Sql sql, Books books, @Nullable Requisites payee, Instant now) {
        this.sql = sql;
        this.papers = new PaperRows(sql);
        this.books = books;
        this.drafts = new Drafts(sql, books, payee);
        this.payee = payee;
        this.now = now;
    }

    /** Prints a specimen, so that everything that printing needs is in memory. */
    public static void warm() {
        Locale language = Locale.forLanguageTag("ru");
        PaperModel specimen = Specimen.of(TemplateKind.INVOICE);
        PdfPress.print(Templates.filled(TemplateRows.released(TemplateKind.INVOICE, language), specimen.in(language)));
    }

    /** The file of an invoice or a credit note. */
    public Paper invoice(UUID id, Locale language) {
        InvoiceDetail invoice = books.invoice(id, language);
        return file(Subject.of(invoice), language, () -> model(invoice));
    }

    /** The file of what was issued. */
    public Paper file(Issued paper, Locale language) {
        return file(paper.subject(), language, () -> model(paper, language));
    }

    private Paper file(Subject subject, Locale language, Supplier<PaperModel> model) {
        DocumentRows files = new DocumentRows(sql);
        return files.find(subject, language).orElseGet(() -> {
            TemplateRows.Version template =
                    new TemplateRows(sql).current(subject.kind().template(), language);
            byte[] pdf =
                    PdfPress.print(Templates.filled(template.body(), model.get().in(language)));
            return files.keep(subject, language, template.no(), pdf, now);
        });
    }

    public PaperModel model(InvoiceDetail invoice) {
        Payer payer = new DocumentRows(sql).payer(invoice.customerId());
        return new InvoiceModel(
                invoice, new Letterhead(payer, payee, logo()), books.code(invoice.id()), BusinessClock.day(now));
    }

    public PaperModel model(Issued paper, Locale language) {
        return new IssuedModel(
                paper.subject().number(),
                paper.issuedOn(),
                paper.facts(),
                logo(),
                drafts.lines(paper.customerId(), papers.lines(paper.id()), language));
    }

    /** As it would be issued today, without a number where it would be given one. */
    PaperModel model(Draft draft, List<RenderedLine> lines, Locale language) {
        return new IssuedModel(
                draft.number() == null ? "—" : draft.number(),
                BusinessClock.day(now),
                draft.facts(),
                logo(),
                drafts.lines(draft.customer(), Drafts.byInvoice(lines), language));
    }

    /** The receipt of a payment. */
    public Issued receipt(UUID payment) {
        Draft draft = drafts.receipt(books.payment(payment));
        return papers.ofPayment(payment).orElseGet(() -> issue(draft));
    }

    /** The contract as it is agreed now: issued anew when that has changed. */
    public Issued contract(UUID contract) {
        return issue(drafts.contract(books.contract(contract)));
    }

    /** What the ledger says now: issued anew when that has changed. */
    public Issued statement(UUID customer, LocalDate from, LocalDate to) {
        return issue(drafts.statement(customer, from, to));
    }

    /** The act of a month, with what was rendered in months that have theirs and is in none. */
    public Issued act(UUID customer, LocalDate month) {
        return papers.act(customer, month).orElseGet(() -> {
            try {
                return issueAct(customer, month);
            } catch (DatabaseException e) {
                if (!e.isBrokenConstraint()) {
                    throw e;
                }
                return issueAct(customer, month); // the act of another month was quicker to take a line
            }
        });
    }

    private Issued issueAct(UUID customer, LocalDate month) {
        List<RenderedLine> lines = drafts.rendered(customer, month);
        return papers.issue(drafts.act(customer, month, lines), lines, BusinessClock.day(now), now);
    }

    private Issued issue(Draft draft) {
        return papers.issue(draft, List.of(), BusinessClock.day(now), now);
    }

    private @Nullable String logo() {
        return new LogoRow(sql).find().orElse(null);
    }
}
