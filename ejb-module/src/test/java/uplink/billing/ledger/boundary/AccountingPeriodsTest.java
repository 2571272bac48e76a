package uplink.billing.ledger.boundary;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import uplink.billing.ledger.control.Invariant;
import uplink.shared.BusinessException;
import uplink.shared.Caller;
import uplink.shared.Callers;
import uplink.shared.DatabaseException;
import uplink.shared.Ids;
import uplink.shared.Permission;
import uplink.shared.ProblemType;
import uplink.shared.Sql;
import uplink.testing.Boundaries;
import uplink.testing.Database;
import uplink.testing.Provider;
import uplink.testing.Tx;

/** Closing the books, in a database of its own: it concerns everybody. */
class AccountingPeriodsTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 12, 10);
    private static final LocalDate NOVEMBER = LocalDate.of(2026, 11, 30);

    private Boundaries boundaries;
    private Provider provider;
    private AccountingPeriods periods;

    @BeforeEach
    void open() {
        Database.isolate();
        boundaries = new Boundaries(TODAY);
        provider = new Provider();
        periods = boundaries.get(AccountingPeriods.class);
    }

    @AfterEach
    void close() throws Exception {
        boundaries.close();
        Database.rejoin();
    }

    @Test
    void nothingIsPostedOrIssuedInAClosedPeriodByWhateverRoad() {
        UUID customer = provider.customer();
        UUID before = post(customer, NOVEMBER);
        UUID invoice = issue(customer, NOVEMBER);
        close(NOVEMBER);
        refused(() -> post(customer, NOVEMBER));
        refused(() -> issue(customer, NOVEMBER));
        refused(() -> provider.sql.update("update invoices set amount = amount + 0.01 where id = ?", invoice));
        refused(() -> provider.sql.update(
                "update invoices set issued_on = '2026-12-01', due_date = '2026-12-20' where id = ?", invoice));
        refused(() -> provider.sql.update("delete from invoices where id = ?", invoice));
        String partition = provider.sql
                .first("select tableoid::regclass::text from transactions where id = ?", r -> r.getString(1), before)
                .orElseThrow();
        refused(() -> insert(partition, customer, NOVEMBER));
        refused(() -> Sql.in(Database.owner())
                .update("insert into transactions (id, debit_account, credit_account,"
                        + " amount, type, group_id, effective_on, created_at) select gen_random_uuid(), debit_account,"
                        + " credit_account, amount, type, group_id, effective_on, now() from transactions"));
        post(customer, NOVEMBER.plusDays(1));
        assertEquals(
                1, provider.sql.update("update invoices set status = 'paid', paid_at = now() where id = ?", invoice));
        assertEquals(
                1, provider.sql.update("update invoices set status = 'pending', paid_at = null where id = ?", invoice));
        assertEquals(List.of(), Invariant.CLOSED_PERIODS_STAY.check(provider.sql));
    }

    @Test
    void correctionsLandInTheOpenPeriod() {
        UUID customer = provider.customer();
        close(TODAY.minusDays(1));
        LedgerEntry correction = as(
                () -> boundaries.get(Ledger.class).adjust(customer, new Adjustment(BigDecimal.TEN, null, "за ноябрь")));
        assertEquals(TODAY, correction.effectiveOn());
        boundaries.run(() -> Callers.run(caller(), () -> boundaries
                .get(Ledger.class)
                .open(List.of(new OpeningBalance(customer, BigDecimal.ONE, NOVEMBER, null)))));
        assertEquals(
                TODAY,
                provider.sql
                        .first(
                                "select effective_on from transactions where type = 'opening' and credit_account = ?",
                                row -> row.getObject(1, LocalDate.class),
                                customer)
                        .orElseThrow(),
                "what an import brings for a closed day is posted on the first open one");
    }

    @Test
    void onlyDaysThatHavePassedAreClosedAndOnlyForward() {
        assertEquals(ProblemType.VALIDATION, problem(() -> close(TODAY)));
        assertEquals(ProblemType.VALIDATION, problem(() -> close(null)));
        assertEquals(ProblemType.INVALID_STATE, problem(() -> reopen(null, "why")));
        close(NOVEMBER);
        assertEquals(NOVEMBER, periods.currentLastClosedDay().orElseThrow());
        assertEquals(ProblemType.VALIDATION, problem(() -> close(NOVEMBER)));
        assertEquals(ProblemType.VALIDATION, problem(() -> close(NOVEMBER.minusDays(1))));
    }

    @Test
    void reopeningNeedsAReasonAndIsRemembered() {
        UUID customer = provider.customer();
        close(NOVEMBER);
        assertEquals(ProblemType.VALIDATION, problem(() -> reopen(null, " ")));
        assertEquals(ProblemType.VALIDATION, problem(() -> reopen(NOVEMBER, "why")));
        reopen(LocalDate.of(2026, 10, 31), "забыли акт");
        post(customer, NOVEMBER);
        refused(() -> post(customer, LocalDate.of(2026, 10, 31)));
        reopen(null, "всё заново");
        post(customer, LocalDate.of(2026, 10, 31));
        assertEquals(
                List.of("всё заново", "забыли акт"),
                periods.list(0, 2).stream().map(AccountingPeriod::reason).toList());
        assertEquals(3, periods.count());
        assertThrows(DatabaseException.class, () -> provider.sql.update("update accounting_periods set reason = 'x'"));
        assertEquals(List.of(), Invariant.CLOSED_PERIODS_STAY.check(provider.sql));
    }

    @Test
    void closingWaitsForWhoIsPosting() throws Exception {
        UUID customer = provider.customer();
        CompletableFuture<?> closing = Tx.run(c -> {
            insertOn(Sql.on(c), "transactions", customer, NOVEMBER);
            CompletableFuture<?> other = CompletableFuture.runAsync(() -> close(NOVEMBER));
            while (Sql.in(Database.owner())
                            .number("select count(*) from pg_locks where not granted and mode ="
                                    + " 'ShareRowExclusiveLock'")
                    == 0) {
                Thread.onSpinWait();
            }
            return other;
        });
        closing.get();
        assertEquals(NOVEMBER, periods.currentLastClosedDay().orElseThrow());
        assertEquals(1, provider.sql.number("select count(*) from transactions where effective_on = ?", NOVEMBER));
        refused(() -> post(customer, NOVEMBER));
    }

    private AccountingPeriod close(LocalDate through) {
        return as(() -> periods.close(new PeriodDecision(through, null)));
    }

    private AccountingPeriod reopen(LocalDate through, String reason) {
        return as(() -> periods.reopen(new PeriodDecision(through, reason)));
    }

    private <T> T as(Supplier<T> work) {
        return boundaries.call(() -> Callers.as(caller(), work));
    }

    private static Caller caller() {
        return new Caller(UUID.randomUUID(), null, "s", Set.of(Permission.PERIOD_CLOSE));
    }

    private static ProblemType problem(Runnable work) {
        return assertThrows(BusinessException.class, work::run).type();
    }

    private static void refused(Runnable work) {
        assertEquals("23000", assertThrows(DatabaseException.class, work::run).sqlState());
    }

    private UUID post(UUID customer, LocalDate on) {
        return insert("transactions", customer, on);
    }

    private UUID insert(String table, UUID customer, LocalDate on) {
        return insertOn(provider.sql, table, customer, on);
    }

    private static UUID insertOn(Sql sql, String table, UUID customer, LocalDate on) {
        UUID id = Ids.next();
        sql.update(
                """
                insert into %s (id, debit_account, credit_account, amount, type, group_id, effective_on, created_at)
                select ?, a.id, ?, 1, 'adjustment', ?, ?, '2026-12-01' from ledger_accounts a where a.code = 'adjustments'"""
                        .formatted(table),
                id,
                customer,
                id,
                on);
        return id;
    }

    private UUID issue(UUID customer, LocalDate on) {
        UUID id = Ids.next();
        provider.sql.update(
                """
                insert into invoices (id, customer_id, number, kind, status, amount, tax, currency, issued_on, due_date,
                    items, created_at)
                values (?, ?, ?, 'invoice', 'pending', 1, 0, 'RUB', ?, '2026-12-20', '[]', '2026-12-01')""",
                id,
                customer,
                "P-" + id,
                on);
        return id;
    }
}
