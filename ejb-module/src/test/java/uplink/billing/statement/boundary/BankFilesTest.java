package uplink.billing.statement.boundary;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static uplink.billing.statement.StatementFiles.camt;
import static uplink.billing.statement.StatementFiles.in;
import static uplink.billing.statement.StatementFiles.oneC;
import static uplink.billing.statement.StatementFiles.out;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import uplink.audit.boundary.AuditQuery;
import uplink.audit.boundary.AuditRow;
import uplink.audit.boundary.AuditTrail;
import uplink.billing.statement.StatementFiles.Doc;
import uplink.shared.BusinessException;
import uplink.shared.FieldError;
import uplink.shared.PageRequest;

/** Files of a bank taken in, on the real database: once each, or not at all. */
class BankFilesTest extends BankCases {

    /** The trail's page and its export read every row as things with fields. */
    @Test
    void theTrailTellsWhatAFileBrought() {
        BankFile file = upload(in("7", 15000, "for nobody known"));
        AuditTrail trail = boundaries.get(AuditTrail.class);
        List<AuditRow> told = boundaries.call(() -> trail.list(
                new AuditQuery(null, null, "bank-file", file.id().toString(), null, null, null, null), 0, 10));
        assertEquals(
                List.of("bank-statement.upload"),
                told.stream().map(AuditRow::action).toList());
        assertEquals(
                Map.of("bank-file/" + file.id(), Map.of("fileName", "kl_to_1c.txt", "added", 1, "matched", 0)),
                boundaries.call(() -> trail.get(told.get(0).id()).after()));
    }

    @Test
    void whatIsCertainMatchesAndTheRestWaitsInTheBooks() {
        String number = number();
        UUID anna = customer(number);
        BankFile file =
                upload(in("1", 65000, "Оплата по договору № " + number), in("2", 10000, "спасибо"), out("3", 5000));
        assertEquals(3, file.entries());
        assertEquals(3, file.added());
        assertEquals(1, file.matched());
        assertEquals(new BigDecimal("750.00"), file.incoming());
        assertEquals(new BigDecimal("50.00"), file.outgoing());
        assertEquals(new BigDecimal("650.00"), provider.balance(anna));
        assertEquals(new BigDecimal("100.00"), waiting());
        BankEntry matched = entries(EntryStatus.MATCHED, file).get(0);
        BankMatch match = desk.listMatches(matched.id()).get(0);
        assertEquals(Clue.CONTRACT, match.clue());
        assertEquals(anna, match.customerId());
        assertEquals(List.of("billing.payment.succeeded"), boundaries.announced(match.paymentId()));
        assertEquals(1, entries(EntryStatus.WAITING, file).size());
        assertEquals(1, entries(EntryStatus.OUTGOING, file).size());
        BankStatement proved = statements.listStatements(file.id()).get(0);
        assertEquals(new BigDecimal("700.00"), proved.closing());
        booksAgreeFor(anna);
    }

    @Test
    void overlappingFilesAddNothingTwice() {
        String number = number();
        UUID anna = customer(number);
        Doc first = in("1", 65000, "л/с " + number);
        Doc second = in("2", 10000, "л/с " + number);
        assertEquals(1, upload(first).added());
        assertEquals(0, upload(first).added(), "the same file");
        BankFile both = upload(first, second, second);
        assertEquals(3, both.entries());
        assertEquals(2, both.added(), "one was there, and two that are alike are two");
        assertEquals(0, upload(first, second, second).added());
        assertEquals(new BigDecimal("850.00"), provider.balance(anna));
        assertEquals(BigDecimal.ZERO.setScale(2), waiting().setScale(2));
        assertTrue(statements.count() >= 4);
        assertEquals(
                both.id(),
                statements.page(PageRequest.of(2, null)).items().get(1).id());
    }

    @Test
    void aFileWithAFaultChangesNothing() {
        String number = number();
        UUID anna = customer(number);
        byte[] good = oneC(WINDOWS, account, 0, List.of(in("1", 65000, "л/с " + number), in("2", 100, "x")));
        byte[] bad =
                new String(good, WINDOWS).replace("Сумма=1.00", "Сумма=1.01").getBytes(WINDOWS);
        BusinessException refused =
                assertThrows(BusinessException.class, () -> boundaries.call(() -> statements.upload("bad.txt", bad)));
        assertEquals(
                List.of("line 7", "line 7"),
                refused.errors().stream().map(FieldError::field).toList());
        assertEquals(new BigDecimal("0.00"), provider.balance(anna));
        assertEquals(0, waiting().signum());
    }

    @Test
    void anotherFormatOfTheSameDaysIsRefused() {
        upload(in("1", 65000, "x"));
        byte[] same = camt("08", account, 0, in("1", 65000, "x")).getBytes(StandardCharsets.UTF_8);
        BusinessException refused =
                assertThrows(BusinessException.class, () -> boundaries.call(() -> statements.upload("camt.xml", same)));
        assertEquals("statement.other-format", refused.errors().get(0).message().key());
        assertEquals(new BigDecimal("650.00"), waiting());
    }

    @Test
    void anInvoicesNumberSettlesThatInvoice() {
        UUID anna = customer(number());
        String number = number();
        UUID older = invoice(anna, number(), "100.00");
        UUID named = invoice(anna, number, "300.00");
        BankFile file = upload(in("1", 30000, "Оплата по счету № " + number + " от 01.11.2026"));
        assertEquals(1, file.matched());
        assertEquals(List.of("billing.invoice.paid"), boundaries.announced(named));
        assertEquals(List.of(), boundaries.announced(older));
        booksAgreeFor(anna);
    }

    @Test
    void aCompanyIsKnownByItsInnButNotABanksTransitAccount() {
        UUID firm = customer(number());
        String inn = String.format("%010d", System.nanoTime() % 10_000_000_000L);
        provider.sql.update("update customers set kind = 'company', inn = ? where id = ?", inn, firm);
        Doc own = new Doc("1", "2026-12-01", 65000, "ООО Ромашка", inn, "40702810000000000003", "за связь");
        Doc transit = new Doc("2", "2026-12-01", 65000, "ПАО СБЕРБАНК//X//", inn, "30232810000000000003", "за связь");
        BankFile file = upload(own, transit);
        assertEquals(1, file.matched());
        assertEquals(new BigDecimal("650.00"), provider.balance(firm));
    }
}
