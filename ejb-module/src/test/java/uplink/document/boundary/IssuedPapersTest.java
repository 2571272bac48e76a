package uplink.document.boundary;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import uplink.billing.ledger.boundary.Adjustment;
import uplink.billing.ledger.boundary.Ledger;
import uplink.billing.payment.boundary.CashPayment;
import uplink.billing.payment.boundary.Payment;
import uplink.billing.payment.boundary.Payments;
import uplink.shared.BusinessException;
import uplink.shared.Caller;
import uplink.shared.Callers;
import uplink.shared.DatabaseException;
import uplink.shared.Ids;
import uplink.shared.PageRequest;
import uplink.shared.Permission;
import uplink.shared.ProblemType;
import uplink.shared.Sql;
import uplink.testing.Boundaries;
import uplink.testing.Database;
import uplink.testing.Provider;

/** Receipts, acts, statements and contracts: to whom they are issued, once, and that they stay what they were. */
class IssuedPapersTest {

    private static final Locale RU = Locale.forLanguageTag("ru");
    private static final LocalDate NOVEMBER = LocalDate.of(2026, 11, 1);
    private static final LocalDate DECEMBER = LocalDate.of(2026, 12, 1);

    private final Provider provider = new Provider();
    private final Boundaries boundaries = new Boundaries(LocalDate.of(2027, 1, 2));
    private final Documents documents = boundaries.get(Documents.class);
    private final UUID customer = provider.customer();

    @AfterEach
    void close() throws SQLException {
        boundaries.close();
    }

    private static <T> T as(UUID customer, Supplier<T> work) {
        return Callers.as(new Caller(null, customer, "c", Set.of(Permission.SELF_READ, Permission.SELF_WRITE)), work);
    }

    private static ProblemType refusal(Runnable work) {
        return assertThrows(BusinessException.class, work::run).type();
    }

    private Payment cash(String amount) {
        Payments payments = boundaries.get(Payments.class);
        return boundaries.call(
                () -> payments.take(new CashPayment(customer, new BigDecimal(amount), null, null, "за свет")));
    }

    private DocumentSummary act(LocalDate month) {
        return documents.issue(customer, new DocumentOrder(DocumentKind.ACT, month, null));
    }

    private DocumentSummary statement(LocalDate from, LocalDate to) {
        return documents.issue(customer, new DocumentOrder(DocumentKind.STATEMENT, from, to));
    }

    private String text(UUID paper) {
        return Papers.text(documents.get(paper, RU).pdf());
    }

    @Test
    void aReceiptIsIssuedOnceWithANumberOfItsOwn() {
        Payment payment = cash("150.50");
        Paper first = as(customer, () -> documents.ownReceipt(payment.id(), RU));
        String text = Papers.text(first.pdf());
        assertTrue(text.contains("Сто пятьдесят рублей 50 копеек"), text);
        assertTrue(text.contains("за свет"), text);
        assertArrayEquals(first.pdf(), documents.receipt(payment.id(), RU).pdf());
        DocumentSummary listed = documents
                .ofCustomer(customer, new PageRequest(10, null))
                .items()
                .get(0);
        assertEquals(DocumentKind.RECEIPT, listed.kind());
        assertEquals(new BigDecimal("150.50"), listed.amount());
        assertTrue(listed.number().matches("\\d{6}"), listed.number());
        assertTrue(text.contains(listed.number()), text);
        assertEquals("receipt-" + listed.number() + "-ru.pdf", first.name());
        assertArrayEquals(
                first.pdf(), as(customer, () -> documents.own(listed.id(), RU)).pdf());
        cash("1.00");
        documents.receipt(cash("2.00").id(), RU);
        assertEquals(
                2, provider.sql.number("select count(distinct number) from papers where customer_id = ?", customer));
    }

    @Test
    void whatBroughtNoMoneyHasNoReceipt() {
        Payment payment = cash("10.00");
        for (String change :
                List.of("status = 'pending'", "status = 'failed'", "method = 'balance', status = 'succeeded'")) {
            provider.sql.update("update payments set " + change + " where id = ?", payment.id());
            assertEquals(ProblemType.INVALID_STATE, refusal(() -> documents.receipt(payment.id(), RU)), change);
        }
        provider.sql.update("update payments set method = 'cash' where id = ?", payment.id());
        provider.sql.update(
                """
                insert into transactions (id, debit_account, credit_account, amount, type, payment_id, group_id, effective_on, created_at)
                select ?, p.customer_id, a.id, 10, 'reversal', p.id, p.id, '2027-01-02', now()
                from payments p, ledger_accounts a where p.id = ? and a.code = 'clearing:cash'""",
                Ids.next(),
                payment.id());
        assertEquals(ProblemType.INVALID_STATE, refusal(() -> documents.receipt(payment.id(), RU)), "it never came");
        assertEquals(0, provider.sql.number("select count(*) from papers where customer_id = ?", customer));
    }

