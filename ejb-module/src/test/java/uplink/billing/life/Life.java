package uplink.billing.life;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import uplink.billing.dunning.boundary.Dunning;
import uplink.billing.freeze.boundary.Freezes;
import uplink.billing.invoice.boundary.Invoices;
import uplink.billing.ledger.boundary.Adjustment;
import uplink.billing.ledger.boundary.Ledger;
import uplink.billing.payment.boundary.CashPayment;
import uplink.billing.payment.boundary.Payments;
import uplink.billing.run.boundary.BillRun;
import uplink.billing.run.boundary.BillRuns;
import uplink.billing.run.boundary.ChunkWork;
import uplink.billing.run.boundary.RunMode;
import uplink.shared.Caller;
import uplink.shared.Callers;
import uplink.testing.Boundaries;
import uplink.testing.Desk;
import uplink.testing.Provider;

/**
 * One customer's life: the clock moves day by day, every job of every day runs, and what happened is told in the order
 * in which it happened. In the style of Kill Bill's scenario tests: do something, live on, expect exactly this.
 */
public final class Life implements AutoCloseable {

    private static final String NEWS =
            """
            select type || case
                when type in ('billing.invoice.created', 'billing.payment.succeeded', 'billing.invoice.written-off')
                    then ' ' || coalesce(nullif(data->>'kind', 'invoice') || ' ', '') || (data->>'amount')
                when type = 'billing.invoice.reminded' then ' ' || (data->>'days')
                when type in ('subscription.suspended', 'subscription.restored')
                    then ' ' || coalesce(data->>'cause', data->>'status')
                else '' end
            from outbox where data->>'customerId' = ? and id > ?::uuid order by id""";

    public final Provider provider = new Provider();
    public final Desk desk;
    public final Boundaries boundaries;
    public final UUID customer;
    public final UUID subscription;
    private final Caller before = Callers.current();
    private UUID told = new UUID(0, 0);
    private LocalDate today;

    /** A person who is connected on that day, for so much a month, billed on the first; suspended after five days of grace. */
    public Life(LocalDate begins, String price) {
        Callers.set(Caller.system("test"));
        today = begins;
        desk = new Desk(begins);
        boundaries = desk.boundaries;
        provider.sql.update("delete from dunning_days");
        provider.sql.update("update policies set is_active = true where code = 'suspend'");
        customer = desk.customer("Жилин", 1).id();
        told = newest();
        subscription =
                desk.subscription(customer, desk.tariff(price).id(), begins).id();
        day();
    }

    /** Lives through every day up to that one, which begins. */
    public Life until(LocalDate day) {
        while (today.isBefore(day)) {
            today = today.plusDays(1);
            boundaries.today(today);
            day();
        }
        return this;
    }

    public Life until(String day) {
        return until(LocalDate.parse(day));
    }

    public LocalDate today() {
        return today;
    }

    /** The jobs of a day, in the order in which they are due. */
    public void day() {
        while (boundaries.call(desk.subscriptions::settleStatuses) > 0) {
            // and the next ones
        }
        Freezes freezes = boundaries.get(Freezes.class);
        while (boundaries.call(freezes::settle) > 0) {
            // and the next ones
        }
        bill();
        Invoices invoices = boundaries.get(Invoices.class);
        while (boundaries.call(invoices::markOverdue) > 0) {
            // and the next ones
        }
        Dunning dunning = boundaries.get(Dunning.class);
        while (boundaries.call(dunning::step)) {
            // and the next batch
        }
    }

    private void bill() {
        if (provider.sql.number("select count(*) from subscriptions where next_due <= ?", today) == 0) {
            return;
        }
        BillRuns runs = boundaries.get(BillRuns.class);
        ChunkWork work = boundaries.get(ChunkWork.class);
        BillRun run = boundaries.call(() -> runs.start(today, RunMode.COMMIT));
        boundaries.call(work::claim).forEach(chunk -> boundaries.call(() -> work.work(chunk.runId(), chunk.no())));
        boundaries.run(() -> work.settle(run.id()));
    }

    /** The same day's dunning, as if it had not run yet. */
    public void dunAgain() {
        provider.sql.update("update dunning_days set finished_at = null, reached = null where day = ?", today);
        Dunning dunning = boundaries.get(Dunning.class);
        while (boundaries.call(dunning::step)) {
            // and the next batch
        }
    }

    public Life pays(String amount) {
        Payments payments = boundaries.get(Payments.class);
        boundaries.call(() -> payments.take(new CashPayment(customer, new BigDecimal(amount), null, null, null)));
        return this;
    }

    public Life isCredited(String amount) {
        Ledger ledger = boundaries.get(Ledger.class);
        boundaries.call(() -> ledger.adjust(customer, new Adjustment(new BigDecimal(amount), null, "по звонку")));
        return this;
    }

    public <T> T does(Supplier<T> something) {
        return boundaries.call(something);
    }

    /** As the customer, signed in. */
    public <T> T asks(Supplier<T> something) {
        Caller self = new Caller(
                UUID.fromString("00000000-0000-7000-8000-00000000abcd"),
                customer,
                "self",
                java.util.Set.of(uplink.shared.Permission.SELF_READ, uplink.shared.Permission.SELF_WRITE));
        return boundaries.call(() -> Callers.as(self, something));
    }

    /** Exactly this has happened since it was last asked. */
    public Life expect(String... news) {
        assertEquals(List.of(news), newsSince(), () -> "until " + today);
        told = newest();
        return this;
    }

    private UUID newest() {
        return provider.sql
                .first(
                        "select max(id::text) from outbox where data->>'customerId' = ?",
                        row -> row.getString(1) == null ? told : UUID.fromString(row.getString(1)),
                        customer.toString())
                .orElse(told);
    }

    private List<String> newsSince() {
        return provider.sql.list(NEWS, row -> row.getString(1), customer.toString(), told);
    }

    public Life owes(String amount) {
        assertEquals(new BigDecimal(amount).negate(), provider.balance(customer), () -> "on " + today);
        assertEquals(provider.balance(customer), provider.balanceByTransfers(customer));
        return this;
    }

    public String status() {
        return desk.subscriptions.get(subscription).status().code();
    }

    public long count(String query) {
        return provider.sql.number(query, customer);
    }

    @Override
    public void close() throws Exception {
        Callers.set(before);
        provider.sql.update("update policies set is_active = false where code = 'suspend'");
        desk.close();
    }
}
