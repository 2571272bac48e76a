package uplink.connection.control;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import uplink.connection.boundary.ApplicationSource;
import uplink.connection.boundary.ApplicationStatus;
import uplink.connection.boundary.FunnelRow;
import uplink.shared.Coded;
import uplink.shared.Sql;

/** Counts applications by how far they have come. */
public final class FunnelRows {

    /** @param source null: of all */
    private record Count(@Nullable String source, ApplicationStatus status, long count, BigDecimal median) {}

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private final Sql sql;

    public FunnelRows(Sql sql) {
        this.sql = sql;
    }

    /** Those made in the half-open period: all of them first, then by source. */
    public List<FunnelRow> of(Instant from, Instant to) {
        List<Count> counts = sql.list(
                """
                with reached as (
                    select a.id, a.source, s.status, min(s.at) - a.created_at as took
                    from applications a join application_steps s on s.application_id = a.id
                    where a.created_at >= ? and a.created_at < ? group by a.id, s.status)
                select source, status, count(*),
                    round((percentile_cont(0.5) within group (order by extract(epoch from took)) / 86400)::numeric, 1)
                from reached group by grouping sets ((source, status), (status))""",
                row -> new Count(
                        row.getString(1),
                        Coded.of(ApplicationStatus.class, row.getString(2)),
                        row.getLong(3),
                        row.getBigDecimal(4)),
                from,
                to);
        List<FunnelRow> rows = new ArrayList<>();
        rows.add(row(null, counts));
        Stream.of(ApplicationSource.values()).forEach(source -> rows.add(row(source, counts)));
        return rows;
    }

    private static FunnelRow row(@Nullable ApplicationSource source, List<Count> counts) {
        String code = source == null ? null : source.code();
        long made = count(code, ApplicationStatus.NEW, counts);
        List<FunnelRow.Stage> stages = Stream.of(ApplicationStatus.values())
                .filter(status -> status != ApplicationStatus.NEW)
                .map(status -> stage(code, status, made, counts))
                .toList();
        return new FunnelRow(source, made, stages);
    }

    private static FunnelRow.Stage stage(
            @Nullable String source, ApplicationStatus status, long made, List<Count> counts) {
        long count = count(source, status, counts);
        BigDecimal percent = made == 0
                ? null
                : BigDecimal.valueOf(count).multiply(HUNDRED).divide(BigDecimal.valueOf(made), 1, RoundingMode.HALF_UP);
        BigDecimal median = counts.stream()
                .filter(one -> is(one, source, status))
                .map(Count::median)
                .findFirst()
                .orElse(null);
        return new FunnelRow.Stage(status, count, percent, median);
    }

    private static long count(@Nullable String source, ApplicationStatus status, List<Count> counts) {
        return counts.stream()
                .filter(one -> is(one, source, status))
                .mapToLong(Count::count)
                .sum();
    }

    private static boolean is(Count one, @Nullable String source, ApplicationStatus status) {
        return one.status() == status && (source == null ? one.source() == null : source.equals(one.source()));
    }
}
