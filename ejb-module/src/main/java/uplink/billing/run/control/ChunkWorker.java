package uplink.billing.run.control;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import uplink.billing.rating.boundary.RatedLine;
import uplink.billing.subscription.control.PriceBook;
import uplink.billing.subscription.control.SubscriptionTimeline;
import uplink.billing.subscription.control.Timelines;
import uplink.catalog.boundary.PriceList;
import uplink.shared.FaultPoint;
import uplink.shared.Sql;

/**
 * Works off one chunk of a bill run on the transaction's connection: rates its customers and writes everything set-wise.
 * The caller commits. Doing it twice, or twice at the same time, has the effect of once.
 */
public final class ChunkWorker {

    /** What was done; {@code worked} is false when there was nothing to do (done, in other hands, run not open). */
    public record Result(boolean worked, int invoiced, int paid, int quarantined) {
        static final Result NOTHING = new Result(false, 0, 0, 0);
    }

    private static final String CUSTOMERS =
            """
            select c.id, c.balance from customers c
            where c.id >= ? and c.id <= ? and c.currency = ?
                and exists (select 1 from subscriptions s where s.customer_id = c.id and s.next_due <= ?)
                and (? or not exists
                    (select 1 from quarantine q where q.customer_id = c.id and q.resolved_at is null))
            order by c.id""";

    private final Connection connection;
    private final Sql sql;
    private final RunSettings settings;
    private final Instant now;

    public ChunkWorker(Connection connection, RunSettings settings, Instant now) {
        this.connection = connection;
        this.sql = Sql.on(connection);
        this.settings = settings;
        this.now = now;
    }

    /** Must be called inside a transaction. */
    public Result work(UUID runId, int no) throws SQLException {
        Optional<Chunk> chunk = Chunk.take(sql, runId, no);
        return chunk.isEmpty() ? Result.NOTHING : work(chunk.get());
    }

    private Result work(Chunk chunk) throws SQLException {
        PriceList.read(sql);
        Map<UUID, Draft> drafts = customers(chunk);
        Titles titles = Titles.load(sql);
        rate(chunk, drafts, titles);
        RunFigures figures = new RunFigures(chunk);
        figures.loadPrevious(sql, drafts.keySet().toArray(UUID[]::new), titles.tariffs());
        List<Draft> all = new ArrayList<>(drafts.values());
        int paid = chunk.isPreview() ? 0 : write(chunk, all, titles);
        figures.count(all);
        figures.write(sql);
        figures.writeAnomalies(sql, all, settings.anomalyPercent());
        Result result = new Result(true, count(all, false), paid, count(all, true));
        finish(chunk, all, result);
        FaultPoint.at("chunk-before-commit");
        return result;
    }

    /** Locks the customers who have something due, always in the same order. */
    private Map<UUID, Draft> customers(Chunk chunk) {
        Map<UUID, Draft> drafts = new LinkedHashMap<>(chunk.customers() * 2);
        sql.list(
                chunk.isPreview() ? CUSTOMERS : CUSTOMERS + " for no key update of c",
                row -> {
                    UUID id = row.getObject(1, UUID.class);
                    return drafts.put(id, new Draft(id, drafts.size(), row.getBigDecimal(2)));
                },
                chunk.from(),
                chunk.to(),
                chunk.currency(),
                chunk.targetDate(),
                chunk.single());
        return drafts;
    }

    /** Reads what is due in a statement of its own: after the locks, it sees what others have billed meanwhile. */
    private void rate(Chunk chunk, Map<UUID, Draft> drafts, Titles titles) throws SQLException {
        List<SubscriptionTimeline> due = new Timelines(connection, PriceBook.load(connection))
                .due(chunk.from(), chunk.to(), chunk.targetDate(), chunk.currency()).stream()
                        .filter(s -> drafts.containsKey(s.customerId()))
                        .toList();
        boolean again = chunk.attempts() > 0;
        List<UUID> daily = new ArrayList<>();
        for (SubscriptionTimeline subscription : due) {
            Draft draft = drafts.get(subscription.customerId());
            if (draft != null && SecondLook.isDaily(subscription)) {
                daily.add(subscription.subscriptionId());
                draft.sharesAreDaily();
            }
        }
        Map<UUID, List<RatedLine>> waiting = BilledCharges.waiting(sql, daily);
        Map<UUID, Integer> seen = new HashMap<>(due.size() * 2);
        for (SecondLook slice : SecondLook.slices(due, again)) {
            Map<UUID, List<RatedLine>> billed = BilledCharges.all(sql, slice.again());
            Biller biller = new Biller(chunk.targetDate(), billed, waiting, titles.tariffs(), again);
            for (SubscriptionTimeline subscription : slice.all()) {
                Draft draft = drafts.get(subscription.customerId());
                if (draft != null) {
                    biller.bill(subscription, draft);
                    seen.merge(subscription.customerId(), 1, Integer::sum);
                }
            }
        }
        drafts.keySet().removeIf(id -> !seen.containsKey(id) && !isStuck(chunk, id));
        drafts.values().stream()
                .filter(draft -> !seen.containsKey(draft.customer))
                .forEach(draft -> draft.refuse(new Refusal(Refusal.NO_TIMELINE, Map.of())));
    }

    /** Still due although no timeline was found: a subscription without events. (Else somebody has just billed it.) */
    private boolean isStuck(Chunk chunk, UUID customer) {
        return sql.number(
                        "select count(*) from subscriptions where customer_id = ? and next_due <= ?",
                        customer,
                        chunk.targetDate())
                > 0;
    }

    private int write(Chunk chunk, List<Draft> all, Titles titles) throws SQLException {
        FaultPoint.at("chunk-before-write");
        ChunkWriter writer = new ChunkWriter(connection, chunk, titles, settings.dueDays(), now);
        writer.write(all.stream().filter(draft -> !draft.isRefused()).toList());
        for (Draft draft : all) {
            Refusal refusal = draft.refusal;
            if (refusal != null) {
                QuarantineRows.open(sql, draft.customer, chunk.runId(), refusal, now);
            }
        }
        return writer.paid();
    }

    private void finish(Chunk chunk, List<Draft> all, Result result) {
        BigDecimal amount = all.stream()
                .filter(Draft::hasInvoice)
                .map(draft -> draft.total)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        sql.update(
                """
                update bill_run_chunks set status = 'done', finished_at = ?, worked_at = clock_timestamp(), invoiced = ?, quarantined = ?, amount = ?
                where run_id = ? and no = ?""",
                now,
                result.invoiced(),
                result.quarantined(),
                amount,
                chunk.runId(),
                chunk.no());
    }

    private static int count(List<Draft> drafts, boolean refused) {
        return (int) drafts.stream()
                .filter(d -> refused ? d.isRefused() : d.hasInvoice())
                .count();
    }
}
