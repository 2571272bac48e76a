package uplink.billing.statement.boundary;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static uplink.billing.statement.StatementFiles.camt;
import static uplink.billing.statement.StatementFiles.in;
import static uplink.billing.statement.StatementFiles.oneC;
import static uplink.billing.statement.StatementFiles.out;

import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import uplink.audit.boundary.AuditQuery;
import uplink.audit.boundary.AuditRow;
import uplink.audit.boundary.AuditTrail;
import uplink.billing.ledger.boundary.IntegrityCheck;
import uplink.billing.ledger.boundary.InvariantCheck;
import uplink.billing.statement.StatementFiles.Doc;
import uplink.shared.BusinessException;
import uplink.shared.Caller;
import uplink.shared.Callers;
import uplink.shared.FieldError;
import uplink.shared.Ids;
import uplink.shared.PageRequest;
import uplink.shared.Permission;
import uplink.shared.ProblemType;
import uplink.testing.Boundaries;
import uplink.testing.Provider;

/** Files of a bank taken in, and the desk, on the real database. */
class BankDeskTest {

    private static final LocalDate DECEMBER = LocalDate.of(2026, 12, 2);
    private static final Charset WINDOWS = Charset.forName("windows-1251");

    private final Provider provider = new Provider();
    private final Boundaries boundaries = new Boundaries(DECEMBER);
    private final BankStatements statements = boundaries.get(BankStatements.class);
    private final BankDesk desk = boundaries.get(BankDesk.class);
    private final String account = "4070281" + String.format("%013d", System.nanoTime() % 1_000_000_000_0000L);
    private final BigDecimal waitedBefore = unmatched();

    @AfterEach
    void close() throws SQLException {
        boundaries.close();
    }

    private UUID customer(String number) {
        UUID id = provider.customer();
        provider.sql.update("update customers set contract_number = ? where id = ?", number, id);
        return id;
    }

    private static String number() {
        return "D" + UUID.randomUUID().toString().substring(0, 8).toUpperCase(java.util.Locale.ROOT) + "7";
    }

    private BankFile upload(Doc... docs) {
        return boundaries.call(() -> statements.upload("kl_to_1c.txt", oneC(WINDOWS, account, 0, List.of(docs))));
    }

    private List<BankEntry> entries(EntryStatus status, BankFile file) {
        return desk.list(new BankEntryQuery(file.id(), status, null, null, 0, 100));
    }

    private BigDecimal unmatched() {
        return provider.sql
                .first(
                        """
                        select coalesce(sum(case a.id when t.credit_account then t.amount else -t.amount end), 0)
                        from ledger_accounts a join transactions t on a.id in (t.credit_account, t.debit_account)
                        where a.code = 'unmatched'""",
                        row -> row.getBigDecimal(1))
                .orElseThrow();
    }

    private BigDecimal waiting() {
        return unmatched().subtract(waitedBefore);
    }

    private UUID invoice(UUID customer, String number, String amount) {
        UUID id = Ids.next();
        provider.sql.update(
                """
                insert into invoices (id, customer_id, number, kind, status, amount, tax, currency, issued_on, due_date,
                    items, created_at)
                values (?, ?, ?, 'invoice', 'pending', ?, 0, 'RUB', '2026-11-01', '2026-11-20', '[]', now())""",
                id,
                customer,
                number,
                new BigDecimal(amount));
        UUID transfer = Ids.next();
        provider.sql.update(
                """
                insert into transactions (id, debit_account, credit_account, amount, type, invoice_id, group_id,
                    effective_on, created_at)
                select ?, ?, a.id, ?, 'invoice', ?, ?, '2026-11-01', now() from ledger_accounts a where a.code = 'revenue'""",
                transfer,
                customer,
                new BigDecimal(amount),
                id,
                transfer);
        provider.sql.update(
                "update customers set balance = balance - ? where id = ?", new BigDecimal(amount), customer);
        return id;
    }

    private void booksAgreeFor(UUID... customers) {
        for (UUID customer : customers) {
            assertEquals(provider.balanceByTransfers(customer), provider.balance(customer));
            assertEquals(
                    0,
                    provider.sql.number(
                            """
                            select count(*) from transactions t
                            left join (select transaction_id, sum(amount) as sum from allocations group by 1) a
                                on a.transaction_id = t.id
                            left join open_credits o on o.transaction_id = t.id
                            left join refunds r on r.payment_id = t.payment_id
                            where t.credit_account = ? and t.amount <> coalesce(a.sum, 0) + coalesce(o.remaining, 0)
                                + coalesce(r.amount, 0)""",
                            customer));
            assertEquals(
                    0,
                    provider.sql.number(
                            """
                            select count(*) from invoices i where i.customer_id = ? and (i.status = 'paid') <> (i.amount =
                                coalesce((select sum(a.amount) from allocations a where a.invoice_id = i.id), 0))""",
                            customer));
        }
    }

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

