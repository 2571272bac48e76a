package uplink.billing.run.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import uplink.billing.ledger.boundary.TransferType;
import uplink.billing.ledger.control.CreditAllocation;
import uplink.billing.ledger.control.HouseAccount;
import uplink.billing.ledger.control.Posting;
import uplink.billing.ledger.control.Transfer;
import uplink.billing.run.boundary.BillRun;
import uplink.billing.run.boundary.RunMode;
import uplink.billing.run.boundary.RunStatus;
import uplink.billing.run.boundary.TariffTotal;
import uplink.shared.Ids;
import uplink.shared.Sql;
import uplink.testing.Provider;
import uplink.testing.Tx;

class ChunkWorkerTest {

    private static final LocalDate NOVEMBER = LocalDate.of(2026, 11, 1);
    private static final LocalDate DECEMBER = LocalDate.of(2026, 12, 1);
    private static final Instant NOW = Instant.parse("2026-12-01T01:00:00Z");
    private static final RunSettings SETTINGS = new RunSettings(3, 10, 30);

    private final Provider provider = new Provider();
    private final Sql sql = provider.sql;

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
    void aChunkThatWasRolledBackGivesTheSameNumbersAgain() {
        UUID customer = provider.subscriber(provider.tariff("300.00"), DECEMBER);
        UUID run = plan(RunMode.COMMIT, DECEMBER);
        String lost = Tx.run(c -> {
            new ChunkWorker(c, SETTINGS, NOW).work(run, 0);
            String number = number(Sql.on(c), customer);
            c.rollback();
            return number;
        });
        workOff(run);
        assertEquals(lost, number(sql, customer));
    }

    @Test
    void onlyTheCulpritIsQuarantined() {
        UUID tariff = provider.tariff("300.00");
        UUID good = provider.subscriber(tariff, DECEMBER);
        UUID bad = provider.customer();
        UUID broken = provider.subscription(bad, tariff, DECEMBER);
        provider.event(broken, "resume", DECEMBER, null);
        UUID alsoGood = provider.subscriber(tariff, DECEMBER);

        BillRun run = commit(DECEMBER);
        assertEquals(1, run.quarantined());
        assertEquals(2, run.invoiced());
        assertEquals(List.of(), provider.charges(bad));
        assertEquals(List.of("invoice pending 300.00"), provider.invoices(good));
        assertEquals(List.of("invoice pending 300.00"), provider.invoices(alsoGood));
        assertEquals("invalid-timeline resume-without-pause", quarantine(bad));
        assertEquals(0, commit(DECEMBER).total(), "runs leave out who is in quarantine");
    }

    @Test
    void rowsThatTheDatabaseRefusesCostOnlyTheirCustomer() {
        UUID tariff = provider.tariff("300.00");
        List<UUID> good = List.of(provider.subscriber(tariff, DECEMBER), provider.subscriber(tariff, DECEMBER));
        UUID bad = provider.subscriber(provider.tariff("300.00"), DECEMBER);
        sql.update("delete from ledger_accounts where id = ?", bad);
        BillRun run = commit(DECEMBER);
        assertEquals(1, run.quarantined());
        assertEquals("write-refused null", quarantine(bad));
        assertEquals(List.of(), provider.invoices(bad));
        good.forEach(customer -> assertEquals(List.of("invoice pending 300.00"), provider.invoices(customer)));
    }

    @Test
    void chargesThatAreThereAlreadyAreFoundWhenTheChunkIsDoneAgain() {
        UUID customer = provider.subscriber(provider.tariff("300.00"), DECEMBER);
        commit(DECEMBER);
        sql.update("update subscriptions set next_due = started_on, charged_to = null where customer_id = ?", customer);
        UUID run = plan(RunMode.COMMIT, DECEMBER);
        workOff(run);
        assertEquals(List.of("invoice pending 300.00"), provider.invoices(customer));
        assertEquals(1, sql.number("select attempts from bill_run_chunks where run_id = ?", run));
        assertEquals(RunStatus.COMPLETED, run(run).status());
    }

