package uplink.customer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import uplink.customer.boundary.Duplicate;
import uplink.customer.boundary.DuplicateQuery;
import uplink.customer.boundary.DuplicateReason;
import uplink.customer.boundary.DuplicateSearch;
import uplink.customer.boundary.DuplicateStrength;
import uplink.customer.boundary.Duplicates;
import uplink.customer.boundary.ErasureOrder;
import uplink.customer.boundary.Erasures;
import uplink.customer.boundary.FingerprintChunk;
import uplink.customer.boundary.IdentityDocument;
import uplink.customer.boundary.IdentityDocuments;
import uplink.customer.boundary.IdentityKind;
import uplink.customer.boundary.NewIdentityDocument;
import uplink.customer.control.IdentityRules;
import uplink.shared.Caller;
import uplink.shared.Callers;
import uplink.shared.Doing;
import uplink.shared.KeyVault;
import uplink.shared.Permission;
import uplink.shared.Sql;
import uplink.shared.TestVault;
import uplink.testing.Database;
import uplink.testing.Desk;

/** One document on two customers, though nobody can read it without the key. */
class DocumentDuplicatesTest {

    private static final String NUMBER = "45 10 № 123456";

    private Desk provider;
    private IdentityDocuments documents;
    private Sql sql;
    private Caller clerk;

    @BeforeEach
    void open() {
        Database.isolate();
        provider = new Desk(LocalDate.of(2026, 11, 20));
        provider.boundaries.with(KeyVault.class, TestVault.make());
        documents = provider.boundaries.get(IdentityDocuments.class);
        sql = provider.boundaries.sql();
        clerk = new Caller(Doing.somebody(), null, "clerk", Set.of(Permission.IDENTITY_READ));
    }

    @AfterEach
    void close() throws Exception {
        provider.close();
        Database.rejoin();
    }

    @Test
    void whoShowsTheSameDocumentIsAlmostCertainlyTheSame() {
        UUID one = somebody("Иванова Анна");
        UUID other = somebody("Петрова Анна");
        shows(one, IdentityKind.PASSPORT, NUMBER);
        shows(other, IdentityKind.PASSPORT, "4510123456");
        shows(somebody("Сидоров"), IdentityKind.PASSPORT, "4510123457");
        shows(somebody("Козлов"), IdentityKind.FOREIGN_PASSPORT, "4510123456");
        Duplicate found = only(look());
        assertEquals(one, found.one().customerId());
        assertEquals(other, found.other().customerId());
        assertEquals(List.of(DuplicateReason.DOCUMENT), found.reasons());
        assertEquals(DuplicateStrength.STRONG, found.strength());
        assertEquals(1, duplicates().count(new DuplicateQuery(false, null, DuplicateReason.DOCUMENT)));
        assertEquals(0, duplicates().count(new DuplicateQuery(false, null, DuplicateReason.INN)));
    }

    @Test
    void theSameDocumentTwiceOnOneCustomerIsNoDuplicateOfAnybody() {
        UUID one = somebody("Иванова Анна");
        shows(one, IdentityKind.PASSPORT, NUMBER);
        shows(one, IdentityKind.PASSPORT, NUMBER);
        assertEquals(List.of(), look());
    }

    /** "Б/Н 1" and the like. */
    @Test
    void shortNumbersSayNothing() {
        shows(somebody("А"), IdentityKind.OTHER, "AB-12");
        shows(somebody("Б"), IdentityKind.OTHER, "AB-12");
        assertEquals(List.of(), look());
        assertEquals(0, unmade(), "and are not looked at again");
    }

    @ParameterizedTest
    @CsvSource({
        "45 10 123456, 4510123456",
        "AB-123456, AB123456",
        "ав 123456, AB123456",
        "７７ ＡＢ 1234, 77AB1234",
        "Ж-12345, Ж12345",
        "A 12-3, ''",
        "A123-4, A1234"
    })
    void itMakesNoDifferenceHowANumberWasTyped(String typed, String compared) {
        assertEquals(compared, IdentityRules.compared(typed));
    }

    @Test
    void documentsThatWereThereBeforeAreComparedToo() {
        UUID one = somebody("Иванова Анна");
        IdentityDocument old = shows(one, IdentityKind.PASSPORT, NUMBER);
        String made = fingerprint(old.id());
        sql.update("update identity_documents set fingerprint = null");
        shows(somebody("Петрова Анна"), IdentityKind.PASSPORT, NUMBER);
        assertEquals(List.of(DuplicateReason.DOCUMENT), only(look()).reasons());
        assertEquals(made, fingerprint(old.id()));
        assertEquals(64, made.length());
    }