    @Test
    void somebodyElsesIsNotThere() {
        Payment payment = cash("10.00");
        Papers.invoice(provider.sql, customer, NOVEMBER, "650.00");
        UUID act = act(NOVEMBER).id();
        UUID other = provider.customer();
        for (Runnable attempt : List.<Runnable>of(
                () -> documents.ownReceipt(payment.id(), RU),
                () -> documents.own(act, RU),
                () -> documents.own(UUID.randomUUID(), RU))) {
            assertEquals(ProblemType.NOT_FOUND, as(other, () -> refusal(attempt)));
        }
        assertEquals(ProblemType.NOT_FOUND, refusal(() -> documents.get(UUID.randomUUID(), RU)));
        assertEquals(
                ProblemType.NOT_FOUND,
                refusal(() -> documents.issue(
                        UUID.randomUUID(), new DocumentOrder(DocumentKind.STATEMENT, NOVEMBER, DECEMBER))));
        assertEquals(
                List.of(),
                as(other, () -> documents.own(new PageRequest(10, null))).items());
        assertEquals(
                ProblemType.NOT_ALLOWED,
                as(
                        other,
                        () -> refusal(
                                () -> documents.issueOwn(new DocumentOrder(DocumentKind.ACT, NOVEMBER, DECEMBER)))));
    }

    /** The acts of all months together are what all invoices together are. */
    @Test
    void eachLineIsInOneActAlsoWhenItWasBilledLate() {
        Papers.invoice(provider.sql, customer, NOVEMBER, "650.00");
        Papers.invoice(provider.sql, customer, DECEMBER, "700.00");
        DocumentSummary november = act(NOVEMBER);
        assertEquals(new BigDecimal("650.00"), november.amount());
        Papers.invoice(provider.sql, customer, NOVEMBER, "-20.00");
        Papers.invoice(provider.sql, customer, LocalDate.of(2026, 10, 1), "30.00");
        assertEquals(november, act(NOVEMBER), "what was issued stays");
        DocumentSummary december = act(DECEMBER);
        assertEquals(new BigDecimal("680.00"), december.amount(), "October has no act yet, and gets its own");
        String text = text(december.id());
        assertTrue(text.contains("\u221220,00 ₽") && text.contains("700,00 ₽"), text);
        assertEquals(new BigDecimal("30.00"), act(LocalDate.of(2026, 10, 1)).amount());
        assertEquals(
                "1360.00",
                provider.sql
                        .first(
                                "select sum(amount)::text from papers where kind = 'act' and customer_id = ?",
                                row -> row.getString(1),
                                customer)
                        .orElseThrow());
        assertEquals(
                ProblemType.NOT_ALLOWED, refusal(() -> act(LocalDate.of(2026, 9, 1))), "nothing was rendered then");
        assertTrue(
                Papers.text(documents.get(november.id(), Locale.ENGLISH).pdf()).contains("Home"));
        assertThrows(
                DatabaseException.class,
                () -> provider.sql.update(
                        "insert into act_lines (invoice_id, line_no, act_id) select invoice_id, line_no, ? from act_lines where act_id = ?",
                        december.id(),
                        november.id()));
    }

