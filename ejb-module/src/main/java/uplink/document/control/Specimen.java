package uplink.document.control;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import uplink.billing.invoice.boundary.InvoiceDetail;
import uplink.billing.invoice.boundary.InvoiceKind;
import uplink.billing.invoice.boundary.InvoiceLine;
import uplink.billing.invoice.boundary.InvoiceStatus;
import uplink.billing.requisites.boundary.Requisites;
import uplink.document.boundary.TemplateKind;
import uplink.shared.QrCode;

/** Made-up things that have every field, for templates to be tried on. */
public final class Specimen {

    private static final UUID NOBODY = new UUID(0, 0);
    private static final LocalDate MONTH = LocalDate.of(2026, 12, 1);
    private static final BigDecimal PRICE = new BigDecimal("650.00");
    private static final BigDecimal TAX = new BigDecimal("117.21");
    private static final Requisites PAYEE = new Requisites(
            "ООО «Аплинк»",
            "7707083893",
            "770701001",
            "40702810438000060473",
            "ПАО Сбербанк",
            "044525225",
            "30101810400000000225",
            "",
            "127006, Москва, Настасьинский пер., 7",
            null);

    private Specimen() {}

    public static InvoiceModel of(TemplateKind kind) {
        return switch (kind) {
            case INVOICE ->
                invoice(IntStream.rangeClosed(1, 3)
                        .mapToObj(no -> line("Домашний 300 – " + no))
                        .toList());
        };
    }

    /** Partly settled. */
    private static InvoiceModel invoice(List<InvoiceLine> lines) {
        BigDecimal many = new BigDecimal(lines.size());
        InvoiceDetail invoice = new InvoiceDetail(
                NOBODY,
                "26-0001234",
                InvoiceKind.INVOICE,
                InvoiceStatus.PENDING,
                PRICE.multiply(many),
                TAX.multiply(many),
                PRICE.multiply(many).subtract(BigDecimal.TEN),
                "RUB",
                MONTH,
                MONTH.plusDays(19),
                null,
                NOBODY,
                "Константинопольский Константин Константинович",
                "UL-0001234",
                null,
                lines);
        return new InvoiceModel(
                invoice,
                new Payer(invoice.customerName(), "500100732259", "770701001", "101000, Москва, ул. Мясницкая, 26"),
                PAYEE,
                Base64.getEncoder().encodeToString(QrCode.large("Uplink")),
                Base64.getEncoder().encodeToString(Logo.example()),
                MONTH);
    }

    private static InvoiceLine line(String title) {
        return new InvoiceLine(
                NOBODY,
                NOBODY,
                "recurring",
                title,
                MONTH,
                MONTH.plusMonths(1),
                31,
                31,
                PRICE,
                PRICE,
                TAX,
                new BigDecimal("22"),
                "RUB",
                "01.12.2026 – 31.12.2026");
    }
}
