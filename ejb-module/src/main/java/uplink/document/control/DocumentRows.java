package uplink.document.control;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import uplink.billing.invoice.boundary.InvoiceDetail;
import uplink.document.boundary.Paper;
import uplink.shared.BusinessException;
import uplink.shared.Sql;

/** Table {@code documents}: written once. */
public final class DocumentRows {

    private final Sql sql;

    public DocumentRows(Sql sql) {
        this.sql = sql;
    }

    /** As it was made, if it was. */
    public Optional<Paper> find(InvoiceDetail invoice, Locale language) {
        return sql.first(
                "select pdf, sha256 from documents where invoice_id = ? and language = ?",
                row -> new Paper(name(invoice, language), row.getBytes(1), row.getString(2)),
                invoice.id(),
                language.getLanguage());
    }

    /** Keeps it, unless somebody else was quicker; answers what is kept. */
    public Paper keep(InvoiceDetail invoice, Locale language, int template, byte[] pdf, Instant now) {
        sql.update(
                """
                insert into documents (invoice_id, language, template_no, pdf, made_at) values (?, ?, ?, ?, ?)
                on conflict do nothing""",
                invoice.id(),
                language.getLanguage(),
                template,
                pdf,
                now);
        return find(invoice, language).orElseThrow(BusinessException::notFound);
    }

    public Payer payer(UUID customer) {
        return sql.first(
                        """
                        select coalesce(r.legal_name, c.full_name), c.inn, r.kpp, r.legal_address
                        from customers c left join customer_requisites r on r.customer_id = c.id where c.id = ?""",
                        row -> new Payer(row.getString(1), row.getString(2), row.getString(3), row.getString(4)),
                        customer)
                .orElseThrow(BusinessException::notFound);
    }

    /** The newest invoice or credit note of that number, or of the customer with that contract. */
    public Optional<UUID> newest(String number) {
        return sql.first(
                """
                select i.id from invoices i where i.number = ?
                union all (select i.id from invoices i join customers c on c.id = i.customer_id
                    where c.contract_number = ? order by i.id desc limit 1)""",
                row -> row.getObject(1, UUID.class),
                number,
                number);
    }

    /** Numbers may be in Cyrillic letters, names of files in old mail programs may not. */
    private static String name(InvoiceDetail invoice, Locale language) {
        String number = invoice.number().replaceAll("[^A-Za-z0-9]+", "-");
        return invoice.kind().code() + number.replaceAll("^-?", "-") + "-" + language.getLanguage() + ".pdf";
    }
}
