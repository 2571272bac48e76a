package uplink.billing.run.control;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.logging.Level;
import java.util.logging.Logger;
import uplink.billing.ledger.control.BillingEvents;
import uplink.billing.ledger.control.CreditAllocation;
import uplink.billing.policy.control.DueDays;
import uplink.shared.DatabaseException;
import uplink.shared.FaultPoint;
import uplink.shared.Incident;
import uplink.shared.Json;
import uplink.shared.Sql;

/**
 * Writes a chunk's drafts set by set. The first attempt is written straight: a savepoint would put every row under a
 * second transaction id, which costs while it is written and whenever it is read. When the database refuses the rows for
 * what is in them, the chunk is done again with savepoints: the drafts are halved until the culprits are alone, those are
 * refused, everybody else is billed.
 */
final class ChunkWriter {

    private static final Logger LOG = Logger.getLogger(ChunkWriter.class.getName());
    private static final String UNIQUE_VIOLATION = "23505";

    private final Connection connection;
    private final Sql sql;
    private final Chunk chunk;
    private final Titles titles;
    private final InvoiceNumbers numbers;
    private final LocalDate dueFrom;
    private final int dueDays;
    private final Instant now;
    private int paid;

    ChunkWriter(Connection connection, Chunk chunk, Titles titles, int dueDays, Instant now) {
        this.connection = connection;
        this.sql = Sql.on(connection);
        this.chunk = chunk;
        this.titles = titles;
        this.numbers = InvoiceNumbers.of(sql, chunk);
        this.dueFrom = chunk.issuedOn().isBefore(chunk.targetDate()) ? chunk.targetDate() : chunk.issuedOn();
        this.dueDays = dueDays;
        this.now = now;
    }

    /** Drafts that the database does not take are refused. */
    void write(List<Draft> drafts) throws SQLException {
        if (drafts.isEmpty()) {
            return;
        }
        if (chunk.attempts() == 0) {
            writeAll(drafts);
            return;
        }
        execute("savepoint drafts");
        try {
            writeAll(drafts);
            execute("release savepoint drafts");
        } catch (SQLException | DatabaseException e) {
            halve(drafts, e);
        }
    }

    private void halve(List<Draft> drafts, Exception e) throws SQLException {
        if (!isOfTheData(e)) {
            throw e instanceof SQLException failure ? failure : new SQLException(e);
        }
        execute("rollback to savepoint drafts");
        if (drafts.size() == 1) {
            Incident incident = Incident.of(e);
            LOG.log(Level.WARNING, incident + ": the rows of customer " + drafts.get(0).customer, e);
            drafts.get(0).refuse(new Refusal(Refusal.WRITE_REFUSED, Map.of("error", incident.id())));
            return;
        }
        int half = drafts.size() / 2;
        write(drafts.subList(0, half));
        write(drafts.subList(half, drafts.size()));
    }

    /**
     * Whether the rows are to blame (classes 22 and 23 of SQLSTATE). A key that exists is, at first, no fault of the
     * data: somebody else has billed, and the whole chunk must look again. Only when it happens again although
     * everything was looked at, the customer is at fault.
     */
    private boolean isOfTheData(Exception e) {
        String state = e instanceof SQLException failure ? failure.getSQLState() : ((DatabaseException) e).sqlState();
        if (UNIQUE_VIOLATION.equals(state) && chunk.attempts() < 2) {
            throw new ChunkConflict(String.valueOf(e.getMessage()));
        }
        return state != null && (state.startsWith("22") || state.startsWith("23"));
    }

    private void writeAll(List<Draft> drafts) throws SQLException {
        UUID[] billed = drafts.stream()
                .filter(Draft::hasInvoice)
                .map(draft -> draft.customer)
                .toArray(UUID[]::new);
        ChunkRows rows = new ChunkRows(
                chunk, titles, numbers, dueFrom, DueDays.read(sql, billed, chunk.issuedOn(), dueDays), now);
        drafts.forEach(rows::add);
        rows.sendCharges(connection);
        rows.gathered.write(sql);
        FaultPoint.at("between-charges-and-ledger");
        rows.sendLedger(connection);
        balances(drafts);
        marks(drafts);
        settle(drafts, rows);
        rows.sendEvents(connection);
    }

    private void balances(List<Draft> drafts) {
        List<Draft> changed =
                drafts.stream().filter(d -> d.balanceChange().signum() != 0).toList();
        if (!changed.isEmpty()) {
            sql.update(
                    """
                    update customers c set balance = c.balance + d.change
                    from unnest(?::uuid[], ?::numeric[]) as d (id, change) where c.id = d.id""",
                    changed.stream().map(d -> d.customer).toArray(UUID[]::new),
                    changed.stream().map(Draft::balanceChange).toArray(BigDecimal[]::new));
        }
    }

    private void marks(List<Draft> drafts) {
        List<Draft.Mark> marks = new ArrayList<>(drafts.size());
        drafts.forEach(draft -> marks.addAll(draft.marks));
        int changed = marks.isEmpty()
                ? 0
                : sql.update(
                        """
                        update subscriptions s set charged_to = m.charged_to, next_due = m.next_due,
                            rerate_from = m.rerate_from, version = s.version + 1
                        from unnest(?::uuid[], ?::integer[], ?::date[], ?::date[], ?::date[])
                            as m (id, version, charged_to, next_due, rerate_from)
                        where s.id = m.id and s.version = m.version""",
                        marks.stream().map(Draft.Mark::subscription).toArray(UUID[]::new),
                        marks.stream().map(Draft.Mark::version).toArray(Integer[]::new),
                        marks.stream().map(Draft.Mark::chargedTo).toArray(LocalDate[]::new),
                        marks.stream().map(Draft.Mark::nextDue).toArray(LocalDate[]::new),
                        marks.stream().map(Draft.Mark::rerateFrom).toArray(LocalDate[]::new));
        if (changed != marks.size()) {
            throw new ChunkConflict("a subscription was changed meanwhile");
        }
    }

    /** Whoever had money on the account, or gets some back, may have paid already. */
    private void settle(List<Draft> drafts, ChunkRows rows) {
        UUID[] withCredit =
                drafts.stream().filter(Draft::maySettle).map(d -> d.customer).toArray(UUID[]::new);
        for (CreditAllocation.PaidInvoice invoice : CreditAllocation.settle(sql, withCredit, now)) {
            paid++;
            rows.event("billing.invoice.paid", invoice.id(), Json.write(BillingEvents.data(invoice)));
        }
    }

    /** How many invoices were settled at once. */
    int paid() {
        return paid;
    }

    private void execute(String command) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(command);
        }
    }
}
