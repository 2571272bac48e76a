package uplink.document.boundary;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.security.MessageDigest;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import uplink.billing.requisites.boundary.ProviderRequisites;
import uplink.billing.requisites.boundary.Requisites;
import uplink.shared.BusinessException;
import uplink.shared.Caller;
import uplink.shared.Callers;
import uplink.shared.DatabaseException;
import uplink.shared.PageRequest;
import uplink.shared.Permission;
import uplink.shared.ProblemType;
import uplink.shared.Sql;
import uplink.testing.Boundaries;
import uplink.testing.Database;
import uplink.testing.Provider;

/** Whose papers there are, and that they stay what they were. */
class DocumentsTest {

    private static final Locale RU = Locale.forLanguageTag("ru");

    private final Provider provider = new Provider();
    private final Boundaries boundaries = new Boundaries(LocalDate.of(2026, 12, 2));
    private final Documents documents = boundaries.get(Documents.class);
    private final UUID customer = provider.customer();
    private final UUID invoice = Papers.invoice(provider.sql, customer, "invoice", "650.00");

    @AfterEach
    void close() throws SQLException {
        boundaries.close();
    }

    private static <T> T as(UUID customer, Supplier<T> work) {
        return Callers.as(new Caller(UUID.randomUUID(), customer, "c", Set.of(Permission.SELF_READ)), work);
    }

    private long kept() {
        return provider.sql.number("select count(*) from documents where invoice_id = ?", invoice);
    }

    @Test
    void aPaperIsMadeOnceAndIsWhatWasHandedOutForEver() throws Exception {
        Paper first = as(customer, () -> documents.own(invoice, RU));
        assertTrue(Papers.text(first.pdf()).contains(Papers.number(invoice)));
        assertEquals(
                HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(first.pdf())), first.sha256());
        assertEquals(1, kept());
        provider.sql.update("update customers set full_name = 'Другой' where id = ?", customer);
        boundaries.today(LocalDate.of(2027, 3, 1));
        Requisites payee = new Requisites(
                "ООО «Новое»", "7707083893", null, "40702810438000060473", "ПАО", "044525225", null, "x", null, null);
        boundaries.call(() -> boundaries.get(ProviderRequisites.class).replace(null, payee));
        Paper again = as(customer, () -> documents.own(invoice, RU));
        assertArrayEquals(first.pdf(), again.pdf());
        assertArrayEquals(first.pdf(), documents.ofInvoice(invoice, RU).pdf());
        assertEquals(1, kept());
    }

    @Test
    void eachLanguageIsAPaperOfItsOwn() {
        String russian = Papers.text(documents.ofInvoice(invoice, RU).pdf());
        Paper english = documents.ofInvoice(invoice, Locale.ENGLISH);
        assertTrue(russian.contains("Шестьсот пятьдесят рублей"), russian);
        assertTrue(Papers.text(english.pdf()).contains("Six hundred fifty roubles"));
        assertEquals(2, kept());
        assertTrue(english.name().matches("invoice-[0-9a-f]{12}-en\\.pdf"), english.name());
        documents.ofInvoice(invoice, Locale.FRENCH);
        assertEquals(2, kept(), "who asks for another language gets Russian");
    }

    @Test
    void whatIsSomebodyElsesIsNotThereAndNotMade() {
        UUID other = provider.customer();
        for (UUID id : List.of(invoice, UUID.randomUUID())) {
            BusinessException refused =
                    assertThrows(BusinessException.class, () -> as(other, () -> documents.own(id, RU)));
            assertEquals(ProblemType.NOT_FOUND, refused.type());
        }
        assertThrows(BusinessException.class, () -> documents.ofInvoice(UUID.randomUUID(), RU));
        assertEquals(0, kept());
    }

    @Test
    void theListIsOfEverythingThatWasIssuedNewestFirst() {
        UUID note = Papers.invoice(provider.sql, customer, "credit-note", "10.00");
        Papers.invoice(provider.sql, provider.customer(), "invoice", "1.00");
        var first = as(customer, () -> documents.own(new PageRequest(1, null)));
        assertEquals(
                List.of(note), first.items().stream().map(DocumentSummary::id).toList());
        assertEquals(DocumentKind.CREDIT_NOTE, first.items().get(0).kind());
        assertNotNull(first.nextCursor());
        var rest = as(customer, () -> documents.own(PageRequest.of(1, first.nextCursor())));
        assertEquals(
                List.of(invoice), rest.items().stream().map(DocumentSummary::id).toList());
        String text = Papers.text(as(customer, () -> documents.own(note, RU)).pdf());
        assertTrue(text.contains("Кредит-нота"), text);
    }

    @Test
    void nobodyChangesAPaper() {
        documents.ofInvoice(invoice, RU);
        for (String change : List.of("update documents set pdf = 'x'", "delete from documents")) {
            assertEquals(
                    "42501",
                    assertThrows(DatabaseException.class, () -> provider.sql.update(change))
                            .sqlState());
            assertTrue(assertThrows(DatabaseException.class, () -> Sql.in(Database.owner())
                            .update(change))
                    .isBrokenConstraint());
        }
        assertFalse(Papers.text(documents.ofInvoice(invoice, RU).pdf()).isBlank());
    }
}
