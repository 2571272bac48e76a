package uplink.billing.ledger.boundary;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import uplink.billing.invoice.boundary.InvoiceDetail;
import uplink.billing.invoice.boundary.InvoiceQuery;
import uplink.billing.invoice.boundary.InvoiceStatus;
import uplink.billing.invoice.boundary.Invoices;
import uplink.billing.ledger.control.CreditAllocation;
import uplink.billing.payment.boundary.CashPayment;
import uplink.billing.payment.boundary.Payment;
import uplink.billing.payment.boundary.PaymentStatus;
import uplink.billing.payment.boundary.Payments;
import uplink.billing.run.boundary.BillRun;
import uplink.billing.run.boundary.BillRuns;
import uplink.billing.run.boundary.ChunkWork;
import uplink.billing.run.boundary.RunMode;
import uplink.billing.run.boundary.RunStatus;
import uplink.billing.run.control.NextLines;
import uplink.shared.BusinessException;
import uplink.shared.Caller;
import uplink.shared.Callers;
import uplink.shared.PageRequest;
import uplink.shared.Permission;
import uplink.shared.ProblemType;
import uplink.testing.Boundaries;
import uplink.testing.Provider;

/** Money from the bill run to the last rouble: boundaries on the real database. */
class MoneyTest {

    private static final LocalDate DECEMBER = LocalDate.of(2026, 12, 1);
    private static final PageRequest PAGE = new PageRequest(20, null);

    private final Provider provider = new Provider();
    private final Boundaries boundaries = new Boundaries(DECEMBER);
    private final BillRuns runs = boundaries.get(BillRuns.class);
    private final Payments payments = boundaries.get(Payments.class);
    private final Ledger ledger = boundaries.get(Ledger.class);
    private final Invoices invoices = boundaries.get(Invoices.class);

    @BeforeEach
    void signIn() {
        Callers.set(Caller.system("test"));
    }

    @AfterEach
    void close() throws SQLException {
        Callers.clear();
        boundaries.close();
    }

    @Test
    void aRunGoesFromPlanToCompletionAndSaysSoOnce() {
        UUID customer = provider.subscriber(provider.tariff("300.00"), DECEMBER);
        BillRun run = bill(DECEMBER);
        assertEquals(RunStatus.COMPLETED, run.status());
        assertEquals(1, run.total());
        assertEquals(1, run.done());
        boundaries.run(() -> boundaries.get(ChunkWork.class).settle(run.id()));
        assertEquals(List.of("billing.run.completed"), boundaries.announced(run.id()));
        assertEquals(List.of("invoice pending 300.00"), provider.invoices(customer));
    }

    @Test
    void aTargetTooFarAheadIsRefused() {
        assertEquals(
                ProblemType.VALIDATION,
                assertThrows(
                                BusinessException.class,
                                () -> boundaries.call(() -> runs.start(DECEMBER.plusDays(46), RunMode.PREVIEW)))
                        .type());
    }

    @Test
    void onlyAFinishedPreviewCanBeCommitted() {
        provider.subscriber(provider.tariff("300.00"), DECEMBER);
        BillRun preview = boundaries.call(() -> runs.start(DECEMBER, RunMode.PREVIEW));
        assertThrows(BusinessException.class, () -> boundaries.call(() -> runs.commit(preview.id())));
        work(preview.id());
        BillRun commit = boundaries.call(() -> runs.commit(preview.id()));
        assertEquals(RunMode.COMMIT, commit.mode());
        assertEquals(preview.id(), commit.previewId());
        work(commit.id());
        assertEquals(new BigDecimal("300.00"), runs.get(commit.id()).amount());
    }

    @Test
    void cashGoesToTheNamedInvoiceFirstAndThenToTheOldest() {
        UUID tariff = provider.tariff("300.00");
        UUID customer = provider.subscriber(tariff, DECEMBER);
        bill(DECEMBER);
        bill(LocalDate.of(2027, 1, 1));
        UUID second = invoiceIds(customer).get(1);
        Payment payment = boundaries.call(
                () -> payments.take(new CashPayment(customer, new BigDecimal("400.00"), null, second, "касса 1")));
        assertEquals(PaymentStatus.SUCCEEDED, payment.status());
        assertEquals(new BigDecimal("400.00"), payment.allocated());
        assertEquals(List.of("invoice pending 300.00", "invoice paid 300.00"), provider.invoices(customer));
        Balance balance = ledger.balance(customer);
        assertEquals(new BigDecimal("-200.00"), balance.balance());
        assertEquals(new BigDecimal("200.00"), balance.due());
        assertEquals(1, balance.openInvoices());
        assertEquals(List.of("billing.payment.succeeded"), boundaries.announced(payment.id()));
        assertTrue(boundaries.announced(second).contains("billing.invoice.paid"));

        boundaries.call(() -> payments.take(new CashPayment(customer, new BigDecimal("250.00"), "RUB", null, null)));
        assertEquals(List.of("invoice paid 300.00", "invoice paid 300.00"), provider.invoices(customer));
        assertEquals(new BigDecimal("50.00"), ledger.balance(customer).balance());
    }

