package uplink.billing.ledger.boundary;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import uplink.billing.ledger.control.CreditAllocation;
import uplink.billing.payment.boundary.CashPayment;
import uplink.billing.payment.boundary.Payment;
import uplink.billing.payment.boundary.PaymentStatus;
import uplink.billing.run.control.NextLines;
import uplink.shared.BusinessException;

/** Which credit settles which invoice, and which are overdue. */
class SettlementTest extends MoneyCases {

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
                credits.stream().map(SettlementTest::words).toList());
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
}