    @Test
    void whatDisagreesWaitsWithBothAsSuggestions() {
        String one = number();
        String other = number();
        UUID anna = customer(one);
        UUID boris = customer(other);
        invoice(boris, number(), "650.00");
        BankFile file = upload(in("1", 65000, "л/с " + one + " и договор " + other));
        assertEquals(0, file.matched());
        List<Suggestion> suggestions =
                desk.listSuggestions(entries(EntryStatus.WAITING, file).get(0).id());
        assertEquals(
                List.of(anna, boris),
                suggestions.stream().limit(2).map(Suggestion::customerId).toList());
        assertEquals(
                List.of(false, true),
                suggestions.stream().limit(2).map(Suggestion::sumFits).toList());
    }

    @Test
    void aClosedContractIsOnlySuggested() {
        String number = number();
        UUID anna = customer(number);
        provider.sql.update("update customers set status = 'closed' where id = ?", anna);
        BankFile file = upload(in("1", 65000, "договор " + number));
        assertEquals(0, file.matched());
        Suggestion suggestion = desk.listSuggestions(
                        entries(EntryStatus.WAITING, file).get(0).id())
                .get(0);
        assertTrue(suggestion.closed());
        assertEquals(Clue.CONTRACT, suggestion.clue());
    }

    @Test
    void whoPaidFromThatAccountBeforeOrHasThatNameIsSuggested() {
        String number = number();
        UUID anna = customer(number);
        String account = "40817" + String.format("%015d", System.nanoTime());
        Doc first = new Doc("1", "2026-12-01", 100, "ПАО СБЕРБАНК//X Y//", "", account, "договор " + number);
        upload(first);
        String surname = "Уникум" + number.toLowerCase(java.util.Locale.ROOT);
        UUID boris = customer(number());
        provider.sql.update("update customers set full_name = ? where id = ?", surname + " Борис", boris);
        provider.sql.first("select refresh_customer_search(array[?::uuid])::text", row -> true, boris);
        Doc next = new Doc(
                "2",
                "2026-12-01",
                100,
                "БАНК//" + surname.toUpperCase(java.util.Locale.ROOT) + " БОРИС//ДОМ//",
                "",
                account,
                "x");
        BankFile file = upload(first, next);
        List<Suggestion> suggestions =
                desk.listSuggestions(entries(EntryStatus.WAITING, file).get(0).id());
        assertEquals(
                List.of(anna, boris),
                suggestions.stream().map(Suggestion::customerId).toList());
        assertEquals(
                List.of(Clue.BEFORE, Clue.NAME),
                suggestions.stream().map(Suggestion::clue).toList());
    }

    private BankEntry undo(UUID entry, String reason) {
        Caller person = new Caller(UUID.randomUUID(), null, "desk", Set.of(Permission.PAYMENT_WRITE));
        return Callers.as(person, () -> boundaries.call(() -> desk.undo(entry, reason)));
    }

    private UUID waitingEntry(long kopecks) {
        return entries(EntryStatus.WAITING, upload(in("1", kopecks, "спасибо")))
                .get(0)
                .id();
    }

    private static List<Share> shares(Object... pairs) {
        List<Share> shares = new ArrayList<>();
        for (int i = 0; i < pairs.length; i += 2) {
            shares.add(new Share((String) pairs[i], new BigDecimal((String) pairs[i + 1])));
        }
        return shares;
    }

