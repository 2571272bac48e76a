package uplink.billing.ledger.boundary;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import uplink.billing.ledger.control.Invariant;
import uplink.billing.payment.boundary.PaymentMethod;
import uplink.billing.payment.control.Receipt;
import uplink.billing.run.boundary.RunMode;
import uplink.billing.run.control.ChunkWorker;
import uplink.billing.run.control.RunPlan;
import uplink.billing.run.control.RunSettings;
import uplink.shared.Sql;
import uplink.testing.Database;
import uplink.testing.Provider;
import uplink.testing.Tx;

/** Every invariant finds the corruption that it is there for, and nothing in sound books. All of it is rolled back. */
class IntegrityCheckTest {

    private static final LocalDate DAY = LocalDate.of(2026, 12, 1);
    private static final Instant NOW = Instant.parse("2026-12-01T01:00:00Z");

    private final Provider provider = new Provider();

    @BeforeAll
    static void ownDatabase() {
        Database.isolate();
    }

    @AfterAll
    static void sharedDatabase() {
        Database.rejoin();
    }

    @Test
    void soundBooksHaveNoFindings() {
        assertFindings(Set.of());
    }

    @Test
    void aChangedBalanceIsFound() {
        assertFindings(
                Set.of("balance-equals-transfers"), "update customers set balance = balance + 1 where id = :customer");
    }

    @Test
    void aChangedTransferIsFound() {
        assertFindings(
                Set.of("balance-equals-transfers", "invoice-equals-transfers"),
                "update transactions set amount = amount + 1 where debit_account = :customer and type = 'invoice'");
    }

    @Test
    void aLostTransferIsFound() {
        assertFindings(
                Set.of("balance-equals-transfers", "invoice-equals-transfers"),
                "delete from transactions where debit_account = :customer and type = 'tax'");
    }

    @Test
    void aTransferToNowhereIsFound() {
        assertFindings(
                Set.of("transfers-balance"),
                "alter table transactions drop constraint transactions_credit_account_fkey",
                """
                insert into transactions (id, debit_account, credit_account, amount, type, group_id, effective_on, created_at)
                select gen_random_uuid(), id, gen_random_uuid(), 5, 'adjustment', gen_random_uuid(), current_date, now()
                from ledger_accounts where code = 'revenue'""");
    }

    @Test
    void aTriggerThatIsOffIsFound() {
        assertFindings(
                Set.of("transfers-written-once"), "alter table transactions disable trigger transactions_written_once");
    }

    @Test
    void aPersonsChangeWithoutItsRowInTheTrailIsFound() {
        assertFindings(
                Set.of("changes-are-audited"), TRAIL_BEGINS, "update bill_runs set started_by = gen_random_uuid()");
    }

    @Test
    void aPersonsChangeWithTwoRowsInTheTrailIsFound() {
        String row =
                """
                insert into audit_log (id, at, actor_name, actor_kind, edge, action, entity, entity_id, after)
                select gen_random_uuid(), now(), 'x', 'staff', 'api', 'bill-run.commit', 'bill-run', id,
                    jsonb_build_object('bill-run/' || id, '{}'::jsonb) from bill_runs""";
        String started = "update bill_runs set started_by = gen_random_uuid()";
        assertFindings(Set.of(), TRAIL_BEGINS, started, row);
        assertFindings(Set.of("changes-are-audited"), TRAIL_BEGINS, started, row, row);
    }

    private static final String TRAIL_BEGINS =
            """
            insert into audit_log (id, at, actor_name, actor_kind, edge, action, entity, entity_id)
            values ('00000000-0000-7000-8000-000000000000', now(), 'x', 'staff', 'api', 'x', 'x', 'x')""";

    @Test
    void aPaymentWithoutTransferIsFound() {
        assertFindings(
                Set.of("payment-has-one-transfer"),
                """
                insert into payments (id, customer_id, amount, currency, method, provider, external_id, status, created_at)
                values (gen_random_uuid(), :customer, 10, 'RUB', 'card', 'p', 'x', 'succeeded', now())""");
    }

    @Test
    void anOpenPaymentThatNobodyAsksAboutIsFound() {
        assertFindings(
                Set.of("providers-are-asked"),
                """
                insert into payments (id, customer_id, amount, currency, method, provider, status, created_at)
                values (gen_random_uuid(), :customer, 10, 'RUB', 'card', 'p', 'unknown', now())""");
    }

    @Test
    void aCardPaymentThatNoProviderKnowsIsFound() {
        assertFindings(
                Set.of("providers-are-asked"),
                "update payments set method = 'card' where customer_id = :customer and method = 'cash'");
    }

