package uplink.billing.payment.boundary;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import uplink.billing.ledger.boundary.Finding;
import uplink.billing.ledger.control.Invariant;
import uplink.billing.payment.control.Providers;
import uplink.billing.refund.boundary.Adjusted;
import uplink.billing.run.boundary.RunMode;
import uplink.billing.run.control.ChunkWorker;
import uplink.billing.run.control.RunPlan;
import uplink.billing.run.control.RunSettings;
import uplink.shared.Sql;
import uplink.testing.Database;
import uplink.testing.Provider;
import uplink.testing.Tx;

/**
 * One kopeck too much or too little, in every place where money stands, each at another customer's: one check finds every
 * one of them. Whoever planted them has the machine, and no trigger was in the way.
 */
class PlantedCorruptionsTest {

    private static final LocalDate DAY = LocalDate.of(2026, 12, 1);
    private static final Instant NOW = Instant.parse("2026-12-01T01:00:00Z");

    /** What is changed, and the invariant that must find it. */
    private static final Map<String, String> KINDS = new LinkedHashMap<>();

    static {
        kind("balance-equals-transfers", "update customers set balance = balance + 0.01 where id = :c");
        kind(
                "invoice-equals-transfers",
                "update transactions set amount = amount + 0.01 where debit_account = :c and type = 'invoice'");
        kind(
                "invoice-equals-transfers",
                "update transactions set amount = amount - 0.01 where debit_account = :c and type = 'tax'");
        kind(
                "payment-has-one-transfer",
                "update transactions set amount = amount + 0.01 where credit_account = :c and type = 'payment'");
        kind(
                "refund-has-one-transfer",
                "update transactions set amount = amount - 0.01 where debit_account = :c and type = 'refund'");
        kind(
                "payout-has-one-transfer",
                "update transactions set amount = amount - 0.01 where debit_account = :c and type = 'payout'");
        kind("payout-has-one-transfer", "update payouts set amount = amount + 0.01 where customer_id = :c");
        kind(
                "payout-has-one-transfer",
                "update payouts set method = 'bank', payee = 'A', account = repeat('4', 20), bic = repeat('0', 9) where"
                        + " customer_id = :c");
        kind(
                "payout-has-one-transfer",
                "update payout_uses set amount = amount - 0.01 where payout_id in (select id from payouts where"
                        + " customer_id = :c)");
        kind(
                "allocations-within-credit",
                "update payout_uses set amount = amount + 0.01 where payout_id in (select id from payouts where"
                        + " customer_id = :c)");
        kind(
                "payout-has-one-transfer",
                """
                insert into transactions (id, debit_account, credit_account, amount, type, group_id, effective_on, created_at)
                select gen_random_uuid(), debit_account, credit_account, 0.01, type, group_id, effective_on, created_at
                from transactions where debit_account = :c and type = 'payout'""");
        kind(
                "second-person-decides",
                "update approvals set amount = amount + 0.01 where customer_id = :c and kind = 'payout'");
        kind(
                "second-person-decides",
                "update payouts set status = 'paid', paid_at = now() where customer_id = :c and status = 'waiting'");
        kind("payment-has-one-transfer", "update payments set amount = amount + 0.01 where customer_id = :c");
        kind("payment-has-one-transfer", "update payments set captured = amount - 0.01 where customer_id = :c");
        kind("refunds-within-captured", "update payments set refunded = refunded + 0.01 where customer_id = :c");
        kind("refunds-within-captured", "update refunds set amount = amount + 0.01 where customer_id = :c");
        kind("refund-has-one-transfer", "update refunds set amount = amount - 0.01 where customer_id = :c");
        kind("allocations-within-invoice", "update allocations set amount = amount + 0.01 where customer_id = :c");
        kind("allocations-within-credit", "update allocations set amount = amount - 0.01 where customer_id = :c");
        kind(
                "allocations-within-credit",
                "update open_credits set remaining = remaining + 0.01 where customer_id = :c");
        kind("invoice-equals-charges", "update invoices set amount = amount + 0.01 where customer_id = :c");
        kind("invoice-equals-charges", "update invoices set tax = tax - 0.01 where customer_id = :c");
        kind(
                "invoice-equals-charges",
                "update charges set amount = amount + 0.01 where subscription_id in (select id from subscriptions"
                        + " where customer_id = :c)");
        kind(
                "invoice-equals-charges",
                "update charges set tax = tax + 0.01 where subscription_id in (select id from subscriptions where"
                        + " customer_id = :c)");
        kind(
                "invoice-equals-lines",
                """
                update invoices set items = jsonb_set(items, '{0,amount}',
                    to_jsonb(((items->0->>'amount')::numeric + 0.01)::text)) where customer_id = :c""");
        kind(
                "invoice-equals-lines",
                """
                update invoices set items = jsonb_set(items, '{0,tax}',
                    to_jsonb(((items->0->>'tax')::numeric - 0.01)::text)) where customer_id = :c""");
        kind(
                "payment-has-one-transfer",
                """
                insert into transactions (id, debit_account, credit_account, amount, type, payment_id, group_id,
                    effective_on, created_at)
                select gen_random_uuid(), debit_account, credit_account, 0.01, type, payment_id, group_id, effective_on,
                    created_at from transactions where credit_account = :c and type = 'payment'""");
        kind(
                "second-person-decides",
                "update approvals set amount = amount + 0.01 where customer_id = :c and kind = 'refund'");
        kind(
                "second-person-decides",
                "update approvals set amount = amount - 0.01 where customer_id = :c and kind = 'adjustment'");
        kind(
                "closed-periods-stay",
                """
                insert into transactions (id, debit_account, credit_account, amount, type, group_id, effective_on, created_at)
                select gen_random_uuid(), :c, a.id, 0.01, 'adjustment', gen_random_uuid(), '2026-11-15', '2026-12-05'
                from ledger_accounts a where a.code = 'adjustments'""");
    }