    @Test
    void fingerprintsAreMadeInChunksAndADocumentThatDoesNotOpenStopsNobody() {
        UUID one = somebody("Иванова Анна");
        IdentityDocument first = shows(one, IdentityKind.PASSPORT, NUMBER);
        IdentityDocument damaged = shows(one, IdentityKind.PASSPORT, "4510999999");
        IdentityDocument last = shows(somebody("Петрова Анна"), IdentityKind.PASSPORT, NUMBER);
        sql.update("update identity_documents set fingerprint = null");
        sql.update(
                "update identity_documents set details_encrypted = '\\x00' || details_encrypted where id = ?",
                damaged.id());
        assertEquals(new FingerprintChunk(damaged.id(), 1, 1), chunk(new UUID(0, 0)));
        assertEquals(1, sql.number("select count(*) from identity_documents where fingerprint is not null"));
        assertEquals(new FingerprintChunk(last.id(), 1, 0), chunk(damaged.id()));
        assertEquals(new FingerprintChunk(null, 0, 0), chunk(last.id()));
        assertEquals(fingerprint(first.id()), fingerprint(last.id()));
        assertEquals(1, look().size());
        assertEquals(1, unmade(), "the damaged one");
    }

    @Test
    void anotherInstallationMakesAnotherFingerprint() {
        IdentityDocument kept = shows(somebody("Иванова Анна"), IdentityKind.PASSPORT, NUMBER);
        byte[] here = TestVault.make().authenticate("identity", "passport:4510123456");
        byte[] there = new KeyVault("AQAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=")
                .authenticate("identity", "passport:4510123456");
        assertEquals(HexFormat.of().formatHex(here), fingerprint(kept.id()));
        assertFalse(HexFormat.of().formatHex(there).equals(fingerprint(kept.id())));
    }

    /** The trail outlives the document: it must not tell afterwards who had which one. */
    @Test
    void itGoesWithItsPersonAndWasNeverInTheTrail() {
        UUID one = somebody("Иванова Анна");
        String contract = sql.first("select contract_number from customers where id = ?", row -> row.getString(1), one)
                .orElseThrow();
        IdentityDocument kept = shows(one, IdentityKind.PASSPORT, NUMBER);
        shows(somebody("Петрова Анна"), IdentityKind.PASSPORT, NUMBER);
        String made = fingerprint(kept.id());
        sql.update("update identity_documents set fingerprint = null where id = ?", kept.id());
        assertEquals(1, look().size());
        assertEquals(
                1,
                sql.number(
                        "select count(*) from audit_log where action = 'identity-document.add' and customer_id = ?",
                        one));
        assertEquals(0, inTrail("%" + made + "%"));
        assertEquals(0, inTrail("%fingerprint%"));
        Erasures erasures = provider.boundaries.get(Erasures.class);
        sql.update("update contracts set status = 'terminated', closed_on = '2021-01-01' where customer_id = ?", one);
        as(() -> erasures.erase(one, new ErasureOrder(contract, "заявление")));
        assertEquals(1, sql.number("select count(*) from identity_documents where fingerprint is not null"));
        assertEquals(0, sql.number("select count(*) from identity_documents where id = ?", kept.id()));
        assertEquals(List.of(), look());
        assertEquals(0, inTrail("%" + made + "%"));
    }

    private long inTrail(String like) {
        return sql.number("select count(*) from audit_log where before::text like ? or after::text like ?", like, like);
    }

    private long unmade() {
        return sql.number("select count(*) from identity_documents where fingerprint is null");
    }

    private FingerprintChunk chunk(UUID after) {
        return provider.boundaries.call(() -> documents.fingerprint(after, 2));
    }

    private String fingerprint(UUID document) {
        return sql.first(
                        "select encode(fingerprint, 'hex') from identity_documents where id = ?",
                        row -> row.getString(1),
                        document)
                .orElseThrow();
    }

    private UUID somebody(String name) {
        return provider.customer(name, 1).id();
    }

    private IdentityDocument shows(UUID customer, IdentityKind kind, String number) {
        return Doing.as(
                clerk.userId(),
                IdentityDocuments.class,
                "add",
                () -> provider.boundaries.call(
                        () -> documents.add(customer, new NewIdentityDocument(kind, number, null, null))));
    }

    private <T> T as(Supplier<T> work) {
        return Callers.as(clerk, () -> provider.boundaries.call(work));
    }

    private Duplicates duplicates() {
        return provider.boundaries.get(Duplicates.class);
    }

    private List<Duplicate> look() {
        DuplicateSearch search = provider.boundaries.get(DuplicateSearch.class);
        provider.boundaries.run(() -> search.run(null));
        return duplicates().list(new DuplicateQuery(false, null, null), 0, 100);
    }

    private static Duplicate only(List<Duplicate> found) {
        assertTrue(found.size() == 1, found.toString());
        return found.get(0);
    }
}
