package uplink.document.boundary;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import uplink.shared.Ids;
import uplink.shared.Sql;

/** Invoices to print, and what is on the paper. */
public final class Papers {

    private Papers() {}

    public static UUID invoice(Sql sql, UUID customer, String kind, String amount) {
        UUID id = Ids.next();
        sql.update(
                """
                insert into invoices (id, customer_id, number, kind, status, amount, tax, currency, issued_on, due_date,
                    items, created_at, paid_at)
                values (?, ?, ?, ?, ?, ?, 0, 'RUB', '2026-12-01', '2026-12-20', '[]', now(),
                    case ? when 'credit-note' then now() end)""",
                id,
                customer,
                number(id),
                kind,
                kind.equals("invoice") ? "pending" : "paid",
                new BigDecimal(amount),
                kind);
        return id;
    }

    /** With one line, for a month from that day; below zero: a credit note. */
    static UUID invoice(Sql sql, UUID customer, LocalDate from, String amount) {
        BigDecimal sum = new BigDecimal(amount);
        UUID id = invoice(
                sql,
                customer,
                sum.signum() < 0 ? "credit-note" : "invoice",
                sum.abs().toPlainString());
        sql.update(
                """
                update invoices set items = json_build_array(json_build_object('sub', ?::text, 'tariff', ?::text,
                    'ru', 'Дом', 'en', 'Home', 'amount', ?::text, 'tax', '0.00', 'why', json_build_object('kind', 'recurring',
                    'cur', 'RUB', 'from', ?::text, 'to', ?::text, 'days', 30, 'of', 30, 'price', ?::text, 'amount', ?::text)))
                where id = ?""",
                UUID.randomUUID(),
                UUID.randomUUID(),
                amount,
                from,
                from.plusMonths(1),
                amount,
                amount,
                id);
        return id;
    }

    public static String number(UUID invoice) {
        return "Д-" + invoice.toString().substring(24);
    }

    public static String text(byte[] pdf) {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document).replace('\u00A0', ' ');
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
