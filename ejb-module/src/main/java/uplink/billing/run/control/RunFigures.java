package uplink.billing.run.control;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uplink.billing.run.boundary.AnomalyKind;
import uplink.shared.Json;
import uplink.shared.Sql;

/** A chunk's sums by tariff, beside those of the same customers the month before, and whoever stands out. */
final class RunFigures {

    /** Sums of one tariff. */
    private static final class Sum {
        int lines;
        BigDecimal amount = BigDecimal.ZERO;
        BigDecimal previous = BigDecimal.ZERO;
    }

    private static final String PREVIOUS =
            """
            select s.customer_id, c.tariff_version_id, sum(c.amount)
            from subscriptions s
            join charges c on c.subscription_id = s.id and c.period_start >= ? and c.period_start < ?
            where s.customer_id = any (?) group by 1, 2""";
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private final Chunk chunk;
    private final Map<UUID, Sum> byTariff = new HashMap<>();
    private final Map<UUID, BigDecimal> previousOf = new HashMap<>();

    RunFigures(Chunk chunk) {
        this.chunk = chunk;
    }

    /**
     * For a preview: what was charged for the calendar month before the target's to the customers of this chunk's drafts,
     * by tariff and by customer. Whoever commits has seen it there; computing it again would cost every run.
     */
    void loadPrevious(Sql sql, UUID[] customers, Map<UUID, UUID> tariffOfVersion) {
        if (!chunk.isPreview()) {
            return;
        }
        LocalDate month = chunk.targetDate().withDayOfMonth(1);
        sql.list(
                PREVIOUS,
                row -> {
                    UUID tariff = tariffOfVersion.get(row.getObject(2, UUID.class));
                    BigDecimal amount = row.getBigDecimal(3);
                    if (tariff != null) {
                        Sum sum = sum(tariff);
                        sum.previous = sum.previous.add(amount);
                    }
                    return previousOf.merge(row.getObject(1, UUID.class), amount, BigDecimal::add);
                },
                month.minusMonths(1),
                month,
                customers);
    }

    private Sum sum(UUID tariff) {
        return byTariff.computeIfAbsent(tariff, t -> new Sum());
    }

    void count(List<Draft> drafts) {
        for (Draft draft : drafts) {
            for (Draft.Line line : draft.lines) {
                if (!line.stored()) {
                    Sum sum = sum(line.tariff());
                    sum.lines++;
                    sum.amount = sum.amount.add(line.rated().gross());
                }
            }
        }
    }

    void write(Sql sql) {
        if (byTariff.isEmpty()) {
            return;
        }
        List<Map.Entry<UUID, Sum>> sums = new ArrayList<>(byTariff.entrySet());
        sql.update(
                """
                insert into bill_run_tariffs (run_id, chunk_no, tariff_id, lines, amount, previous)
                select ?, ?, t.* from unnest(?::uuid[], ?::integer[], ?::numeric[], ?::numeric[]) as t""",
                chunk.runId(),
                chunk.no(),
                sums.stream().map(Map.Entry::getKey).toArray(UUID[]::new),
                sums.stream().map(e -> e.getValue().lines).toArray(Integer[]::new),
                sums.stream().map(e -> e.getValue().amount).toArray(BigDecimal[]::new),
                sums.stream().map(e -> e.getValue().previous).toArray(BigDecimal[]::new));
    }

    /** Whoever stands out by more than that percentage (previews only), for other reasons, or cannot be billed. */
    void writeAnomalies(Sql sql, List<Draft> drafts, int percent) {
        List<Draft> found = new ArrayList<>();
        List<String> kinds = new ArrayList<>();
        for (Draft draft : drafts) {
            AnomalyKind kind = kind(draft, percent);
            if (kind != null) {
                found.add(draft);
                kinds.add(kind.code());
            }
        }
        if (!found.isEmpty()) {
            sql.update(
                    """
                    insert into bill_run_anomalies (run_id, chunk_no, customer_id, kind, amount, previous, detail)
                    select ?, ?, a.id, a.kind, a.amount, a.previous, a.detail::jsonb
                    from unnest(?::uuid[], ?::text[], ?::numeric[], ?::numeric[], ?::text[])
                        as a (id, kind, amount, previous, detail)""",
                    chunk.runId(),
                    chunk.no(),
                    found.stream().map(d -> d.customer).toArray(UUID[]::new),
                    kinds.toArray(String[]::new),
                    found.stream().map(d -> d.isRefused() ? null : d.total).toArray(BigDecimal[]::new),
                    found.stream().map(d -> previousOf.get(d.customer)).toArray(BigDecimal[]::new),
                    found.stream().map(RunFigures::detail).toArray(String[]::new));
        }
    }

    private static String detail(Draft draft) {
        Refusal refusal = draft.refusal;
        return refusal == null ? "{}" : Json.write(Map.of("reason", refusal.reason(), "detail", refusal.detail()));
    }

    private @Nullable AnomalyKind kind(Draft draft, int percent) {
        if (draft.isRefused()) {
            return AnomalyKind.QUARANTINE;
        }
        if (!draft.hasInvoice()) {
            return null;
        }
        if (draft.total.signum() <= 0) {
            return draft.total.signum() == 0 ? AnomalyKind.ZERO : AnomalyKind.CREDIT;
        }
        BigDecimal previous = previousOf.get(draft.customer);
        if (previous == null || previous.signum() <= 0) {
            return null; // nothing to compare with
        }
        BigDecimal difference = draft.total.subtract(previous);
        boolean standsOut =
                difference.abs().multiply(HUNDRED).compareTo(previous.multiply(BigDecimal.valueOf(percent))) > 0;
        return standsOut ? difference.signum() > 0 ? AnomalyKind.UP : AnomalyKind.DOWN : null;
    }
}
