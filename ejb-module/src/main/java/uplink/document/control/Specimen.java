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
import uplink.billing.ledger.boundary.AccountMovement;
import uplink.billing.ledger.boundary.AccountStatement;
import uplink.billing.ledger.boundary.TransferType;
import uplink.billing.requisites.boundary.Requisites;
import uplink.document.boundary.TemplateKind;
import uplink.shared.QrCode;

/** Made-up things that have every field, for templates to be tried on. */
public final class Specimen {

    private static final UUID NOBODY = new UUID(0, 0);
    private static final LocalDate MONTH = LocalDate.of(2026, 12, 1);
    private static final String NUMBER = "000123";
    private static final String ROUBLES = "RUB";
    private static final BigDecimal PRICE = new BigDecimal("650.00");
    private static final BigDecimal TAX = new BigDecimal("117.21");
    private static final Payer PAYER = new Payer(
            "Константинопольский Константин Константинович",
            "UL-0001234",
            "500100732259",
            "770701001",
            "304500116000157",
            "101000, Москва, ул. Мясницкая, 26",
            "ПАО Сбербанк",
            "044525225",
            "40802810338000012345");
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

    public static PaperModel of(TemplateKind kind) {
        return switch (kind) {
            case INVOICE -> invoice();
            case RECEIPT -> issued(receipt());
            case ACT -> issued(ActFacts.of(PAYER, PAYEE, MONTH, lines()));
            case STATEMENT -> issued(statement());
            case CONTRACT -> issued(contract());
        };
    }

    /** Partly settled. */
    static InvoiceModel invoice() {
        List<InvoiceLine> lines = lines();
        BigDecimal many = new BigDecimal(lines.size());
        InvoiceDetail invoice = new InvoiceDetail(
                NOBODY,
                "26-0001234",
                InvoiceKind.INVOICE,
                InvoiceStatus.PENDING,
                PRICE.multiply(many),
                TAX.multiply(many),
                PRICE.multiply(many).subtract(BigDecimal.TEN),
                ROUBLES,
                MONTH,
                MONTH.plusDays(19),
                null,
                NOBODY,
                PAYER.name(),
                PAYER.contract(),
                null,
                lines);
        return new InvoiceModel(
                invoice,
                new Letterhead(PAYER, PAYEE, logo()),
                Base64.getEncoder().encodeToString(QrCode.large("Uplink")),
                MONTH);
    }

    private static IssuedModel issued(Facts facts) {
        return new IssuedModel(NUMBER, MONTH.plusMonths(1), facts, logo(), lines());
    }

    private static ReceiptFacts receipt() {
        return new ReceiptFacts(
                PAYER,
                PAYEE,
                MONTH.atTime(14, 5),
                PRICE,
                BigDecimal.TEN.setScale(2),
                ROUBLES,
                "cash",
                "26-0001234",
                "за декабрь",
                "Кассирова К. К.");
    }

    /** The customer owes. */
    private static StatementFacts statement() {
        return new StatementFacts(
                PAYER,
                PAYEE,
                new AccountStatement(
                        MONTH,
                        MONTH.plusMonths(1),
                        new BigDecimal("-650.00"),
                        List.of(
                                new AccountMovement(MONTH, TransferType.INVOICE, PRICE.negate(), "26-0001234", MONTH),
                                new AccountMovement(MONTH.plusDays(9), TransferType.PAYMENT, PRICE, null, null)),
                        ROUBLES));
    }

    private static ContractFacts contract() {
        return new ContractFacts(
                PAYER,
                PAYEE,
                PAYER.contract(),
                MONTH,
                MONTH.plusYears(1),
                1,
                "Москва, Мясницкая, 26-7",
                "+79161234567",
                "konstantin@example.org",
                ROUBLES,
                List.of(
                        new ContractFacts.Service("Домашний 300", "Home 300", PRICE, "P1M", MONTH),
                        new ContractFacts.Service("Статический адрес", "Static address", TAX, "P1M", MONTH)));
    }

    private static List<InvoiceLine> lines() {
        return IntStream.rangeClosed(1, 3)
                .mapToObj(no -> line("Домашний 300 – " + no))
                .toList();
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
                ROUBLES,
                "01.12.2026 – 31.12.2026");
    }

    private static String logo() {
        return Base64.getEncoder().encodeToString(Logo.example());
    }
}
