package uplink.document.boundary;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.UUID;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import uplink.shared.Ids;
import uplink.shared.Sql;

/** Invoices to print, and what is on the paper. */
final class Papers {

    private Papers() {}

    static UUID invoice(Sql sql, UUID customer, String kind, String amount) {
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

    static String number(UUID invoice) {
        return "Д-" + invoice.toString().substring(24);
    }

    static String text(byte[] pdf) {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document).replace('\u00A0', ' ');
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
