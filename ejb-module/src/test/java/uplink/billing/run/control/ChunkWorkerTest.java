package uplink.billing.run.control;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import uplink.billing.run.boundary.BillRun;
import uplink.billing.run.boundary.RunMode;
import uplink.billing.run.boundary.RunStatus;
import uplink.billing.run.boundary.TariffTotal;
import uplink.shared.Ids;
import uplink.shared.Sql;
import uplink.testing.Tx;

class ChunkWorkerTest extends RunCases {

    @Test
    void aMonthIsBilledWithItsTaxLedgerAndEvent() {
        UUID customer = provider.subscriber(provider.tariff("500.00"), DECEMBER);
        BillRun run = commit(DECEMBER);

        assertEquals(List.of("invoice pending 500.00"), provider.invoices(customer));
        assertEquals(List.of("recurring 2026-12-01 2027-01-01 500.00"), provider.charges(customer));
        assertEquals(new BigDecimal("-500.00"), provider.balance(customer));
        assertEquals(new BigDecimal("-500.00"), provider.balanceByTransfers(customer));
        assertEquals(
                List.of("invoice revenue 409.84", "tax tax 90.16"),
                sql.list(
                        """
                        select t.type || ' ' || a.code || ' ' || t.amount from transactions t
                        join ledger_accounts a on a.id = t.credit_account where t.debit_account = ? order by 1""",
                        r -> r.getString(1),
                        customer),
                "22 % are within the price");
        assertEquals(
                1,
                sql.number(
                        """
                        select count(*) from outbox o join invoices i on o.subject = i.id::text
                        where i.customer_id = ? and o.type = 'billing.invoice.created'
                            and o.data->>'amount' = '500.00' and o.data->>'number' = i.number
                            and o.data->>'dueDate' = '2026-12-11'""",
                        customer));
        assertEquals(RunStatus.COMPLETED, run.status());
        assertEquals(1, run.invoiced());
        assertEquals(new BigDecimal("500.00"), run.amount());
        assertEquals(1, run.byTariff().get(0).lines());
    }

    @Test
    void aRepeatedRunAddsNothing() {
        UUID customer = provider.subscriber(provider.tariff("500.00"), NOVEMBER);
        commit(DECEMBER);
        BillRun again = commit(DECEMBER);
        assertEquals(0, again.total());
        assertEquals(0, again.invoiced());
        assertEquals(List.of("invoice pending 1000.00"), provider.invoices(customer));
    }

    @Test
    void twoRunsAtTheSameTimeHaveTheEffectOfOne() throws Exception {
        UUID tariff = provider.tariff("300.00");
        List<UUID> customers = new ArrayList<>();
        for (int i = 0; i < 7; i++) {
            customers.add(provider.subscriber(tariff, DECEMBER));
        }
        UUID first = plan(RunMode.COMMIT, DECEMBER);
        UUID second = plan(RunMode.COMMIT, DECEMBER);
        atTheSameTime(() -> workOff(first), () -> workOff(second), () -> workOff(first), () -> workOff(second));
        for (UUID customer : customers) {
            assertEquals(List.of("invoice pending 300.00"), provider.invoices(customer));
            assertEquals(new BigDecimal("-300.00"), provider.balance(customer));
        }
        assertEquals(7, run(first).invoiced() + run(second).invoiced());
        assertEquals(RunStatus.COMPLETED, run(first).status());
        assertEquals(RunStatus.COMPLETED, run(second).status());
    }

    @Test
    void numbersAreUniqueAndFollowTheCustomers() {
        UUID tariff = provider.tariff("300.00");
        for (int i = 0; i < 7; i++) {
            provider.subscriber(tariff, DECEMBER);
        }
        UUID run = plan(RunMode.COMMIT, DECEMBER);
        workOff(run);
        List<Long> numbers = sql.list(
                "select number::bigint from invoices where run_id = ? order by customer_id", r -> r.getLong(1), run);
        assertEquals(7, numbers.size());
        for (int i = 1; i < numbers.size(); i++) {
            assertEquals(numbers.get(i - 1) + 1, numbers.get(i));
        }
    }

    @Test
    void previewShowsWhatTheCommitBillsAndWritesNothing() {
        UUID tariff = provider.tariff("300.00");
        UUID customer = provider.subscriber(tariff, NOVEMBER);
        provider.subscriber(provider.tariff("100.00", "period", "exempt"), DECEMBER);
        commit(NOVEMBER);
        provider.event(subscriptionOf(customer), "change", DECEMBER, provider.tariff("900.00"));
        long charges = sql.number("select count(*) from charges");
        UUID preview = plan(RunMode.PREVIEW, DECEMBER);
        workOff(preview);
        BillRun shown = run(preview);
        assertEquals(charges, sql.number("select count(*) from charges"));
        assertEquals(
                List.of("up 900.00 300.00"),
                sql.list(
                        "select kind || ' ' || amount || ' ' || previous from bill_run_anomalies where run_id = ?",
                        r -> r.getString(1),
                        preview));
        UUID commit = Tx.run(c -> new RunPlan(RunMode.COMMIT, DECEMBER, DECEMBER, "RUB", null, preview, null, NOW)
                .write(Sql.on(c), SETTINGS));
        workOff(commit);
        BillRun billed = run(commit);
        assertEquals(shown.amount(), billed.amount());
        assertEquals(shown.invoiced(), billed.invoiced());
        assertEquals(shown.byTariff(), billed.byTariff());
        assertEquals(
                new BigDecimal("300.00"),
                billed.byTariff().stream().map(TariffTotal::previous).reduce(BigDecimal.ZERO, BigDecimal::add));
        assertEquals(new BigDecimal("1000.00"), billed.amount());
    }

