package uplink.document.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.IntStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import uplink.billing.invoice.boundary.InvoiceDetail;
import uplink.billing.invoice.boundary.InvoiceKind;
import uplink.billing.invoice.boundary.InvoiceLine;
import uplink.billing.invoice.boundary.InvoiceStatus;
import uplink.document.boundary.TemplateKind;
import uplink.shared.QrCode;

/** Invoices on paper, by the templates of the release. */
class PaperTest {

    private static final UUID ID = new UUID(0, 7);
    private static final LocalDate DAY = LocalDate.of(2026, 12, 1);
    private static final String TO_PAY = "ST00012|Name=ООО «Аплинк»|PersonalAcc=40702810438000060473|Sum=65000";

    private final InvoiceModel specimen = Specimen.invoice();

    private static byte[] print(InvoiceModel model, String language) {
        return Prints.print(TemplateKind.INVOICE, model, language);
    }

    private InvoiceModel with(String name, InvoiceKind kind, InvoiceStatus status, List<InvoiceLine> lines) {
        BigDecimal sum = lines.stream().map(InvoiceLine::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
        boolean open = kind == InvoiceKind.INVOICE && status == InvoiceStatus.PENDING;
        InvoiceDetail invoice = new InvoiceDetail(
                ID,
                "26-77",
                kind,
                status,
                sum,
                BigDecimal.ZERO.setScale(2),
                open ? sum : BigDecimal.ZERO.setScale(2),
                "RUB",
                DAY,
                DAY.plusDays(19),
                null,
                ID,
                name,
                "UL-7",
                null,
                lines);
        String code = open ? Base64.getEncoder().encodeToString(QrCode.large(TO_PAY)) : null;
        return new InvoiceModel(
                invoice,
                new Letterhead(Payer.named(name, "UL-7"), specimen.head().payee(), null),
                code,
                DAY);
    }

    private static InvoiceLine line(String title, String amount) {
        return new InvoiceLine(
                ID,
                ID,
                "recurring",
                title,
                DAY,
                DAY.plusMonths(1),
                31,
                31,
                new BigDecimal(amount),
                new BigDecimal(amount),
                BigDecimal.ZERO.setScale(2),
                BigDecimal.ZERO,
                "RUB",
                "Абонентская плата с 01.12.2026 по 31.12.2026: полный период по цене 650,00 ₽");
    }

    private static String text(byte[] pdf) throws IOException {
        return Prints.text(pdf);
    }

    @Test
    void aRussianInvoiceSaysAllThereIs() throws IOException {
        String text = text(print(specimen, "ru"));
        for (String said : List.of(
                "Счёт № 26-0001234 от 01.12.2026",
                "Константинопольский Константин Константинович, ИНН 500100732259",
                "ООО «Аплинк»",
                "40702810438000060473",
                "044525225",
                "UL-0001234",
                "Оплатить до: 20.12.2026",
                "Домашний 300 – 2",
                "01.12.2026 – 31.12.2026",
                "Итого 1 950,00 ₽",
                "Оплачено на 01.12.2026 10,00 ₽",
                "К оплате 1 940,00 ₽",
                "Одна тысяча девятьсот пятьдесят рублей 00 копеек",
                "стр. 1 из 1")) {
            assertTrue(text.contains(said), said + " is not in\n" + text);
        }
    }

    @Test
    void anEnglishInvoiceSaysItInEnglish() throws IOException {
        String text = text(print(specimen, "en"));
        for (String said : List.of(
                "Invoice 26-0001234 of 1 Dec 2026",
                "Pay by: 20 Dec 2026",
                "To be paid ₽1,940.00",
                "One thousand nine hundred fifty roubles 00 kopecks",
                "page 1 of 1")) {
            assertTrue(text.contains(said), said + " is not in\n" + text);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"ru", "en"})
    void whoeverChecksPdfAFindsNothing(String language) throws Exception {
        assertEquals(List.of(), Prints.complaints(print(specimen, language)));
    }

    @Test
    void everyFontIsInTheFile() throws IOException {
        try (PDDocument document = Loader.loadPDF(print(specimen, "ru"))) {
            String about =
                    new String(document.getDocumentCatalog().getMetadata().toByteArray(), StandardCharsets.UTF_8);
            assertTrue(about.matches("(?s).*pdfaid:part[=>\"]+3.*"), about);
            assertTrue(about.matches("(?s).*pdfaid:conformance[=>\"]+A.*"), about);
            List<String> seen = new ArrayList<>();
            for (PDPage page : document.getPages()) {
                for (COSName name : page.getResources().getFontNames()) {
                    PDFont font = page.getResources().getFont(name);
                    assertTrue(font.isEmbedded(), font.getName());
                    seen.add(font.getName().replaceFirst("^[A-Z]+\\+", ""));
                }
            }
            assertEquals(new TreeSet<>(List.of("PTSans-Regular", "PTSans-Bold")), new TreeSet<>(seen));
        }
    }

    @Test
    void aBanksCameraReadsTheCode() throws Exception {
        InvoiceModel model = with("Иванов", InvoiceKind.INVOICE, InvoiceStatus.PENDING, List.of(line("Д", "650.00")));
        try (PDDocument document = Loader.loadPDF(print(model, "ru"))) {
            assertEquals(TO_PAY, zxing(new PDFRenderer(document).renderImageWithDPI(0, 150)));
        }
    }

    private static String zxing(BufferedImage picture) throws Exception {
        int width = picture.getWidth();
        int[] pixels = picture.getRGB(0, 0, width, picture.getHeight(), null, 0, width);
        return new QRCodeReader()
                .decode(
                        new BinaryBitmap(
                                new HybridBinarizer(new RGBLuminanceSource(width, picture.getHeight(), pixels))),
                        Map.of(DecodeHintType.TRY_HARDER, true))
                .getText();
    }

    @ParameterizedTest
    @EnumSource(InvoiceStatus.class)
    void nobodyIsAskedToPayWhatIsNotOwed(InvoiceStatus status) throws IOException {
        for (InvoiceKind kind : InvoiceKind.values()) {
            String text = text(print(with("И", kind, status, List.of(line("Д", "650.00"))), "ru"));
            boolean open = kind == InvoiceKind.INVOICE && status == InvoiceStatus.PENDING;
            assertEquals(open, text.contains("Оплатить до"), kind + " " + status + "\n" + text);
            assertEquals(open, text.contains("QR"), kind + " " + status + "\n" + text);
            assertEquals(kind == InvoiceKind.CREDIT_NOTE, text.contains("Кредит-нота № 26-77"), text);
            assertEquals(status == InvoiceStatus.CANCELLED, text.contains("Аннулирован"), text);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script>alert(1)</script>",
                "</td></tr></table><h1>Ничего не должен</h1>",
                "${7*7} <#list 1..9 as x>x</#list> ${\"freemarker.template.utility.Execute\"?new()(\"id\")}",
                "\" onload=\"x\" ' ]]> &amp; &#60; &nbsp;",
                "<img src='file:///etc/passwd'/> <!DOCTYPE x [<!ENTITY e SYSTEM 'file:///etc/passwd'>]> &e;",
                "Ёлкин-Ъ №5 «Ромашка» – Σ",
            })
    void aHostileNameIsANameAndNothingElse(String name) throws IOException {
        InvoiceModel model = with(name, InvoiceKind.INVOICE, InvoiceStatus.PENDING, List.of(line(name, "650.00")));
        String text = text(print(model, "ru")).replaceAll("\\s+", "");
        String plain = name.replaceAll("\\s+", "").replace("Σ", "#");
        assertEquals(2, Collections.frequency(parts(text, plain), plain), text);
        assertTrue(text.contains("Итого650,00₽"), text);
    }

    private static List<String> parts(String text, String part) {
        List<String> found = new ArrayList<>();
        for (int at = text.indexOf(part); at >= 0; at = text.indexOf(part, at + 1)) {
            found.add(part);
        }
        return found;
    }

    /** Characters that neither XML nor the font has are left out or shown as a sign for "something". */
    @Test
    void whatCannotBePrintedStopsNothing() throws IOException {
        String name = "A\u0000\u0007B\uD83D\uDE00C\u202E\uFFFFD\uD800E" + "Щ".repeat(300);
        String text =
                text(print(with(name, InvoiceKind.INVOICE, InvoiceStatus.PENDING, List.of(line(name, "1.00"))), "ru"));
        assertTrue(text.contains("AB"), text);
        assertTrue(text.contains("E"), text);
        assertTrue(text.contains("Итого 1,00 ₽"), text);
        assertFalse(text.contains("\u0000"), text);
    }

    /** Each line once, none cut by the end of a page, the head of the table and a number on every page. */
    @Test
    void threeHundredLinesGoOverPages() throws IOException {
        List<InvoiceLine> lines = IntStream.rangeClosed(1, 300)
                .mapToObj(no -> line("Услуга " + no + ".", "2.00"))
                .toList();
        byte[] pdf = print(with("ООО «Большая»", InvoiceKind.INVOICE, InvoiceStatus.PENDING, lines), "ru");
        Path kept = Path.of("target/papers");
        Files.createDirectories(kept);
        Files.write(kept.resolve("300.pdf"), pdf);
        try (PDDocument document = Loader.loadPDF(pdf)) {
            int pages = document.getNumberOfPages();
            assertTrue(pages >= 8 && pages <= 20, pages + " pages");
            for (int page = 1; page <= pages; page++) {
                PDFTextStripper stripper = new PDFTextStripper();
                stripper.setStartPage(page);
                stripper.setEndPage(page);
                String text = stripper.getText(document);
                assertTrue(text.contains("стр. " + page + " из " + pages), text);
                assertTrue(!text.contains("Услуга 1") || text.contains("В том числе налог"), text);
            }
        }
        String all = text(pdf);
        IntStream.rangeClosed(1, 300)
                .forEach(no -> assertEquals(1, parts(all, "Услуга " + no + ".").size(), "line " + no));
        assertTrue(all.contains("Итого 600,00 ₽"), all);
        Files.write(kept.resolve("ru.pdf"), print(specimen, "ru"));
        Files.write(kept.resolve("en.pdf"), print(specimen, "en"));
    }
}
