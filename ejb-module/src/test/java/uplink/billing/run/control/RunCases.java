package uplink.billing.run.control;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import uplink.billing.run.boundary.BillRun;
import uplink.billing.run.boundary.RunMode;
import uplink.shared.Sql;
import uplink.testing.Provider;
import uplink.testing.Tx;

/** A provider whose runs are planned and worked off without a server. */
abstract class RunCases {

    static final LocalDate NOVEMBER = LocalDate.of(2026, 11, 1);
    static final LocalDate DECEMBER = LocalDate.of(2026, 12, 1);
    static final Instant NOW = Instant.parse("2026-12-01T01:00:00Z");
    static final RunSettings SETTINGS = new RunSettings(3, 10, 30);

    final Provider provider = new Provider();
    final Sql sql = provider.sql;

    UUID subscriptionOf(UUID customer) {
        return sql.first(
                        "select id from subscriptions where customer_id = ?", r -> r.getObject(1, UUID.class), customer)
                .orElseThrow();
    }

    static String number(Sql sql, UUID customer) {
        return sql.first("select number from invoices where customer_id = ?", r -> r.getString(1), customer)
                .orElseThrow();
    }

    List<String> allocations(UUID customer) {
        return sql.list(
                "select amount from allocations where customer_id = ? order by transaction_id",
                r -> r.getString(1),
                customer);
    }

    List<String> credits(UUID customer) {
        return sql.list("select remaining from open_credits where customer_id = ?", r -> r.getString(1), customer);
    }

    BillRun commit(LocalDate target) {
        UUID run = plan(RunMode.COMMIT, target);
        workOff(run);
        return run(run);
    }

    static UUID plan(RunMode mode, LocalDate target) {
        return Tx.run(c -> new RunPlan(mode, target, target, "RUB", null, null, null, NOW).write(Sql.on(c), SETTINGS));
    }

    static boolean workOff(UUID run) {
        RunLoop.step(run, SETTINGS, NOW, Integer.MAX_VALUE);
        return true;
    }

    BillRun run(UUID id) {
        return new RunRows(sql, NOW).one(id).orElseThrow();
    }
}