    @Test
    void aPersonSplitsAnEntryAndTakesItBack() {
        String one = number();
        String other = number();
        UUID anna = customer(one);
        UUID boris = customer(other);
        UUID invoice = invoice(anna, number(), "400.00");
        UUID entry = waitingEntry(65000);
        boundaries.call(() -> desk.assign(entry, shares(one, "400.00", other, "250")));
        assertEquals(EntryStatus.MATCHED, desk.get(entry).status());
        assertEquals(0, waiting().signum());
        assertEquals(new BigDecimal("0.00"), provider.balance(anna));
        assertEquals(new BigDecimal("250.00"), provider.balance(boris));
        assertEquals(List.of("billing.invoice.paid"), boundaries.announced(invoice));
        booksAgreeFor(anna, boris);

        undo(entry, "not theirs");
        assertEquals(EntryStatus.WAITING, desk.get(entry).status());
        assertEquals("not theirs", desk.get(entry).reason());
        assertEquals(new BigDecimal("650.00"), waiting());
        assertEquals(new BigDecimal("-400.00"), provider.balance(anna));
        assertEquals(new BigDecimal("0.00"), provider.balance(boris));
        assertTrue(provider.invoices(anna).get(0).startsWith("invoice pending"), "open again");
        booksAgreeFor(anna, boris);
        List<BankMatch> undone = desk.listMatches(entry);
        assertEquals(
                2, undone.stream().filter(match -> match.undoneAt() != null).count());
        assertEquals(
                List.of("billing.payment.succeeded", "billing.payment.refunded"),
                boundaries.announced(undone.get(0).paymentId()));

        boundaries.call(() -> desk.assign(entry, shares(other, "650.00")));
        assertEquals(0, waiting().signum());
        booksAgreeFor(anna, boris);
        assertEquals(3, desk.listMatches(entry).size());
    }

    @Test
    void undoingAnAutomaticMatchLeavesWhatOtherMoneyPaid() {
        String number = number();
        UUID anna = customer(number);
        UUID invoice = invoice(anna, number(), "650.00");
        BankFile file = upload(in("1", 65000, "договор " + number));
        provider.credit(anna, "650.00");
        UUID entry = entries(EntryStatus.MATCHED, file).get(0).id();
        undo(entry, "another Anna");
        assertEquals(List.of("invoice paid 650.00"), provider.invoices(anna), "by the money that was there besides");
        assertEquals(List.of("billing.invoice.paid"), boundaries.announced(invoice), "it was never open in between");
        booksAgreeFor(anna);
    }

    @Test
    void sharesAreTheWholeAndTheirCustomersAreThere() {
        String number = number();
        customer(number);
        UUID entry = waitingEntry(65000);
        for (List<Share> wrong : List.of(
                List.<Share>of(),
                shares(number, "649.99"),
                shares(number, "650.01"),
                shares("NOBODY-1", "650.00"),
                shares(number, "325.00", number, "325.00"),
                shares(number, "0.00"),
                shares(number, "-650.00"),
                shares(number, "649.999", number, "0.001"))) {
            BusinessException refused = assertThrows(
                    BusinessException.class, () -> boundaries.call(() -> desk.assign(entry, wrong)), wrong.toString());
            assertEquals(ProblemType.VALIDATION, refused.type());
        }
        assertEquals(new BigDecimal("650.00"), waiting());
    }

    @Test
    void anEntryIsDecidedOnce() {
        String number = number();
        customer(number);
        UUID entry = waitingEntry(65000);
        boundaries.call(() -> desk.setAside(entry, "rent of our garage"));
        assertEquals(EntryStatus.NOT_OURS, desk.get(entry).status());
        for (Runnable late : Arrays.<Runnable>asList(
                () -> desk.setAside(entry, "again"), () -> desk.assign(entry, shares(number, "650.00")))) {
            BusinessException refused = assertThrows(BusinessException.class, () -> boundaries.run(late));
            assertEquals(ProblemType.INVALID_STATE, refused.type());
        }
        undo(entry, "it was theirs");
        assertThrows(BusinessException.class, () -> undo(entry, "again"));
        assertThrows(BusinessException.class, () -> undo(entry, " "));
        boundaries.call(() -> desk.assign(entry, shares(number, "650.00")));
        assertEquals(List.of(), desk.listSuggestions(entry));
        assertTrue(
                desk.page(EntryStatus.MATCHED, PageRequest.of(1, null)).items().size() == 1);
        assertThrows(BusinessException.class, () -> desk.get(UUID.randomUUID()));
    }

    @Test
    void noInvariantOfTheBooksIsBrokenByAnyOfIt() {
        boundaries.with(InvariantCheck.class, boundaries.get(InvariantCheck.class));
        String number = number();
        UUID anna = customer(number);
        BankFile file = upload(in("1", 65000, "договор " + number));
        undo(entries(EntryStatus.MATCHED, file).get(0).id(), "no");
        assertTrue(boundaries.get(IntegrityCheck.class).run().findings().stream()
                .filter(finding -> !finding.invariant().equals("changes-are-audited"))
                .noneMatch(finding -> anna.equals(finding.customerId())));
    }
}