    @Test
    void anInvoiceTellsWhichCreditsSettledItAndWhatItPosted() {
        UUID customer = provider.subscriber(provider.tariff("300.00"), DECEMBER);
        bill(DECEMBER);
        UUID invoice = invoiceIds(customer).get(0);
        assertEquals(List.of(), ledger.allocations(invoice));
        Payment cash = boundaries.call(
                () -> payments.take(new CashPayment(customer, new BigDecimal("120.00"), null, null, "касса 2")));
        adjust(customer, "500.00");
        List<Allocation> credits = ledger.allocations(invoice);
        assertEquals(
                List.of("payment cash 120.00 of 120.00 касса 2", "adjustment null 180.00 of 500.00 по звонку"),
                credits.stream().map(MoneyTest::words).toList());
        assertEquals(cash.id(), credits.get(0).paymentId());
        assertEquals(invoice, credits.get(1).invoiceId());
        List<LedgerEntry> posted = ledger.ofInvoice(invoice);
        assertEquals(
                new BigDecimal("-300.00"),
                posted.stream().map(LedgerEntry::amount).reduce(BigDecimal.ZERO, BigDecimal::add));
        assertTrue(posted.stream().allMatch(entry -> invoice.equals(entry.invoiceId())));
        assertThrows(BusinessException.class, () -> ledger.allocations(customer));
        assertThrows(BusinessException.class, () -> ledger.ofInvoice(customer));
    }

    @Test
    void aCreditNoteTellsWhatItSettledAndIsForeseen() {
        UUID customer = provider.customer();
        UUID subscription = provider.subscription(customer, provider.tariff("300.00"), DECEMBER);
        bill(DECEMBER);
        bill(LocalDate.of(2027, 1, 1));
        assertEquals(List.of(), next(subscription));
        provider.event(subscription, "cancel", LocalDate.of(2027, 1, 1), null);
        assertEquals(List.of("adjustment -300.00"), next(subscription));
        bill(LocalDate.of(2027, 1, 2));
        UUID note = invoiceIds(customer).get(2);
        List<Allocation> settled = ledger.allocations(note);
        assertEquals(invoiceIds(customer).get(0), settled.get(0).invoiceId());
        assertEquals(
                new BigDecimal("300.00"),
                settled.stream().map(Allocation::amount).reduce(BigDecimal.ZERO, BigDecimal::add));
        assertEquals(
                note, ledger.allocations(invoiceIds(customer).get(0)).get(0).creditNoteId());
    }

    /** What a run would bring now. */
    private List<String> next(UUID subscription) {
        return provider.sql.with(connection -> new NextLines(connection, Locale.ENGLISH)
                .of(subscription, LocalDate.of(2027, 1, 2)).stream()
                        .map(line -> line.kind() + " " + line.amount())
                        .toList());
    }

    private static String words(Allocation part) {
        return part.type().code() + " " + part.paymentMethod() + " " + part.amount() + " of " + part.credited() + " "
                + part.reason();
    }

    @Test
    void aPaymentOfNothingOrForSomebodyElsesInvoiceIsRefused() {
        UUID tariff = provider.tariff("300.00");
        UUID customer = provider.subscriber(tariff, DECEMBER);
        UUID other = provider.subscriber(tariff, DECEMBER);
        bill(DECEMBER);
        UUID foreign = invoiceIds(other).get(0);
        assertEquals(ProblemType.NOT_FOUND, refusal(new CashPayment(customer, BigDecimal.TEN, null, foreign, null)));
        assertEquals(ProblemType.VALIDATION, refusal(new CashPayment(customer, BigDecimal.ZERO, null, null, null)));
        assertEquals(ProblemType.VALIDATION, refusal(new CashPayment(customer, BigDecimal.TEN, "USD", null, null)));
        assertEquals(
                ProblemType.VALIDATION, refusal(new CashPayment(customer, new BigDecimal("1.001"), null, null, null)));
        assertEquals(
                ProblemType.NOT_FOUND, refusal(new CashPayment(UUID.randomUUID(), BigDecimal.TEN, null, null, null)));
    }