    @Test
    void creditOnTheAccountSettlesTheInvoice() {
        UUID tariff = provider.tariff("300.00");
        UUID rich = provider.subscriber(tariff, DECEMBER);
        UUID poor = provider.subscriber(tariff, DECEMBER);
        provider.credit(rich, "100.00");
        provider.credit(rich, "250.00");
        provider.credit(poor, "120.00");
        commit(DECEMBER);
        assertEquals(List.of("invoice paid 300.00"), provider.invoices(rich));
        assertEquals(List.of("100.00", "200.00"), allocations(rich));
        assertEquals(new BigDecimal("50.00"), provider.balance(rich));
        assertEquals(List.of("50.00"), credits(rich));
        assertEquals(List.of("invoice pending 300.00"), provider.invoices(poor));
        assertEquals(List.of("120.00"), allocations(poor));
        assertEquals(List.of(), credits(poor));
        assertEquals(
                1,
                sql.number(
                        "select count(*) from outbox where type = 'billing.invoice.paid' and data->>'customerId' = ?",
                        rich.toString()));
    }

    @Test
    void lessThanNothingIsACreditNoteAndSettlesWhatIsOpen() {
        UUID tariff = provider.tariff("300.00", "period", "exempt");
        UUID customer = provider.subscriber(tariff, NOVEMBER);
        commit(NOVEMBER);
        provider.event(subscriptionOf(customer), "cancel", LocalDate.of(2026, 11, 16), null);
        BillRun run = commit(LocalDate.of(2026, 11, 16));
        assertEquals(List.of("invoice pending 300.00", "credit-note paid 150.00"), provider.invoices(customer));
        assertEquals(new BigDecimal("-150.00"), run.amount());
        assertEquals(new BigDecimal("-150.00"), provider.balance(customer));
        assertEquals(new BigDecimal("-150.00"), provider.balanceByTransfers(customer));
        assertEquals(List.of("150.00"), allocations(customer), "the credit went to the open invoice");
    }

    @Test
    void anInvoiceThatIsPaidByTheRunIsAnnouncedAsByAPayment() {
        UUID customer = provider.subscriber(provider.tariff("300.00"), DECEMBER);
        provider.credit(customer, "300.00");
        commit(DECEMBER);
        assertEquals(
                1,
                sql.number(
                        """
                        select count(*) from outbox o join invoices i on o.subject = i.id::text
                        where i.customer_id = ? and o.type = 'billing.invoice.paid' and o.data = jsonb_build_object(
                            'invoiceId', i.id, 'customerId', i.customer_id, 'number', i.number, 'amount', i.amount::text,
                            'currency', i.currency)""",
                        customer));
    }

    @Test
    void aFeeBeforeTheDayThatATakenOverSubscriptionIsBilledToIsChargedAtOnce() {
        UUID customer = provider.subscriber(provider.tariff("300.00"), DECEMBER);
        UUID subscription = subscriptionOf(customer);
        sql.update(
                "update subscriptions set charged_to = next_due, started_on = '2026-01-01' where id = ?", subscription);
        LocalDate visit = LocalDate.of(2026, 11, 20);
        sql.update(
                """
                insert into subscription_events (id, subscription_id, seq, effective_on, kind, amount, text, created_at)
                values (?, ?, 2, ?, 'fee', 50.00, 'visit', now())""",
                Ids.next(),
                subscription,
                visit);
        sql.update(
                "update subscriptions set next_due = ?, rerate_from = ?, version = version + 1 where id = ?",
                visit,
                visit,
                subscription);
        commit(visit);
        assertEquals(List.of("fee 2026-11-20 2026-11-21 50.00"), provider.charges(customer));
        UUID run = plan(RunMode.COMMIT, DECEMBER);
        sql.update("update bill_run_chunks set attempts = 1 where run_id = ?", run);
        workOff(run);
        assertEquals(
                List.of("fee 2026-11-20 2026-11-21 50.00", "recurring 2026-12-01 2027-01-01 300.00"),
                provider.charges(customer),
                "what was billed elsewhere is not billed again, not even by a second look");
    }

    private static void atTheSameTime(java.util.concurrent.Callable<?>... works) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(works.length);
        CountDownLatch start = new CountDownLatch(1);
        List<Future<?>> results = new ArrayList<>();
        for (java.util.concurrent.Callable<?> work : works) {
            results.add(threads.submit(() -> {
                start.await();
                return work.call();
            }));
        }
        start.countDown();
        for (Future<?> result : results) {
            result.get();
        }
        threads.shutdown();
    }
}
