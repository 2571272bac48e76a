package uplink.billing.run.control;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import uplink.billing.run.boundary.BillRun;
import uplink.billing.run.boundary.RunMode;
import uplink.billing.run.boundary.RunStatus;
import uplink.shared.Sql;
import uplink.testing.Tx;

/** Customers and rows that a chunk cannot bill, and chunks that are done again. */
class ChunkRefusalsTest extends RunCases {

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
        provider.event(broken, "start", DECEMBER, tariff);
        UUID alsoGood = provider.subscriber(tariff, DECEMBER);

        BillRun run = commit(DECEMBER);
        assertEquals(1, run.quarantined());
        assertEquals(2, run.invoiced());
        assertEquals(List.of(), provider.charges(bad));
        assertEquals(List.of("invoice pending 300.00"), provider.invoices(good));
        assertEquals(List.of("invoice pending 300.00"), provider.invoices(alsoGood));
        assertEquals("invalid-timeline second-start", quarantine(bad));
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

    private String quarantine(UUID customer) {
        return sql.first(
                        "select reason || ' ' || coalesce(detail->>'timeline', 'null') from quarantine where customer_id = ?",
                        r -> r.getString(1),
                        customer)
                .orElse("none");
    }
}