    @Test
    void adjustmentsMoveTheBalanceAndCreditsSettleInvoices() {
        UUID customer = provider.subscriber(provider.tariff("300.00"), DECEMBER);
        bill(DECEMBER);
        LedgerEntry debit = adjust(customer, "-50.00");
        assertEquals(new BigDecimal("-50.00"), debit.amount());
        assertEquals("adjustments", debit.counterAccount());
        adjust(customer, "300.00");
        assertEquals(List.of("invoice pending 300.00"), provider.invoices(customer), "the debit comes first");
        adjust(customer, "50.00");
        assertEquals(List.of("invoice paid 300.00"), provider.invoices(customer));
        assertEquals(new BigDecimal("0.00"), ledger.balance(customer).balance());
        assertEquals(5, ledger.count(customer));
        assertEquals(
                List.of("50.00", "300.00", "-50.00"),
                ledger.transactions(customer, PAGE).items().stream()
                        .limit(3)
                        .map(entry -> entry.amount().toPlainString())
                        .toList());
        assertThrows(
                BusinessException.class,
                () -> boundaries.call(() -> ledger.adjust(customer, new Adjustment(BigDecimal.TEN, null, " "))));
        assertThrows(BusinessException.class, () -> adjust(customer, "0.00"));
    }

    @Test
    void openingBalancesAreTransfersOfBothSigns() {
        UUID rich = provider.customer();
        UUID poor = provider.customer();
        boundaries.run(() -> ledger.open(List.of(
                new OpeningBalance(rich, new BigDecimal("120.00"), DECEMBER, "import"),
                new OpeningBalance(poor, new BigDecimal("-80.00"), DECEMBER, null),
                new OpeningBalance(poor, BigDecimal.ZERO, DECEMBER, null))));
        assertEquals(new BigDecimal("120.00"), provider.balance(rich));
        assertEquals(new BigDecimal("-80.00"), provider.balance(poor));
        assertEquals(new BigDecimal("-80.00"), provider.balanceByTransfers(poor));
    }

    @Test
    void aCustomerSeesOnlyOwnInvoicesExplainedInTheirLanguage() {
        UUID tariff = provider.tariff("300.00");
        UUID customer = provider.subscriber(tariff, DECEMBER);
        UUID other = provider.subscriber(tariff, DECEMBER);
        bill(DECEMBER);
        Callers.set(new Caller(UUID.randomUUID(), customer, "c", Set.of(Permission.SELF_READ)));
        InvoiceDetail own = invoices.own(invoiceIds(customer).get(0), Locale.ENGLISH);
        assertEquals("Home \\100", own.lines().get(0).title());
        assertEquals(new BigDecimal("300.00"), own.lines().get(0).amount());
        assertEquals(new BigDecimal("300.00"), own.outstanding());
        assertTrue(
                own.lines().get(0).explanation().contains("300"),
                own.lines().get(0).explanation());
        InvoiceDetail russian = invoices.own(own.id(), Locale.forLanguageTag("ru"));
        assertEquals("Дом \"100\"", russian.lines().get(0).title());
        assertEquals(
                ProblemType.NOT_FOUND,
                assertThrows(
                                BusinessException.class,
                                () -> invoices.own(invoiceIds(other).get(0), Locale.ENGLISH))
                        .type());
        assertEquals(customer, ledger.ownBalance().customerId());
        assertEquals(2, ledger.ownTransactions(PAGE).items().size());
    }

    @Test
    void invoicesAreListedPagedAndFoundByNumber() {
        UUID customer = provider.subscriber(provider.tariff("300.00"), DECEMBER);
        BillRun run = bill(DECEMBER);
        bill(LocalDate.of(2027, 1, 1));
        var first = invoices.ofCustomer(customer, null, new PageRequest(1, null));
        assertEquals(1, first.items().size());
        var second = invoices.ofCustomer(customer, InvoiceStatus.PENDING, PageRequest.of(1, first.nextCursor()));
        assertEquals(null, second.nextCursor());
        assertEquals(second.items(), invoices.ofRun(run.id(), PAGE).items());
        String number = second.items().get(0).number();
        InvoiceQuery query =
                new InvoiceQuery(null, null, InvoiceStatus.PENDING, number, InvoiceQuery.Sort.AMOUNT, true, 0, 10);
        assertEquals(
                List.of(number),
                invoices.list(query).stream().map(i -> i.number()).toList());
        assertEquals(1, invoices.count(query));
    }

