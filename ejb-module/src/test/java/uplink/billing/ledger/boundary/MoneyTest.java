package uplink.billing.ledger.boundary;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.Proxy;
import java.math.BigDecimal;
import java.sql.Connection;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import uplink.billing.invoice.boundary.InvoiceDetail;
import uplink.billing.invoice.boundary.InvoiceLine;
import uplink.billing.invoice.boundary.InvoiceQuery;
import uplink.billing.invoice.boundary.InvoiceStatus;
import uplink.billing.invoice.control.InvoiceRows;
import uplink.billing.payment.boundary.CashPayment;
import uplink.billing.run.boundary.BillRun;
import uplink.billing.run.boundary.ChunkWork;
import uplink.billing.run.boundary.RunMode;
import uplink.billing.run.boundary.RunStatus;
import uplink.shared.BusinessException;
import uplink.shared.Caller;
import uplink.shared.Callers;
import uplink.shared.PageRequest;
import uplink.shared.Permission;
import uplink.shared.ProblemType;
import uplink.shared.Sql;
import uplink.testing.Database;

/** Runs, payments, adjustments and invoices as their boundaries tell of them. */
class MoneyTest extends MoneyCases {

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
    void linesOfManyInvoicesAreReadWithOneStatementAndOnlyOwnOnes() throws Exception {
        UUID tariff = provider.tariff("300.00");
        UUID customer = provider.subscriber(tariff, DECEMBER);
        UUID other = provider.subscriber(tariff, DECEMBER);
        bill(DECEMBER);
        bill(LocalDate.of(2027, 1, 1));
        List<UUID> ids = new ArrayList<>(invoiceIds(customer));
        assertEquals(2, ids.size());
        ids.addAll(invoiceIds(other));
        AtomicInteger statements = new AtomicInteger();
        try (Connection connection = Database.app().getConnection()) {
            Connection counted = (Connection) Proxy.newProxyInstance(
                    getClass().getClassLoader(), new Class<?>[] {Connection.class}, (proxy, method, given) -> {
                        statements.addAndGet(method.getName().equals("prepareStatement") ? 1 : 0);
                        return method.invoke(connection, given);
                    });
            Map<UUID, List<InvoiceLine>> lines = new InvoiceRows(Sql.on(counted)).lines(customer, ids, Locale.ENGLISH);
            assertEquals(Set.copyOf(invoiceIds(customer)), lines.keySet());
            lines.values()
                    .forEach(each -> assertEquals("Home \\100", each.get(0).title()));
        }
        assertEquals(1, statements.get());
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

    private ProblemType refusal(CashPayment cash) {
        return assertThrows(BusinessException.class, () -> boundaries.call(() -> payments.take(cash)))
                .type();
    }
}
