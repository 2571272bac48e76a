package uplink.document.boundary;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import uplink.billing.payment.boundary.CashPayment;
import uplink.billing.payment.boundary.Payments;
import uplink.shared.BusinessException;
import uplink.shared.ProblemType;
import uplink.testing.Boundaries;
import uplink.testing.Database;
import uplink.testing.Provider;

/** Templates as people keep them. */
class DocumentTemplatesTest {

    private static final Locale RU = Locale.forLanguageTag("ru");
    private static final String PLAIN =
            """
            <html xmlns="http://www.w3.org/1999/xhtml" lang="ru"><head><title>t</title>
            <meta name="description" content="d"/><style>body { font-family: 'PT Sans' }</style></head>
            <body><p>%s ${invoice.number}</p></body></html>""";

    private Provider provider;
    private Boundaries boundaries;
    private DocumentTemplates templates;

    @BeforeEach
    void isolate() {
        Database.isolate();
        provider = new Provider();
        boundaries = new Boundaries(LocalDate.of(2026, 12, 2));
        templates = boundaries.get(DocumentTemplates.class);
    }

    @AfterEach
    void close() throws SQLException {
        boundaries.close();
        Database.rejoin();
    }

    private static DocumentTemplate plain(int seen, String word) {
        return new DocumentTemplate(TemplateKind.INVOICE, "ru", seen, PLAIN.formatted(word));
    }

    @Test
    void theReleasesOneIsInForceUntilSomebodyMakesAnother() {
        assertEquals(
                List.of("ru 0", "en 0"),
                templates.list().stream()
                        .filter(t -> t.kind() == TemplateKind.INVOICE)
                        .map(t -> t.language() + " " + t.no())
                        .toList());
        assertEquals(2 * TemplateKind.values().length, templates.list().size());
        DocumentTemplate released = templates.get(TemplateKind.INVOICE, "ru");
        assertEquals(1, templates.save(plain(0, "Первый")));
        assertEquals(2, templates.save(plain(1, "Второй")));
        assertEquals(plain(2, "Второй"), templates.get(TemplateKind.INVOICE, "ru"));
        assertEquals(0, templates.get(TemplateKind.INVOICE, "en").no());
        assertEquals(released.body(), templates.getBody(TemplateKind.INVOICE, "ru", 0));
        assertEquals(plain(0, "Первый").body(), templates.getBody(TemplateKind.INVOICE, "ru", 1));
        assertEquals(
                List.of(2, 1),
                templates.history(TemplateKind.INVOICE, "ru").stream()
                        .map(TemplateVersion::no)
                        .toList());
    }

    @Test
    void aPaperThatWasHandedOutStaysAndTheNextOneIsMadeOfTheNewTemplate() {
        Documents documents = boundaries.get(Documents.class);
        UUID customer = provider.customer();
        UUID before = Papers.invoice(provider.sql, customer, "invoice", "650.00");
        UUID after = Papers.invoice(provider.sql, customer, "invoice", "650.00");
        byte[] first = documents.ofInvoice(before, RU).pdf();
        templates.save(plain(0, "Новый вид"));
        assertArrayEquals(first, documents.ofInvoice(before, RU).pdf());
        assertTrue(Papers.text(documents.ofInvoice(after, RU).pdf()).contains("Новый вид " + Papers.number(after)));
        assertEquals(
                List.of(0, 1),
                provider.sql.list("select template_no from documents order by template_no", row -> row.getInt(1)));
    }

    @Test
    void nobodySavesOverAVersionThatTheyHaveNotSeen() {
        templates.save(plain(0, "Первый"));
        BusinessException refused = assertThrows(BusinessException.class, () -> templates.save(plain(0, "Второй")));
        assertEquals(ProblemType.STALE, refused.type());
        assertThrows(BusinessException.class, () -> templates.save(plain(7, "Второй")));
        assertEquals(1, templates.get(TemplateKind.INVOICE, "ru").no());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            value = {
                "<p>${invoice.nonsense}</p> ~ unknown",
                "<p>${invoice.number?eval}</p> ~ refused",
                "<p><#if invoice.isPayable>x</p> ~ syntax",
                "<p>&nbsp;</p> ~ not-xhtml",
                "<p><b>x</p></b> ~ not-xhtml",
                "<!DOCTYPE html [<!ENTITY e 'e'>]><p>&e;</p> ~ not-xhtml",
                "'  ' ~ required",
            })
    void whatCannotBeUsedIsRefusedBesideTheField(String body, String why) {
        DocumentTemplate wanted = new DocumentTemplate(TemplateKind.INVOICE, "ru", 0, body);
        for (Runnable attempt : List.<Runnable>of(() -> templates.save(wanted), () -> templates.preview(wanted, ""))) {
            BusinessException refused = assertThrows(BusinessException.class, attempt::run);
            assertEquals(ProblemType.VALIDATION, refused.type());
            assertEquals("body", refused.errors().get(0).field());
            assertTrue(refused.errors().get(0).message().key().endsWith("." + why), refused.errors() + "");
        }
        assertEquals(0, templates.get(TemplateKind.INVOICE, "ru").no());
    }