    private Provider provider;

    private static void kind(String invariant, String command) {
        KINDS.put(command, invariant);
    }

    @BeforeEach
    void ownDatabase() {
        Database.isolate();
        provider = new Provider();
    }

    @AfterEach
    void sharedDatabase() {
        Database.rejoin();
    }

    @Test
    void everyKopeckThatIsWrongIsFoundByOneCheck() throws Exception {
        List<UUID> customers = new ArrayList<>();
        UUID tariff = provider.tariff("300.00");
        KINDS.forEach((command, invariant) -> customers.add(provider.subscriber(tariff, DAY)));
        bill();
        try (Till till = new Till(new Providers(List.of()));
                Returns returns = new Returns(new Providers(List.of()))) {
            for (UUID customer : customers) {
                UUID payment = till.cash(customer, "20000.00", null).id();
                returns.refund(payment, "50.00", "k");
                returns.refund(payment, "10001.00", "waits");
                Adjusted asked = returns.adjust(customer, "20000.00");
                returns.approve(returns.second, asked.approvalId());
                returns.payOut(customer, "40.00", "out");
                returns.payOut(customer, "10001.00", "waits");
            }
        }
        provider.sql.update(
                """
                insert into accounting_periods (id, action, closed_through, decided_by, decided_at)
                values (gen_random_uuid(), 'close', '2026-11-30', gen_random_uuid(), '2026-12-03')""");
        assertEquals(List.of(), check().toList(), "sound books");

        List<String> expected = new ArrayList<>();
        List<String> commands = new ArrayList<>();
        KINDS.forEach((command, invariant) -> {
            UUID customer = customers.get(commands.size());
            expected.add(invariant + " " + customer);
            commands.add(command.replace(":c", "'" + customer + "'"));
        });
        Database.tamper(commands.toArray(String[]::new));
        TreeSet<String> missed = new TreeSet<>(expected);
        check().forEach(finding -> missed.remove(finding.invariant() + " " + finding.customerId()));
        assertEquals(new TreeSet<>(), missed, "planted, and not found");
    }

    private Stream<Finding> check() {
        return Stream.of(Invariant.values()).flatMap(invariant -> invariant.check(provider.sql).stream());
    }

    private static void bill() {
        Tx.run(c -> {
            RunSettings settings = new RunSettings(100, 10, 30);
            UUID run = new RunPlan(RunMode.COMMIT, DAY, DAY, "RUB", null, null, null, NOW).write(Sql.on(c), settings);
            new ChunkWorker(c, settings, NOW).work(run, 0);
            return true;
        });
    }
}