    @Test
    void aCancelledInvoiceWasNotRendered() {
        UUID invoice = Papers.invoice(provider.sql, customer, NOVEMBER, "650.00");
        provider.sql.update("update invoices set status = 'cancelled' where id = ?", invoice);
        assertEquals(ProblemType.NOT_ALLOWED, refusal(() -> act(NOVEMBER)));
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "-, 2026-11-01, 2026-12-01, kind",
                "invoice, 2026-11-01, 2026-12-01, kind",
                "act, -, -, from",
                "act, 2026-11-02, -, from",
                "act, 2026-11-01, 2026-11-30, from",
                "act, 2027-01-01, -, from",
                "act, 2027-02-01, -, from",
                "act, +999999999-12-01, -, from",
                "act, -999999999-01-01, -, from",
                "statement, 2026-11-01, -, to",
                "statement, 2026-11-01, 2026-11-01, to",
                "statement, 2026-11-01, 2027-01-04, to",
                "statement, 2023-12-31, 2027-01-01, from",
                "statement, 2026-11-01, +999999999-12-31, to",
            })
    void whatCannotBeOrderedIsRefusedBesideTheField(
            @Nullable String kind, @Nullable LocalDate from, @Nullable LocalDate to, String field) {
        DocumentOrder order =
                new DocumentOrder(kind == null ? null : DocumentKind.valueOf(kind.toUpperCase(Locale.ROOT)), from, to);
        BusinessException refused =
                assertThrows(BusinessException.class, () -> as(customer, () -> documents.issueOwn(order)));
        assertEquals(ProblemType.VALIDATION, refused.type());
        assertEquals(field, refused.errors().get(0).field());
    }

    @Test
    void aStatementIsWhatTheLedgerSaysAndIsIssuedAnewWhenThatHasChanged() {
        Ledger ledger = boundaries.get(Ledger.class);
        boundaries.today(LocalDate.of(2026, 11, 10));
        boundaries.call(() -> ledger.adjust(customer, new Adjustment(new BigDecimal("-30.00"), null, "x")));
        boundaries.today(LocalDate.of(2026, 12, 10));
        boundaries.call(() -> ledger.adjust(customer, new Adjustment(new BigDecimal("-120.00"), null, "x")));
        boundaries.today(LocalDate.of(2026, 12, 31));
        cash("100.00");
        DocumentSummary first = statement(DECEMBER, LocalDate.of(2027, 1, 1));
        assertEquals(new BigDecimal("-50.00"), first.amount());
        String text = text(first.id()).replaceAll("\\s+", " ");
        for (String said : List.of(
                "Сальдо на начало 30,00 ₽",
                "10.12.2026 Корректировка 120,00 ₽",
                "31.12.2026 Оплата 100,00 ₽",
                "Обороты за период 120,00 ₽ 100,00 ₽",
                "Сальдо на конец 50,00 ₽",
                "(Пятьдесят рублей 00 копеек)")) {
            assertTrue(text.contains(said), said + " is not in " + text);
        }
        boundaries.today(LocalDate.of(2027, 1, 20));
        cash("5.00");
        assertEquals(first, statement(DECEMBER, LocalDate.of(2027, 1, 1)), "nothing of that period has changed");
        DocumentSummary longer = statement(DECEMBER, LocalDate.of(2027, 1, 21));
        assertEquals(provider.balance(customer), longer.amount());
        cash("7.00");
        DocumentSummary anew = statement(DECEMBER, LocalDate.of(2027, 1, 21));
        assertNotEquals(longer.number(), anew.number());
        assertEquals(provider.balance(customer), anew.amount());
        assertEquals(new BigDecimal("-45.00"), longer.amount());
    }

    @Test
    void aContractIsIssuedAnewWhenItHasChanged() {
        UUID tariff = provider.tariff("650.00");
        UUID subscription = provider.subscription(customer, tariff, DECEMBER);
        UUID contract = provider.sql
                .first(
                        "select contract_id from subscriptions where id = ?",
                        row -> row.getObject(1, UUID.class),
                        subscription)
                .orElseThrow();
        Paper first = boundaries.call(() -> documents.contract(contract, RU));
        String text = Papers.text(first.pdf());
        assertTrue(text.contains("Дом \"100\"") && text.contains("650,00 ₽ в месяц"), text);
        boundaries.today(LocalDate.of(2027, 2, 1));
        assertArrayEquals(
                first.pdf(),
                boundaries
                        .call(() -> as(customer, () -> documents.ownContract(contract, RU)))
                        .pdf());
        provider.sql.update("update customers set phone = '+79160000000' where id = ?", customer);
        Paper anew = boundaries.call(() -> documents.contract(contract, RU));
        assertTrue(Papers.text(anew.pdf()).contains("+79160000000"));
        assertEquals(
                2,
                documents
                        .ofCustomer(customer, new PageRequest(10, null))
                        .items()
                        .size());
        UUID other = provider.customer();
        assertEquals(
                ProblemType.NOT_FOUND,
                boundaries.call(() -> as(other, () -> refusal(() -> documents.ownContract(contract, RU)))));
    }

    @Test
    void theListHasInvoicesAndPapersTogether() {
        UUID invoice = Papers.invoice(provider.sql, customer, NOVEMBER, "650.00");
        UUID act = act(NOVEMBER).id();
        UUID later = Papers.invoice(provider.sql, customer, DECEMBER, "650.00");
        var first = as(customer, () -> documents.own(new PageRequest(2, null)));
        assertEquals(
                List.of(later, act),
                first.items().stream().map(DocumentSummary::id).toList());
        var rest = as(customer, () -> documents.own(PageRequest.of(2, first.nextCursor())));
        assertEquals(
                List.of(invoice), rest.items().stream().map(DocumentSummary::id).toList());
        assertEquals(3, documents.count(customer));
        assertEquals(
                List.of(act),
                documents.list(customer, 1, 1).stream().map(DocumentSummary::id).toList());
    }

    @Test
    void nobodyChangesWhatWasIssued() {
        Papers.invoice(provider.sql, customer, NOVEMBER, "650.00");
        act(NOVEMBER);
        for (String change : List.of("update papers set number = 'x'", "delete from papers", "delete from act_lines")) {
            assertEquals(
                    "42501",
                    assertThrows(DatabaseException.class, () -> provider.sql.update(change))
                            .sqlState());
            assertTrue(assertThrows(DatabaseException.class, () -> Sql.in(Database.owner())
                            .update(change))
                    .isBrokenConstraint());
        }
    }
}