    @Test
    void aPaymentOfAnotherAmountIsFound() {
        assertFindings(
                Set.of("payment-has-one-transfer"),
                "update payments set amount = amount + 1 where customer_id = :customer");
    }

    @Test
    void anInvoiceThatIsPaidWithoutMoneyIsFound() {
        assertFindings(
                Set.of("allocations-within-invoice"),
                "update invoices set status = 'paid', paid_at = now() where customer_id = :customer and status ="
                        + " 'pending'");
    }

    @Test
    void moreAllocatedThanTheCreditHadIsFound() {
        assertFindings(
                Set.of("allocations-within-credit"),
                "update allocations set amount = amount + 1 where customer_id = :customer");
    }

    @Test
    void moreAllocatedThanTheInvoiceIsFound() {
        assertFindings(
                Set.of("allocations-within-credit", "allocations-within-invoice"),
                "update allocations set amount = amount + 1000 where customer_id = :customer");
    }

    @Test
    void aCreditThatIsForgottenIsFound() {
        assertFindings(Set.of("credits-are-known"), "delete from allocations where customer_id = :customer");
    }

    @Test
    void aChangedChargeIsFound() {
        assertFindings(
                Set.of("invoice-equals-charges", "invoice-equals-transfers"),
                """
                update charges set amount = amount + 1 where subscription_id in
                    (select id from subscriptions where customer_id = :customer)""");
    }

    @Test
    void aChangedLineIsFound() {
        assertFindings(
                Set.of("invoice-equals-lines"),
                """
                update invoices set items = jsonb_set(items, '{0,amount}', '"1.00"')
                where customer_id = :customer""");
    }

    @Test
    void aLostDailyShareIsFound() {
        assertFindings(
                Set.of("daily-shares-equal-transfers"),
                "update charges set amount = amount + 1 where invoice_id is null");
    }

    @Test
    void aKeyThatIsGoneIsFound() {
        assertFindings(Set.of("no-charge-twice"), "alter table charges drop constraint charges_pkey");
    }

    @Test
    void aWrongSnapshotIsFound() {
        assertFindings(
                Set.of("snapshots-equal-transfers"),
                """
                insert into ledger_snapshots (account_id, day, debits, credits)
                select id, date '1999-01-01', 0, 1 from ledger_accounts where code = 'clearing:cash'""");
    }

    /** Books with an invoice partly paid and a daily share, then the corruption by the owner; answers what is found. */
    private void assertFindings(Set<String> expected, String... corruption) {
        UUID customer = provider.subscriber(provider.tariff("300.00"), DAY);
        provider.subscriber(provider.tariff("310.00", "daily", "exempt"), DAY);
        Tx.run(c -> {
            Sql sql = Sql.on(c);
            UUID run = new RunPlan(RunMode.COMMIT, DAY, DAY, "RUB", null, null, null, NOW)
                    .write(sql, new RunSettings(100, 10, 30));
            new ChunkWorker(c, new RunSettings(100, 10, 30), NOW).work(run, 0);
            return new Receipt(
                            customer,
                            new BigDecimal("100.00"),
                            "RUB",
                            PaymentMethod.CASH,
                            "cash",
                            uplink.billing.ledger.control.HouseAccount.CASH,
                            null,
                            null,
                            null)
                    .book(sql, DAY, NOW);
        });
        Set<String> before = Tx.run(Database.owner(), c -> findings(c));
        Set<String> after = corrupted(customer, corruption);
        after.removeAll(before);
        assertTrue(before.isEmpty(), () -> "sound books, but " + before);
        assertEquals(new TreeSet<>(expected), after);
    }

    private static Set<String> corrupted(UUID customer, String... corruption) {
        try (Connection c = Database.owner().getConnection();
                Statement statement = c.createStatement()) {
            c.setAutoCommit(false);
            statement.execute("alter table transactions disable trigger user");
            for (String sql : corruption) {
                statement.execute(sql.replace(":customer", "'" + customer + "'"));
            }
            boolean triggerIsTheMatter = corruption.length > 0 && corruption[0].contains("disable trigger");
            if (!triggerIsTheMatter) {
                statement.execute("alter table transactions enable trigger user");
            }
            Set<String> found = findings(c);
            c.rollback();
            return found;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Set<String> findings(Connection c) {
        Set<String> found = new TreeSet<>();
        for (Invariant invariant : Invariant.values()) {
            found.addAll(
                    invariant.check(Sql.on(c)).stream().map(Finding::invariant).collect(Collectors.toSet()));
        }
        return found;
    }
}
