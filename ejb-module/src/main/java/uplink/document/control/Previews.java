package uplink.document.control;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uplink.billing.invoice.boundary.RenderedLine;
import uplink.billing.requisites.boundary.Requisites;
import uplink.document.boundary.DocumentKind;
import uplink.document.boundary.TemplateKind;
import uplink.shared.BusinessClock;
import uplink.shared.BusinessException;
import uplink.shared.Sql;
import uplink.shared.Text;

/** What a template is looked at with: a specimen, a paper of that number, or what that customer would be given today. */
public final class Previews {

    private static final int MONTHS = 3;

    private final Books books;
    private final PaperDesk desk;
    private final Drafts drafts;
    private final DraftRows rows;
    private final PaperRows papers;
    private final DocumentRows documents;
    private final LocalDate today;

    public Previews(Sql sql, Books books, @Nullable Requisites payee, Instant now) {
        this.books = books;
        this.desk = new PaperDesk(sql, books, payee, now);
        this.drafts = new Drafts(sql, books, payee);
        this.rows = new DraftRows(sql);
        this.papers = new PaperRows(sql);
        this.documents = new DocumentRows(sql);
        this.today = BusinessClock.day(now);
    }

    /**
     * Refusals: {@code validation}.
     *
     * @param number of a paper of that kind, or of a contract; empty: the specimen
     */
    public PaperModel of(TemplateKind kind, String number, Locale language) {
        return number.isEmpty()
                ? Specimen.of(kind)
                : found(kind, number, language).orElseThrow(Previews::unknown);
    }

    private Optional<PaperModel> found(TemplateKind kind, String number, Locale language) {
        return switch (kind) {
            case INVOICE -> documents.newestInvoice(number).map(id -> desk.model(books.invoice(id, language)));
            case RECEIPT ->
                issued(DocumentKind.RECEIPT, number, language).or(() -> rows.customer(number)
                        .flatMap(rows::payment)
                        .map(payment -> draft(drafts.receipt(books.payment(payment)), language)));
            case ACT ->
                issued(DocumentKind.ACT, number, language)
                        .or(() -> rows.customer(number).flatMap(customer -> act(customer, language)));
            case STATEMENT ->
                issued(DocumentKind.STATEMENT, number, language).or(() -> rows.customer(number)
                        .map(customer -> draft(
                                drafts.statement(
                                        customer, today.withDayOfMonth(1).minusMonths(MONTHS), today.plusDays(1)),
                                language)));
            case CONTRACT -> rows.contract(number).map(id -> draft(drafts.contract(books.contract(id)), language));
        };
    }

    private Optional<PaperModel> issued(DocumentKind kind, String number, Locale language) {
        return papers.numbered(kind, number).map(paper -> desk.model(paper, language));
    }

    private PaperModel draft(Draft draft, Locale language) {
        return desk.model(draft, List.of(), language);
    }

    /** Of the last month in which anything was rendered. */
    private Optional<PaperModel> act(UUID customer, Locale language) {
        return books.rendered(customer, today.withDayOfMonth(1).plusMonths(1)).stream()
                .map(line -> line.lastDay().withDayOfMonth(1))
                .max(LocalDate::compareTo)
                .map(month -> papers.act(customer, month)
                        .map(paper -> desk.model(paper, language))
                        .orElseGet(() -> act(customer, month, language)));
    }

    private PaperModel act(UUID customer, LocalDate month, Locale language) {
        List<RenderedLine> lines = drafts.rendered(customer, month);
        return desk.model(drafts.act(customer, month, lines), lines, language);
    }

    private static BusinessException unknown() {
        return BusinessException.invalid("number", Text.of("document.no-such-number"));
    }
}
