package uplink.customer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import uplink.customer.boundary.Consent;
import uplink.customer.boundary.ConsentKind;
import uplink.customer.boundary.ConsentSource;
import uplink.customer.boundary.Consents;
import uplink.customer.boundary.IdentityDetails;
import uplink.customer.boundary.IdentityDocument;
import uplink.customer.boundary.IdentityDocuments;
import uplink.customer.boundary.IdentityKind;
import uplink.customer.boundary.NewConsent;
import uplink.customer.boundary.NewIdentityDocument;
import uplink.customer.boundary.Withdrawal;
import uplink.customer.control.IdentityRules;
import uplink.shared.BusinessException;
import uplink.shared.Caller;
import uplink.shared.Callers;
import uplink.shared.Ids;
import uplink.shared.KeyVault;
import uplink.shared.Permission;
import uplink.shared.ProblemType;
import uplink.shared.TestVault;
import uplink.testing.Desk;

/** What customers show and consent to. */
class IdentityTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 20);
    private static final NewIdentityDocument PASSPORT = new NewIdentityDocument(
            IdentityKind.PASSPORT, "45 10 № 123456", "ОВД района Тропарёво", LocalDate.of(2010, 5, 4));

    private final Desk provider = new Desk(TODAY);
    private final UUID customer = provider.customer("Иванов", 1).id();
    private Caller clerk;
    private IdentityDocuments documents;
    private Consents consents;

    @BeforeEach
    void open() {
        provider.boundaries.with(KeyVault.class, TestVault.make());
        documents = provider.boundaries.get(IdentityDocuments.class);
        consents = provider.boundaries.get(Consents.class);
        UUID user = Ids.next();
        provider.boundaries
                .sql()
                .update(
                        """
                        insert into users (id, email, full_name, role, created_at, updated_at)
                        values (?, ?, 'Анна', 'operator', now(), now())""",
                        user,
                        user + "@example.org");
        clerk = new Caller(user, null, "clerk", Set.of(Permission.IDENTITY_READ));
    }

    @AfterEach
    void close() throws Exception {
        provider.close();
    }

    @Test
    void listsShowTheEndOfTheNumberAndTheDatabaseNoMore() {
        IdentityDocument kept = as(() -> documents.add(customer, PASSPORT));
        assertEquals("•••• 456", kept.number());
        assertEquals(List.of(kept), as(() -> documents.ofCustomer(customer)));
        String row = provider.boundaries
                .sql()
                .first("select d::text from identity_documents d where id = ?", r -> r.getString(1), kept.id())
                .orElseThrow();
        for (String secret : List.of("4510123456", "Тропарёво", "2010-05-04")) {
            assertFalse(row.contains(secret), row);
            assertFalse(row.contains(HexFormat.of().formatHex(secret.getBytes(StandardCharsets.UTF_8))), row);
        }
    }

    @Test
    void whoReadsOneIsOnRecordWithAReason() {
        IdentityDocument kept = as(() -> documents.add(customer, PASSPORT));
        assertEquals(Set.of("reason"), fields(() -> documents.open(customer, kept.id(), " ")));
        assertEquals(0, readings(kept.id()));
        IdentityDetails clear =
                as(() -> documents.open(customer, kept.id(), "Сверка по звонку 4111 1111 1111 1111 12/27"));
        assertEquals("4510123456", clear.number());
        assertEquals("ОВД района Тропарёво", clear.issuedBy());
        assertEquals(LocalDate.of(2010, 5, 4), clear.issuedOn());
        assertEquals(1, readings(kept.id()));
        String trail = provider.boundaries
                .sql()
                .first(
                        "select customer_id || ' ' || actor_id || ' ' || after::text from audit_log where entity_id = ?",
                        row -> row.getString(1),
                        kept.id().toString())
                .orElseThrow();
        assertTrue(trail.startsWith(customer + " " + clerk.userId()), trail);
        assertTrue(trail.contains("Сверка по звонку •••• 1111 12/27"), trail);
        assertFalse(trail.contains("4510123456"), trail);
    }

    @Test
    void whatIsSealedForOneDocumentOpensNoOther() {
        IdentityDocument one = as(() -> documents.add(customer, PASSPORT));
        IdentityDocument other = as(() -> documents.add(customer, PASSPORT));
        provider.boundaries
                .sql()
                .update(
                        """
                        update identity_documents set details_encrypted =
                            (select details_encrypted from identity_documents where id = ?) where id = ?""",
                        one.id(),
                        other.id());
        assertThrows(IllegalStateException.class, () -> as(() -> documents.open(customer, other.id(), "x")));
    }

    @Test
    void anotherCustomersDocumentIsNotThere() {
        IdentityDocument kept = as(() -> documents.add(customer, PASSPORT));
        UUID other = provider.customer("Петров", 1).id();
        refused(ProblemType.NOT_FOUND, () -> documents.open(other, kept.id(), "x"));
        refused(ProblemType.NOT_FOUND, () -> {
            documents.remove(other, kept.id());
            return true;
        });
        provider.boundaries.run(() -> documents.remove(customer, kept.id()));
        assertEquals(List.of(), as(() -> documents.ofCustomer(customer)));
    }

    @Test
    void whatIsWrongIsNamedFieldByField() {
        assertEquals(
                Set.of("kind", "number"),
                fields(() -> documents.add(customer, new NewIdentityDocument(null, " ", null, null))));
        assertEquals(
                Set.of("number", "issuedOn"),
                fields(() -> documents.add(
                        customer,
                        new NewIdentityDocument(IdentityKind.PASSPORT, "45 10 12345", null, TODAY.plusDays(1)))));
        assertEquals(
                Set.of("issuedBy"),
                fields(() -> documents.add(
                        customer, new NewIdentityDocument(IdentityKind.OTHER, "AB-12", "x".repeat(301), null))));
    }

    @ParameterizedTest
    @CsvSource({"4510123456, 456", "123456789012, 9012", "AB123456, 56", "AB1234, 34", "A12, 2", "A1, ''"})
    void ofANumberAThirdIsShownAtMost(String number, String end) {
        assertEquals(end, IdentityRules.end(number));
    }

    @Test
    void ofTheShortestNumberNothingIsShown() {
        IdentityDocument kept =
                as(() -> documents.add(customer, new NewIdentityDocument(IdentityKind.OTHER, "A1", null, null)));
        assertEquals("••••", kept.number());
    }

    @Test
    void aConsentHoldsUntilItIsWithdrawnAndCanBeGivenAgain() {
        Consent given = as(() -> consents.give(
                customer, new NewConsent(ConsentKind.MARKETING, TODAY.minusDays(3), ConsentSource.PAPER)));
        assertNull(given.withdrawnOn());
        refused(
                ProblemType.CONFLICT,
                () -> consents.give(customer, new NewConsent(ConsentKind.MARKETING, null, ConsentSource.CALL)));
        assertEquals(
                Set.of("on"),
                fields(() -> consents.withdraw(
                        customer, given.id(), new Withdrawal(TODAY.minusDays(4), ConsentSource.CALL))));
        Consent withdrawn = as(() -> consents.withdraw(customer, given.id(), new Withdrawal(null, ConsentSource.CALL)));
        assertEquals(TODAY, withdrawn.withdrawnOn());
        assertEquals(ConsentSource.PAPER, withdrawn.source());
        refused(
                ProblemType.INVALID_STATE,
                () -> consents.withdraw(customer, given.id(), new Withdrawal(null, ConsentSource.CALL)));
        Consent again =
                as(() -> consents.give(customer, new NewConsent(ConsentKind.MARKETING, null, ConsentSource.SITE)));
        assertEquals(List.of(again, withdrawn), as(() -> consents.ofCustomer(customer)));
        assertEquals(
                Set.of("kind", "source", "givenOn"),
                fields(() -> consents.give(customer, new NewConsent(null, TODAY.plusDays(1), null))));
    }

    private long readings(UUID document) {
        return provider.boundaries
                .sql()
                .number(
                        "select count(*) from audit_log where action = 'identity-document.open' and entity_id = ?",
                        document.toString());
    }

    private <T> T as(Supplier<T> work) {
        return Callers.as(clerk, () -> provider.boundaries.call(work));
    }

    private Set<String> fields(Supplier<?> work) {
        BusinessException refusal = assertThrows(BusinessException.class, () -> as(work));
        assertEquals(ProblemType.VALIDATION, refusal.type());
        return refusal.errors().stream().map(error -> error.field()).collect(Collectors.toSet());
    }

    private void refused(ProblemType type, Supplier<?> work) {
        assertEquals(type, assertThrows(BusinessException.class, () -> as(work)).type());
    }
}