    @Test
    void aTemplateFetchesNothing() {
        String body = PLAIN.formatted(
                """
                <img src="file:///etc/hostname" alt="x"/><img src="http://127.0.0.1:9/x.png" alt="x"/>
                <object type="text/html" data="file:///etc/hostname"></object>
                <style>@import url("http://127.0.0.1:9/x.css"); @font-face { font-family: x; src: url("file:///etc/hostname") }</style>
                <a href="x" download="x">x</a> Готово""");
        byte[] pdf = templates.preview(new DocumentTemplate(TemplateKind.INVOICE, "ru", 0, body), "");
        assertTrue(Papers.text(pdf).contains("Готово"));
    }

    @Test
    void aPreviewIsOfARealInvoiceAndKeepsNothing() {
        UUID customer = provider.customer();
        Papers.invoice(provider.sql, customer, "invoice", "1.00");
        UUID invoice = Papers.invoice(provider.sql, customer, "invoice", "650.00");
        String contract = provider.sql
                .first("select contract_number from customers where id = ?", row -> row.getString(1), customer)
                .orElseThrow();
        for (String number : List.of(Papers.number(invoice), contract, " " + contract + " ")) {
            String text = Papers.text(templates.preview(plain(0, "Проба"), number));
            assertTrue(text.contains("Проба " + Papers.number(invoice)), text);
        }
        assertTrue(Papers.text(templates.preview(plain(0, "Проба"), "")).contains("26-0001234"));
        BusinessException refused =
                assertThrows(BusinessException.class, () -> templates.preview(plain(0, "Проба"), "нет"));
        assertEquals("number", refused.errors().get(0).field());
        assertEquals(0, provider.sql.number("select count(*) from documents"));
        assertEquals(0, provider.sql.number("select count(*) from document_templates"));
    }

    @Test
    void everyKindIsLookedAtWithWhatACustomerHas() {
        UUID customer = provider.customer();
        provider.subscription(customer, provider.tariff("650.00"), LocalDate.of(2026, 11, 1));
        Papers.invoice(provider.sql, customer, LocalDate.of(2026, 11, 1), "650.00");
        Payments payments = boundaries.get(Payments.class);
        boundaries.call(() -> payments.take(new CashPayment(customer, new BigDecimal("10.00"), null, null, null)));
        for (TemplateKind kind : TemplateKind.values()) {
            String number = provider.sql
                    .first(
                            kind == TemplateKind.CONTRACT
                                    ? "select number from contracts where customer_id = ?"
                                    : "select contract_number from customers where id = ?",
                            row -> row.getString(1),
                            customer)
                    .orElseThrow();
            DocumentTemplate released = templates.get(kind, "ru");
            String text = Papers.text(boundaries.call(() -> templates.preview(released, number)));
            assertTrue(text.contains("Иванов Иван"), kind + text);
            BusinessException refused = assertThrows(BusinessException.class, () -> templates.preview(released, "нет"));
            assertEquals("number", refused.errors().get(0).field());
        }
        assertEquals(0, provider.sql.number("select count(*) from papers where customer_id = ?", customer));
        UUID act = boundaries
                .get(Documents.class)
                .issue(customer, new DocumentOrder(DocumentKind.ACT, LocalDate.of(2026, 11, 1), null))
                .id();
        String number = provider.sql
                .first("select number from papers where id = ?", row -> row.getString(1), act)
                .orElseThrow();
        String text = Papers.text(templates.preview(templates.get(TemplateKind.ACT, "ru"), number));
        assertTrue(text.contains("№ " + number), text);
    }

    @Test
    void thereAreTwoLanguages() {
        assertThrows(BusinessException.class, () -> templates.get(TemplateKind.INVOICE, "fr"));
        assertThrows(BusinessException.class, () -> templates.get(TemplateKind.INVOICE, "../en"));
        assertTrue(templates.getNames(TemplateKind.INVOICE, "en").containsKey("payee"));
    }
}
