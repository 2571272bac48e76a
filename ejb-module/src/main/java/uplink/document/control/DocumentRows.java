package uplink.document.control;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uplink.document.boundary.DocumentKind;
import uplink.document.boundary.DocumentSummary;
import uplink.document.boundary.Paper;
import uplink.shared.BusinessException;
import uplink.shared.Coded;
import uplink.shared.Sql;

/** Table {@code documents}: written once; and the list of what was issued, whether a file was made of it or not. */
public final class DocumentRows {

    private final Sql sql;

    public DocumentRows(Sql sql) {
        this.sql = sql;
    }

    /** As it was made, if it was. */
    Optional<Paper> find(Subject subject, Locale language) {
        return sql.first(
                "select pdf, sha256 from documents where subject_id = ? and language = ?",
                row -> new Paper(subject.fileName(language), row.getBytes(1), row.getString(2)),
                subject.id(),
                language.getLanguage());
    }

    /** The file of an invoice or a credit note, if it was made and is no larger. */
    public Optional<Paper> findInvoice(UUID id, Locale language, long mostBytes) {
        return sql.first(
                """
                select i.kind, i.number, d.pdf, d.sha256 from documents d join invoices i on i.id = d.invoice_id
                where d.invoice_id = ? and d.language = ? and octet_length(d.pdf) <= ?""",
                row -> new Paper(
                        new Subject(id, Coded.of(DocumentKind.class, row.getString(1)), row.getString(2))
                                .fileName(language),
                        row.getBytes(3),
                        row.getString(4)),
                id,
                language.getLanguage(),
                mostBytes);
    }

    /** Keeps it, unless somebody else was quicker; answers what is kept. */
    Paper keep(Subject subject, Locale language, int template, byte[] pdf, Instant now) {
        sql.update(
                """
                insert into documents (invoice_id, paper_id, language, template_no, pdf, made_at)
                values (?, ?, ?, ?, ?, ?) on conflict do nothing""",
                subject.isInvoice() ? subject.id() : null,
                subject.isInvoice() ? null : subject.id(),
                language.getLanguage(),
                template,
                pdf,
                now);
        return find(subject, language).orElseThrow(BusinessException::notFound);
    }

    /** Everything that a customer was issued, newest first. */
    public List<DocumentSummary> ofCustomer(UUID customer, @Nullable UUID before, int limit, int offset) {
        int reach = limit + offset;
        return sql.list(
                """
                select * from (
                    (select i.id, i.kind, i.number, i.issued_on, i.amount, i.currency, null::date, null::date from invoices i
                        where i.customer_id = ? and (?::uuid is null or i.id < ?) order by i.id desc limit ?)
                    union all
                    (select p.id, p.kind, p.number, p.issued_on, p.amount, p.currency, p.from_day, p.to_day from papers p
                        where p.customer_id = ? and (?::uuid is null or p.id < ?) order by p.id desc limit ?)) d
                order by 1 desc limit ? offset ?""",
                DocumentRows::summary,
                customer,
                before,
                before,
                reach,
                customer,
                before,
                before,
                reach,
                limit,
                offset);
    }

    public long count(UUID customer) {
        return sql.number(
                """
                select (select count(*) from invoices where customer_id = ?)
                    + (select count(*) from papers where customer_id = ?)""",
                customer,
                customer);
    }

    /** Whether that is an invoice or a credit note. */
    public boolean isInvoice(UUID id) {
        return sql.number("select count(*) from invoices where id = ?", id) > 0;
    }

    /** {@code not-found} */
    public void requireCustomer(UUID customer) {
        payer(customer);
    }

    /** {@code not-found} */
    Payer payer(UUID customer) {
        return sql.first(
                        """
                        select coalesce(r.legal_name, c.full_name), c.contract_number, c.inn, r.kpp, r.ogrn,
                            r.legal_address, r.bank_name, r.bic, r.account
                        from customers c left join customer_requisites r on r.customer_id = c.id where c.id = ?""",
                        row -> new Payer(
                                row.getString(1),
                                row.getString(2),
                                row.getString(3),
                                row.getString(4),
                                row.getString(5),
                                row.getString(6),
                                row.getString(7),
                                row.getString(8),
                                row.getString(9)),
                        customer)
                .orElseThrow(BusinessException::notFound);
    }

    /** The newest invoice or credit note of that number, or of the customer with that contract. */
    Optional<UUID> newestInvoice(String number) {
        return sql.first(
                """
                select i.id from invoices i where i.number = ?
                union all (select i.id from invoices i join customers c on c.id = i.customer_id
                    where c.contract_number = ? order by i.id desc limit 1)""",
                row -> row.getObject(1, UUID.class),
                number,
                number);
    }

    static DocumentSummary summary(ResultSet row) throws SQLException {
        return new DocumentSummary(
                row.getObject(1, UUID.class),
                Coded.of(DocumentKind.class, row.getString(2)),
                row.getString(3),
                row.getObject(4, LocalDate.class),
                row.getBigDecimal(5),
                row.getString(6),
                row.getObject(7, LocalDate.class),
                row.getObject(8, LocalDate.class));
    }
}