    @Test
    void aRetryBillsAndResolves() {
        UUID tariff = provider.tariff("300.00");
        UUID customer = provider.subscriber(tariff, DECEMBER);
        sql.update("delete from ledger_accounts where id = ?", customer);
        commit(DECEMBER);
        sql.update(
                "insert into ledger_accounts (id, kind, customer_id, currency, created_at) values (?, 'customer', ?, 'RUB', now())",
                customer,
                customer);
        UUID retry = Tx.run(c -> new RunPlan(RunMode.COMMIT, DECEMBER, DECEMBER, "RUB", customer, null, null, NOW)
                .write(Sql.on(c), SETTINGS));
        workOff(retry);
        assertEquals(List.of("invoice pending 300.00"), provider.invoices(customer));
        assertEquals(
                0,
                sql.number("select count(*) from quarantine where customer_id = ? and resolved_at is null", customer));
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
    void dailySharesArePostedEachDayAndGatheredWhenTheMonthEnds() {
        UUID customer = provider.subscriber(provider.tariff("310.00", "daily", "exempt"), LocalDate.of(2026, 12, 30));
        commit(LocalDate.of(2026, 12, 30));
        commit(LocalDate.of(2026, 12, 31));
        assertEquals(List.of(), provider.invoices(customer));
        assertEquals(new BigDecimal("-20.00"), provider.balance(customer));
        commit(LocalDate.of(2027, 1, 1));
        assertEquals(List.of("invoice pending 20.00"), provider.invoices(customer));
        assertEquals(
                List.of(
                        "recurring 2026-12-30 2026-12-31 10.00",
                        "recurring 2026-12-31 2027-01-01 10.00",
                        "recurring 2027-01-01 2027-01-02 10.00 waits"),
                provider.charges(customer));
        assertEquals(new BigDecimal("-30.00"), provider.balance(customer));
        assertEquals(new BigDecimal("-30.00"), provider.balanceByTransfers(customer));
        assertEquals(
                List.of("daily", "daily", "daily"),
                sql.list("select type from transactions where debit_account = ?", r -> r.getString(1), customer));
    }

    @Test
    void whoeverPaidForDailySharesBeforeTheirInvoiceHasPaidTheInvoice() {
        UUID customer = provider.subscriber(provider.tariff("310.00", "daily", "exempt"), DECEMBER);
        commit(LocalDate.of(2026, 12, 15));
        provider.credit(customer, "310.00");
        commit(LocalDate.of(2026, 12, 31));
        assertEquals(new BigDecimal("0.00"), provider.balance(customer), "all shares are served");
        commit(LocalDate.of(2027, 1, 1));
        assertEquals(List.of("invoice paid 310.00"), provider.invoices(customer));
        assertEquals(new BigDecimal("-10.00"), provider.balance(customer), "the next month has begun");
        assertEquals(List.of(), credits(customer));
    }

    @Test
    void sharesThatWaitForTheirInvoiceTakeNothingFromAnInvoiceThatIsThere() {
        UUID customer = provider.subscriber(provider.tariff("310.00", "daily", "exempt"), DECEMBER);
        commit(LocalDate.of(2027, 1, 5));
        assertEquals(List.of("invoice pending 310.00"), provider.invoices(customer));
        provider.credit(customer, "310.00");
        Tx.run(c -> CreditAllocation.settle(Sql.on(c), new UUID[] {customer}, NOW));
        assertEquals(List.of("invoice paid 310.00"), provider.invoices(customer));
        assertEquals(new BigDecimal("-50.00"), provider.balance(customer));
    }

    @Test
    void anotherInvoiceIsPaidByCreditThatOnlyWaitingSharesHaveUsedUp() {
        UUID customer = provider.subscriber(provider.tariff("310.00", "daily", "exempt"), DECEMBER);
        provider.credit(customer, "50.00");
        commit(LocalDate.of(2026, 12, 5));
        provider.subscription(customer, provider.tariff("31.00", "period", "exempt"), LocalDate.of(2026, 12, 6));
        commit(LocalDate.of(2026, 12, 6));
        assertEquals(List.of("invoice paid 26.00"), provider.invoices(customer));
        assertEquals(List.of("24.00"), credits(customer));
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
    void aDebitWithoutInvoiceStillComesFirst() {
        UUID customer = provider.subscriber(provider.tariff("300.00"), DECEMBER);
        provider.credit(customer, "300.00");
        Tx.run(c -> {
            Posting.post(
                    Sql.on(c),
                    List.of(Transfer.ofCustomer(
                            customer,
                            HouseAccount.ADJUSTMENTS,
                            new BigDecimal("-100.00"),
                            TransferType.ADJUSTMENT,
                            null,
                            DECEMBER,
                            "router",
                            null)),
                    NOW);
            return true;
        });
        commit(DECEMBER);
        assertEquals(List.of("invoice pending 300.00"), provider.invoices(customer));
        assertEquals(List.of("200.00"), allocations(customer));
    }

    @Test
    void dailySharesOfACancelledSubscriptionAreNotForgotten() {
        UUID customer = provider.subscriber(provider.tariff("310.00", "daily", "exempt"), DECEMBER);
        commit(LocalDate.of(2026, 12, 3));
        provider.event(subscriptionOf(customer), "pause", LocalDate.of(2026, 12, 4), null);
        commit(LocalDate.of(2026, 12, 4));
        assertEquals(List.of(), provider.invoices(customer));
        commit(LocalDate.of(2027, 1, 1));
        assertEquals(List.of("invoice pending 30.00"), provider.invoices(customer));
        assertEquals(new BigDecimal("-30.00"), provider.balance(customer));
    }

    @Test
    void aStoppedRunLeavesItsChunksAndGoesOnLater() {
        UUID tariff = provider.tariff("300.00");
        for (int i = 0; i < 4; i++) {
            provider.subscriber(tariff, DECEMBER);
        }
        UUID run = plan(RunMode.COMMIT, DECEMBER);
        assertEquals(1, RunLoop.step(run, SETTINGS, NOW, 1));
        assertTrue(Tx.<Boolean>run(c -> new RunState(Sql.on(c), NOW).stop(run)));
        assertFalse(Tx.run(c -> new ChunkWorker(c, SETTINGS, NOW).work(run, 1)).worked());
        assertTrue(Tx.<Boolean>run(c -> new RunState(Sql.on(c), NOW).settleStop(run)));
        assertEquals(RunStatus.STOPPED, run(run).status());
        assertEquals(3, run(run).done());
        assertTrue(Tx.<Boolean>run(c -> new RunState(Sql.on(c), NOW).resume(run, DECEMBER)));
        workOff(run);
        assertEquals(4, run(run).invoiced());
        assertEquals(RunStatus.COMPLETED, run(run).status());
    }

    @Test
    void theTimeForWhichARunWasStoppedIsNotTakenForWork() {
        UUID tariff = provider.tariff("300.00");
        for (int i = 0; i < 4; i++) {
            provider.subscriber(tariff, DECEMBER);
        }
        UUID run = plan(RunMode.COMMIT, DECEMBER);
        Instant stopped = NOW.plusSeconds(60);
        Instant resumed = NOW.plus(Duration.ofDays(10));
        Tx.run(c -> {
            new RunState(Sql.on(c), NOW).begin(run);
            return true;
        });
        RunLoop.step(run, SETTINGS, NOW, 1);
        Tx.run(c -> new RunState(Sql.on(c), stopped).stop(run));
        Tx.run(c -> new RunState(Sql.on(c), stopped).settleStop(run));
        Tx.run(c -> new RunState(Sql.on(c), resumed).resume(run, DECEMBER));
        BillRun goingOn = new RunRows(sql, resumed).one(run).orElseThrow();
        assertEquals(20L, goingOn.etaSeconds(), "three customers took a minute, one is left");
        workOff(run);
    }

    @Test
    void whatAResumedRunStillIssuesHasItsDaysToBePaidFromThen() {
        UUID tariff = provider.tariff("300.00");
        for (int i = 0; i < 4; i++) {
            provider.subscriber(tariff, DECEMBER);
        }
        UUID run = plan(RunMode.COMMIT, DECEMBER);
        RunLoop.step(run, SETTINGS, NOW, 1);
        Tx.run(c -> new RunState(Sql.on(c), NOW).stop(run));
        Tx.run(c -> new RunState(Sql.on(c), NOW).settleStop(run));
        Tx.run(c -> new RunState(Sql.on(c), NOW).resume(run, DECEMBER.plusDays(20)));
        workOff(run);
        assertEquals(
                List.of("2026-12-01 2026-12-11 3", "2026-12-21 2026-12-31 1"),
                sql.list(
                        """
                        select issued_on || ' ' || due_date || ' ' || count(*) from invoices where run_id = ?
                        group by issued_on, due_date order by 1""",
                        r -> r.getString(1),
                        run));
        assertEquals(DECEMBER.plusDays(20), run(run).issuedOn());
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

    private UUID subscriptionOf(UUID customer) {
        return sql.first(
                        "select id from subscriptions where customer_id = ?", r -> r.getObject(1, UUID.class), customer)
                .orElseThrow();
    }

    private static String number(Sql sql, UUID customer) {
        return sql.first("select number from invoices where customer_id = ?", r -> r.getString(1), customer)
                .orElseThrow();
    }

    private String quarantine(UUID customer) {
        return sql.first(
                        "select reason || ' ' || coalesce(detail->>'timeline', 'null') from quarantine where customer_id = ?",
                        r -> r.getString(1),
                        customer)
                .orElse("none");
    }

    private List<String> allocations(UUID customer) {
        return sql.list(
                "select amount from allocations where customer_id = ? order by transaction_id",
                r -> r.getString(1),
                customer);
    }

    private List<String> credits(UUID customer) {
        return sql.list("select remaining from open_credits where customer_id = ?", r -> r.getString(1), customer);
    }

    private BillRun commit(LocalDate target) {
        UUID run = plan(RunMode.COMMIT, target);
        workOff(run);
        return run(run);
    }

    private static UUID plan(RunMode mode, LocalDate target) {
        return Tx.run(c -> new RunPlan(mode, target, target, "RUB", null, null, null, NOW).write(Sql.on(c), SETTINGS));
    }

    private static boolean workOff(UUID run) {
        RunLoop.step(run, SETTINGS, NOW, Integer.MAX_VALUE);
        return true;
    }

    private BillRun run(UUID id) {
        return new RunRows(sql, NOW).one(id).orElseThrow();
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
