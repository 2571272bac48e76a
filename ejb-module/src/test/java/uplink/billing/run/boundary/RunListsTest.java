package uplink.billing.run.boundary;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import uplink.billing.payment.boundary.CashPayment;
import uplink.billing.payment.boundary.Payment;
import uplink.billing.payment.boundary.PaymentMethod;
import uplink.billing.payment.boundary.PaymentQuery;
import uplink.billing.payment.boundary.PaymentStatus;
import uplink.billing.payment.boundary.Payments;
import uplink.shared.BusinessException;
import uplink.shared.Caller;
import uplink.shared.Callers;
import uplink.shared.Page;
import uplink.shared.PageRequest;
import uplink.shared.ProblemType;
import uplink.testing.Boundaries;
import uplink.testing.Database;
import uplink.testing.Provider;

/** What operators look at around a run: quarantine, anomalies, runs and payments, paged and filtered in SQL. */
class RunListsTest {

    private static final LocalDate NOVEMBER = LocalDate.of(2026, 11, 1);
    private static final LocalDate DECEMBER = LocalDate.of(2026, 12, 1);

    private Provider provider;
    private Boundaries boundaries;
    private BillRuns runs;
    private Quarantine quarantine;

    @BeforeAll
    static void ownDatabase() {
        Database.isolate();
    }

    @AfterAll
    static void sharedDatabase() {
        Database.rejoin();
    }

    @BeforeEach
    void signIn() {
        provider = new Provider();
        boundaries = new Boundaries(DECEMBER);
        runs = boundaries.get(BillRuns.class);
        quarantine = boundaries.get(Quarantine.class);
        Callers.set(Caller.system("test"));
    }

    @AfterEach
    void close() throws SQLException {
        Callers.clear();
        boundaries.close();
    }

    @Test
    void quarantineSaysWhyAndARetryOfWhatIsStillBrokenStaysInIt() {
        UUID bad = provider.customer();
        UUID broken = provider.subscription(bad, provider.tariff("300.00"), DECEMBER);
        provider.event(broken, "start", DECEMBER, provider.tariff("300.00"));
        BillRun run = bill(DECEMBER, RunMode.COMMIT);
        assertEquals(1, run.quarantined());

        QuarantineQuery ofTheCustomer = new QuarantineQuery(true, bad, 0, 10);
        assertEquals(1, quarantine.count(ofTheCustomer));
        QuarantineEntry entry = quarantine.list(ofTheCustomer).get(0);
        assertEquals("invalid-timeline", entry.reason());
        assertEquals(run.id(), entry.runId());
        assertTrue(entry.explanation().in(Locale.ENGLISH).length() > 10, "in words");
        assertTrue(entry.explanation().in(Locale.forLanguageTag("ru")).matches(".*[а-я]{4}.*"), "in Russian too");
        assertEquals(entry, quarantine.page(new PageRequest(1, null)).items().get(0));
        Anomaly anomaly = runs.anomalies(run.id(), AnomalyKind.QUARANTINE, new PageRequest(1, null))
                .items()
                .get(0);
        assertEquals(entry.explanation(), anomaly.explanation());

        BillRun retry = boundaries.call(() -> quarantine.retry(entry.id()));
        work(retry.id());
        QuarantineEntry again = quarantine.list(ofTheCustomer).get(0);
        assertEquals(2, again.attempts());

        provider.sql.update("update quarantine set resolved_at = now() where id = ?", entry.id());
        assertEquals(0, quarantine.count(ofTheCustomer));
        assertEquals(1, quarantine.count(new QuarantineQuery(false, bad, 0, 10)));
        assertEquals(
                ProblemType.INVALID_STATE,
                assertThrows(BusinessException.class, () -> boundaries.call(() -> quarantine.retry(entry.id())))
                        .type());
        assertEquals(
                ProblemType.NOT_FOUND,
                assertThrows(BusinessException.class, () -> boundaries.call(() -> quarantine.retry(UUID.randomUUID())))
                        .type());
    }

    @Test
    void anomaliesAreListedByTheGreatestDifference() {
        UUID steady = provider.subscriber(provider.tariff("300.00"), NOVEMBER);
        UUID grown = provider.customer();
        UUID subscription = provider.subscription(grown, provider.tariff("300.00"), NOVEMBER);
        UUID shrunk = provider.customer();
        UUID other = provider.subscription(shrunk, provider.tariff("300.00"), NOVEMBER);
        bill(NOVEMBER, RunMode.COMMIT);
        provider.event(subscription, "change", DECEMBER, provider.tariff("900.00"));
        provider.event(other, "change", DECEMBER, provider.tariff("100.00"));
        BillRun preview = bill(DECEMBER, RunMode.PREVIEW);

        AnomalyQuery all = new AnomalyQuery(preview.id(), null, 0, 10);
        assertEquals(
                List.of(grown, shrunk),
                runs.listAnomalies(all).stream().map(Anomaly::customerId).toList());
        assertEquals(2, runs.countAnomalies(all));
        assertEquals(1, runs.countAnomalies(new AnomalyQuery(preview.id(), AnomalyKind.UP, 0, 10)));
        Page<Anomaly> first = runs.anomalies(preview.id(), null, new PageRequest(1, null));
        Page<Anomaly> second = runs.anomalies(preview.id(), null, PageRequest.of(1, first.nextCursor()));
        assertEquals(
                java.util.Set.of(grown, shrunk),
                java.util.Set.of(
                        first.items().get(0).customerId(), second.items().get(0).customerId()));
        assertTrue(first.items().stream().noneMatch(a -> a.customerId().equals(steady)));
        assertEquals(
                new BigDecimal("1300.00"),
                runs.get(preview.id()).byTariff().stream()
                        .map(TariffTotal::amount)
                        .reduce(BigDecimal.ZERO, BigDecimal::add));
    }

