package uplink.billing.requisites.boundary;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import javax.imageio.ImageIO;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import uplink.billing.payment.boundary.CashPayment;
import uplink.billing.payment.boundary.Payments;
import uplink.shared.BusinessException;
import uplink.shared.Caller;
import uplink.shared.Callers;
import uplink.shared.FieldError;
import uplink.shared.Ids;
import uplink.shared.Permission;
import uplink.shared.ProblemType;
import uplink.testing.Boundaries;
import uplink.testing.Provider;

/** Codes and papers made of the provider's bank details. */
class PaymentQrTest {

    private final Provider provider = new Provider();
    private final Boundaries boundaries = new Boundaries(LocalDate.of(2026, 12, 2));
    private final ProviderRequisites requisites = boundaries.get(ProviderRequisites.class);
    private final PaymentQrs codes = boundaries.get(PaymentQrs.class);
    private final UUID customer = provider.customer();

    @BeforeEach
    void nothingIsEntered() {
        provider.sql.update("delete from requisites");
    }

    @AfterEach
    void close() throws SQLException {
        boundaries.close();
    }

    private static Requisites payee(String account, String bic, @Nullable String corr, String inn) {
        return new Requisites(
                "ООО «Аплинк | Связь»",
                inn,
                "770701001",
                account,
                "ПАО Сбербанк",
                bic,
                corr,
                "Оплата по договору {contract}, счёт {invoice} от {day}",
                "Москва",
                null);
    }

    private static Requisites payee() {
        return payee("40702810438000060473", "044525225", "30101810400000000225", "7707083893");
    }

    private UUID invoice(String status, String amount) {
        UUID id = Ids.next();
        provider.sql.update(
                """
                insert into invoices (id, customer_id, number, kind, status, amount, tax, currency, issued_on, due_date,
                    items, created_at, paid_at)
                values (?, ?, ?, 'invoice', ?, ?, 0, 'RUB', '2026-12-01', '2026-12-20', '[]', now(),
                    case ? when 'paid' then now() end)""",
                id,
                customer,
                "Q-" + id.toString().substring(24),
                status,
                new BigDecimal(amount),
                status);
        return id;
    }

    @Test
    void aReaderFindsWhatABankNeeds() throws Exception {
        boundaries.call(() -> requisites.replace(null, payee()));
        UUID invoice = invoice("overdue", "1234.56");
        PaymentQr code = codes.get(invoice);
        assertTrue(code.available());
        String expected = "ST00012|Name=ООО «Аплинк   Связь»|PersonalAcc=40702810438000060473|BankName=ПАО Сбербанк"
                + "|BIC=044525225|CorrespAcc=30101810400000000225|PayeeINN=7707083893|KPP=770701001"
                + "|Purpose=Оплата по договору C-" + customer + ", счёт Q-"
                + invoice.toString().substring(24)
                + " от 01.12.2026|PersAcc=C-" + customer + "|Sum=123456";
        assertEquals(expected, code.text());
        byte[] png = Base64.getDecoder().decode(code.qrPng());
        assertEquals(expected, zxing(png));
        Callers.run(
                new Caller(UUID.randomUUID(), customer, "c", Set.of(Permission.SELF_READ)),
                () -> assertEquals(code, codes.own(invoice)));
        Callers.run(
                new Caller(UUID.randomUUID(), provider.customer(), "d", Set.of(Permission.SELF_READ)),
                () -> assertThrows(BusinessException.class, () -> codes.own(invoice)));
    }

    private static String zxing(byte[] png) throws Exception {
        BufferedImage picture = ImageIO.read(new ByteArrayInputStream(png));
        int width = picture.getWidth();
        int[] pixels = picture.getRGB(0, 0, width, picture.getHeight(), null, 0, width);
        return new QRCodeReader()
                .decode(new BinaryBitmap(
                        new HybridBinarizer(new RGBLuminanceSource(width, picture.getHeight(), pixels))))
                .getText();
    }