    @Test
    void whatIsNotPaidInTimeIsOverdueAndStillPaidLater() {
        UUID customer = provider.subscriber(provider.tariff("300.00"), DECEMBER);
        bill(DECEMBER);
        boundaries.today(LocalDate.of(2026, 12, 12));
        while (boundaries.call(invoices::markOverdue) > 0) {
            // the next batch
        }
        assertEquals(List.of("invoice overdue 300.00"), provider.invoices(customer));
        assertEquals(new BigDecimal("300.00"), ledger.balance(customer).overdue());
        assertTrue(boundaries.announced(invoiceIds(customer).get(0)).contains("billing.invoice.overdue"));
        boundaries.call(() -> payments.take(new CashPayment(customer, new BigDecimal("300.00"), null, null, null)));
        assertEquals(List.of("invoice paid 300.00"), provider.invoices(customer));
    }

    @Test
    void moreThanCanBeKeptIsRefused() {
        UUID customer = provider.customer();
        CashPayment tooMuch = new CashPayment(customer, new BigDecimal("1000000000000.00"), null, null, null);
        assertEquals(ProblemType.VALIDATION, refusal(tooMuch));
        CashPayment most = new CashPayment(customer, new BigDecimal("999999999999.99"), null, null, null);
        boundaries.call(() -> payments.take(most));
        assertEquals(ProblemType.VALIDATION, refusal(most), "the balance would be too much");
        assertThrows(BusinessException.class, () -> adjust(customer, "0.01"));
        assertThrows(BusinessException.class, () -> adjust(customer, "-1000000000000.00"));
        adjust(customer, "-999999999999.99");
        assertEquals(new BigDecimal("0.00"), provider.balance(customer));
    }

    @Test
    void theLongestDueIsOverdueFirst() {
        boundaries.today(LocalDate.of(2099, 1, 1));
        while (boundaries.call(invoices::markOverdue) > 0) {
            // what other tests have left
        }
        boundaries.today(DECEMBER);
        UUID tariff = provider.tariff("300.00");
        UUID first = provider.subscriber(tariff, DECEMBER);
        UUID second = provider.subscriber(tariff, DECEMBER);
        bill(DECEMBER);
        provider.sql.update("update invoices set due_date = '2026-12-05' where customer_id = ?", second);
        var overdue =
                boundaries.call(() -> CreditAllocation.markOverdue(boundaries.sql(), LocalDate.of(2027, 1, 1), 1));
        assertEquals(
                List.of(second),
                overdue.stream().map(CreditAllocation.PaidInvoice::customerId).toList());
        assertEquals(List.of("invoice pending 300.00"), provider.invoices(first));
    }

    @Test
    void houseBalancesAreSnapshotsAndWhatCameSince() {
        provider.subscriber(provider.tariff("300.00"), DECEMBER);
        bill(DECEMBER);
        List<HouseBalance> before = ledger.houseBalances();
        BigDecimal byTransfers = provider.sql
                .first(
                        """
                        select sum(case when credit_account = a.id then amount else -amount end)
                        from transactions, ledger_accounts a
                        where a.code = 'revenue' and a.id in (credit_account, debit_account)""",
                        row -> row.getBigDecimal(1))
                .orElseThrow();
        assertEquals(byTransfers, before.get(0).balance());
        boundaries.call(() -> ledger.takeSnapshots());
        assertEquals(before, ledger.houseBalances());
    }

    private BillRun bill(LocalDate target) {
        BillRun run = boundaries.call(() -> runs.start(target, RunMode.COMMIT));
        work(run.id());
        return runs.get(run.id());
    }

    private void work(UUID run) {
        ChunkWork work = boundaries.get(ChunkWork.class);
        boundaries.call(work::claim).forEach(chunk -> boundaries.call(() -> work.work(chunk.runId(), chunk.no())));
        boundaries.run(() -> work.settle(run));
    }

    private LedgerEntry adjust(UUID customer, String amount) {
        return boundaries.call(
                () -> ledger.adjust(customer, new Adjustment(new BigDecimal(amount), null, "по звонку")));
    }

    private ProblemType refusal(CashPayment cash) {
        return assertThrows(BusinessException.class, () -> boundaries.call(() -> payments.take(cash)))
                .type();
    }

    private List<UUID> invoiceIds(UUID customer) {
        return provider.sql.list(
                "select id from invoices where customer_id = ? order by id", r -> r.getObject(1, UUID.class), customer);
    }
}
