package uplink.billing.statement.boundary;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static uplink.billing.statement.StatementFiles.in;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import uplink.billing.ledger.boundary.IntegrityCheck;
import uplink.billing.ledger.boundary.InvariantCheck;
import uplink.billing.statement.StatementFiles.Doc;
import uplink.shared.BusinessException;
import uplink.shared.Caller;
import uplink.shared.Callers;
import uplink.shared.PageRequest;
import uplink.shared.Permission;
import uplink.shared.ProblemType;

/** What waits at the desk: suggested, decided and taken back by a person. */
class BankDeskTest extends BankCases {

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
