package uplink.web.document;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import uplink.document.boundary.DocumentKind;
import uplink.document.boundary.DocumentOrder;
import uplink.document.boundary.DocumentSummary;
import uplink.document.boundary.Documents;
import uplink.shared.BusinessClock;
import uplink.web.shell.Go;
import uplink.web.shell.Reader;
import uplink.web.shell.Rows;

/** What a customer was issued, and the forms for another act or statement. */
@Named
@ViewScoped
public class DocumentAction implements Serializable {

    private static final long serialVersionUID = 1L;
    private static final int MONTHS = 24;

    @Inject
    private Documents documents;

    @Inject
    private BusinessClock clock;

    @Inject
    private Reader reader;

    private @Nullable String month;
    private @Nullable LocalDate from;
    private @Nullable LocalDate to;
    private @Nullable Rows<DocumentSummary> rows;

    /** A customer's, newest first. */
    public Rows<DocumentSummary> rows(UUID customer) {
        if (rows == null) {
            rows = new Rows<>(
                    (first, size, column, ascending) -> documents.list(customer, first, size),
                    () -> documents.count(customer));
        }
        return rows;
    }

    /** Months that are over, the last first. */
    public List<String> getMonths() {
        return Stream.iterate(lastMonth(), before -> before.minusMonths(1))
                .limit(MONTHS)
                .map(YearMonth::toString)
                .toList();
    }

    /** For example {@code ноябрь 2026}. */
    public String name(String of) {
        return YearMonth.parse(of).format(DateTimeFormatter.ofPattern("LLLL yyyy", reader.getLocale()));
    }

    public void issueAct(UUID customer) {
        issue(
                customer,
                new DocumentOrder(DocumentKind.ACT, YearMonth.parse(getMonth()).atDay(1), null));
    }

    public void issueStatement(UUID customer) {
        issue(customer, new DocumentOrder(DocumentKind.STATEMENT, getFrom(), getTo().plusDays(1)));
    }

    private void issue(UUID customer, DocumentOrder order) {
        DocumentSummary issued = documents.issue(customer, order);
        Go.to(
                "/customer?tab=documents&id=" + customer,
                "document.issued." + issued.kind().code(),
                issued.number());
    }

    private YearMonth lastMonth() {
        return YearMonth.from(clock.today()).minusMonths(1);
    }

    public String getMonth() {
        return month == null ? lastMonth().toString() : month;
    }

    public void setMonth(@Nullable String month) {
        this.month = month;
    }

    public LocalDate getFrom() {
        return from == null ? lastMonth().atDay(1) : from;
    }

    public void setFrom(@Nullable LocalDate from) {
        this.from = from;
    }

    /** The last day of the period: people do not read the day after it. */
    public LocalDate getTo() {
        return to == null ? lastMonth().atEndOfMonth() : to;
    }

    public void setTo(@Nullable LocalDate to) {
        this.to = to;
    }
}
