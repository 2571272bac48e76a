package uplink.billing.ledger.boundary;

import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import uplink.billing.invoice.boundary.Invoices;
import uplink.billing.payment.boundary.Payments;
import uplink.billing.run.boundary.BillRun;
import uplink.billing.run.boundary.BillRuns;
import uplink.billing.run.boundary.ChunkWork;
import uplink.billing.run.boundary.RunMode;
import uplink.shared.Caller;
import uplink.shared.Callers;
import uplink.shared.PageRequest;
import uplink.testing.Boundaries;
import uplink.testing.Provider;

/** Money from the bill run to the last rouble: boundaries on the real database. */
abstract class MoneyCases {

    static final LocalDate DECEMBER = LocalDate.of(2026, 12, 1);
    static final PageRequest PAGE = new PageRequest(20, null);

    final Provider provider = new Provider();
    final Boundaries boundaries = new Boundaries(DECEMBER);
    final BillRuns runs = boundaries.get(BillRuns.class);
    final Payments payments = boundaries.get(Payments.class);
    final Ledger ledger = boundaries.get(Ledger.class);
    final Invoices invoices = boundaries.get(Invoices.class);

    @BeforeEach
    void signIn() {
        Callers.set(Caller.system("test"));
    }

    @AfterEach
    void close() throws SQLException {
        Callers.clear();
        boundaries.close();
    }

    BillRun bill(LocalDate target) {
        BillRun run = boundaries.call(() -> runs.start(target, RunMode.COMMIT));
        work(run.id());
        return runs.get(run.id());
    }

    void work(UUID run) {
        ChunkWork work = boundaries.get(ChunkWork.class);
        boundaries.call(work::claim).forEach(chunk -> boundaries.call(() -> work.work(chunk.runId(), chunk.no())));
        boundaries.run(() -> work.settle(run));
    }

    LedgerEntry adjust(UUID customer, String amount) {
        return boundaries.call(
                () -> ledger.adjust(customer, new Adjustment(new BigDecimal(amount), null, "по звонку")));
    }

    List<UUID> invoiceIds(UUID customer) {
        return provider.sql.list(
                "select id from invoices where customer_id = ? order by id", r -> r.getObject(1, UUID.class), customer);
    }
}