    /** A reader of somebody else's: Debian's zbar-tools, which server-config/test installs. */
    @Test
    void anotherReaderFindsTheSame() throws IOException, InterruptedException {
        Assumptions.assumeTrue(Files.isExecutable(Path.of("/usr/bin/zbarimg")), "zbar-tools is not installed");
        boundaries.call(() -> requisites.replace(null, payee()));
        PaymentQr code = codes.get(invoice("pending", "650.00"));
        Path file = Files.createTempFile("payment", ".png");
        try {
            Files.write(file, Base64.getDecoder().decode(code.qrPng()));
            Process zbar = new ProcessBuilder("zbarimg", "--quiet", "--raw", file.toString())
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            String read = new String(zbar.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            zbar.waitFor();
            assertEquals(code.text(), read.strip());
        } finally {
            Files.delete(file);
        }
    }

    @Test
    void thereIsNoCodeWithoutDetailsOrWithNothingToPay() {
        UUID open = invoice("pending", "650.00");
        assertEquals(new PaymentQr(false, null, null), codes.get(open));
        boundaries.call(() -> requisites.replace(null, payee()));
        assertTrue(codes.get(open).available());
        assertFalse(codes.get(invoice("paid", "650.00")).available());
        assertFalse(codes.get(invoice("cancelled", "650.00")).available());
        assertThrows(BusinessException.class, () -> codes.get(UUID.randomUUID()));
    }

    @ParameterizedTest
    @CsvSource({
        "40702810438000060474, 044525225, 30101810400000000225, 7707083893, account",
        "4070281043800006047,  044525225, 30101810400000000225, 7707083893, account",
        "40702810438000060473, 04452522,  30101810400000000225, 7707083893, bic",
        "40702810438000060473, 044525225, 30101810400000000226, 7707083893, corrAccount",
        "40702810438000060473, 044525225, 40702810438000060473, 7707083893, corrAccount",
        "40702810438000060473, 044525225, 30101810400000000225, 7707083894, inn",
    })
    void wrongCheckDigitsAreRefusedBesideTheirField(String account, String bic, String corr, String inn, String field) {
        BusinessException refused = assertThrows(
                BusinessException.class,
                () -> boundaries.call(() -> requisites.replace(null, payee(account, bic, corr, inn))));
        assertEquals(
                List.of(field), refused.errors().stream().map(FieldError::field).toList());
    }

    @Test
    void detailsAreKeptOnceAndNotOverAChangeThatNobodyHasSeen() {
        assertThrows(BusinessException.class, requisites::get);
        Requisites first = boundaries.call(() -> requisites.replace(null, payee()));
        assertEquals(0, first.version());
        Requisites withoutCorr = payee("40702810438000060473", "044525225", null, "500100732259");
        assertEquals(
                1, boundaries.call(() -> requisites.replace(0, withoutCorr)).version());
        assertNull(requisites.get().corrAccount());
        BusinessException stale =
                assertThrows(BusinessException.class, () -> boundaries.call(() -> requisites.replace(0, payee())));
        assertEquals(ProblemType.STALE, stale.type());
        assertTrue(codes.get(invoice("pending", "1.00")).text().contains("|CorrespAcc=0|"));
    }

    @Test
    void cashHasAReceiptInWords() {
        UUID payment = boundaries
                .call(() -> boundaries
                        .get(Payments.class)
                        .take(new CashPayment(customer, new BigDecimal("650.00"), null, null, "за декабрь")))
                .id();
        CashReceipt receipt = boundaries.get(CashReceipts.class).get(payment, Locale.forLanguageTag("ru"));
        assertEquals("Шестьсот пятьдесят рублей 00 копеек", receipt.inWords());
        assertEquals("C-" + customer, receipt.contractNumber());
        assertEquals("за декабрь", receipt.comment());
        assertNull(receipt.payee());
        boundaries.call(() -> requisites.replace(null, payee()));
        assertEquals(
                "7707083893",
                boundaries
                        .get(CashReceipts.class)
                        .get(payment, Locale.ENGLISH)
                        .payee()
                        .inn());
        provider.sql.update("update payments set method = 'card', external_id = id::text where id = ?", payment);
        assertThrows(
                BusinessException.class,
                () -> boundaries.get(CashReceipts.class).get(payment, Locale.ENGLISH));
    }
}
