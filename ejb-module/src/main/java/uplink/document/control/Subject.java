package uplink.document.control;

import java.util.Locale;
import java.util.UUID;
import uplink.billing.invoice.boundary.InvoiceDetail;
import uplink.document.boundary.DocumentKind;
import uplink.document.boundary.TemplateKind;
import uplink.shared.Coded;

/** What a file is of. */
public record Subject(UUID id, DocumentKind kind, String number) {

    static Subject of(InvoiceDetail invoice) {
        return new Subject(
                invoice.id(), Coded.of(DocumentKind.class, invoice.kind().code()), invoice.number());
    }

    boolean isInvoice() {
        return kind.template() == TemplateKind.INVOICE;
    }

    /** Numbers may be in Cyrillic letters, names of files in old mail programs may not. */
    String fileName(Locale language) {
        return kind.code() + plain(number).replaceAll("^-?", "-") + "-" + language.getLanguage() + ".pdf";
    }

    static String plain(String number) {
        return number.replaceAll("[^A-Za-z0-9]+", "-");
    }
}