    @Test
    void theCommitOfAPreviewShowsWhomThePreviewFound() {
        UUID grown = provider.customer();
        UUID subscription = provider.subscription(grown, provider.tariff("300.00"), NOVEMBER);
        UUID broken = provider.customer();
        UUID other = provider.subscription(broken, provider.tariff("300.00"), NOVEMBER);
        bill(NOVEMBER, RunMode.COMMIT);
        provider.event(subscription, "change", DECEMBER, provider.tariff("900.00"));
        provider.event(other, "change", DECEMBER, provider.tariff("900.00"));
        BillRun preview = bill(DECEMBER, RunMode.PREVIEW);
        provider.event(other, "start", DECEMBER, provider.tariff("300.00"));
        UUID commit = boundaries.call(() -> runs.commit(preview.id())).id();
        work(commit);

        List<Anomaly> shown = runs.listAnomalies(new AnomalyQuery(commit, null, 0, 10)).stream()
                .filter(a -> a.customerId().equals(grown) || a.customerId().equals(broken))
                .toList();
        assertEquals(
                java.util.Map.of(grown, AnomalyKind.UP, broken, AnomalyKind.QUARANTINE),
                shown.stream().collect(java.util.stream.Collectors.toMap(Anomaly::customerId, Anomaly::kind)));
        assertEquals(
                runs.countAnomalies(new AnomalyQuery(commit, null, 0, 10)),
                runs.anomalies(commit, null, new PageRequest(100, null)).items().size());
        assertEquals(
                0,
                runs.countAnomalies(
                        new AnomalyQuery(bill(DECEMBER, RunMode.COMMIT).id(), AnomalyKind.UP, 0, 10)));
    }

    @Test
    void onTheFirstTheMonthThatBeginsIsSuggestedUntilItIsBilled() throws SQLException {
        LocalDate january = LocalDate.of(2027, 1, 1);
        bill(DECEMBER, RunMode.COMMIT);
        assertEquals(january, runs.getSuggestedTarget(), "nothing is due by the first: the next month");
        UUID subscription = provider.subscription(provider.customer(), provider.tariff("300.00"), DECEMBER);
        assertEquals(DECEMBER, runs.getSuggestedTarget());
        try (Boundaries tomorrow = new Boundaries(DECEMBER.plusDays(1))) {
            assertEquals(
                    january, tomorrow.get(BillRuns.class).getSuggestedTarget(), "the night's run has had its chance");
        }
        provider.event(subscription, "start", DECEMBER, provider.tariff("300.00"));
        assertEquals(1, bill(DECEMBER, RunMode.COMMIT).quarantined());
        assertEquals(january, runs.getSuggestedTarget(), "who is in quarantine is not waited for");
    }

    @Test
    void runsAndPaymentsAreListedFilteredAndPaged() {
        UUID customer = provider.subscriber(provider.tariff("300.00"), DECEMBER);
        BillRun preview = bill(DECEMBER, RunMode.PREVIEW);
        BillRun commit = bill(DECEMBER, RunMode.COMMIT);
        RunQuery previews = new RunQuery(RunMode.PREVIEW, RunStatus.COMPLETED, false, 0, 1);
        assertEquals(preview.id(), runs.list(previews).get(0).id());
        assertTrue(runs.count(previews) >= 1);
        assertEquals(
                commit.id(), runs.page(new PageRequest(1, null)).items().get(0).id());

        Payments payments = boundaries.get(Payments.class);
        Payment small = pay(payments, customer, "100.00");
        Payment large = pay(payments, customer, "250.00");
        PaymentQuery succeeded =
                new PaymentQuery(customer, PaymentStatus.SUCCEEDED, PaymentMethod.CASH, "C-", true, 0, 10);
        assertEquals(List.of(small.id(), large.id()), ids(payments.list(succeeded)));
        assertEquals(2, payments.count(succeeded));
        assertEquals(0, payments.count(new PaymentQuery(customer, PaymentStatus.FAILED, null, null, true, 0, 10)));
        Page<Payment> newest = payments.page(new PageRequest(1, null));
        assertEquals(List.of(large.id()), ids(newest.items()));
        assertEquals(new BigDecimal("200.00"), newest.items().get(0).allocated(), "the rest stays as credit");
        assertEquals(large.id(), payments.get(large.id()).id());
    }

    private Payment pay(Payments payments, UUID customer, String amount) {
        return boundaries.call(
                () -> payments.take(new CashPayment(customer, new BigDecimal(amount), "RUB", null, "наличные")));
    }

    private static List<UUID> ids(List<Payment> payments) {
        return payments.stream().map(Payment::id).toList();
    }

    private BillRun bill(LocalDate target, RunMode mode) {
        BillRun run = boundaries.call(() -> runs.start(target, mode));
        work(run.id());
        return runs.get(run.id());
    }

    private void work(UUID run) {
        ChunkWork work = boundaries.get(ChunkWork.class);
        boundaries.call(work::claim).forEach(chunk -> boundaries.call(() -> work.work(chunk.runId(), chunk.no())));
        boundaries.run(() -> work.settle(run));
    }
}
