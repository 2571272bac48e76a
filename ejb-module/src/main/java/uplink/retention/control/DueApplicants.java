package uplink.retention.control;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uplink.retention.boundary.RetentionCandidate;
import uplink.retention.boundary.RetentionHeld;
import uplink.shared.Sql;

/** Applicants who never became customers, were refused, and wait for no network: nothing holds them. */
final class DueApplicants implements DuePeople {

    private static final String DUE =
            """
            from applications a where a.customer_id is null and a.erased_at is null and a.status = 'refused'
                and not a.awaits_coverage and a.status_at < ?\s""";

    private final Sql sql;
    private final Instant before;

    DueApplicants(Sql sql, Instant before) {
        this.sql = sql;
        this.before = before;
    }

    @Override
    public Found first() {
        return Found.of(sql.list(
                """
                select count(*) over (), d.number, d.contact_name, d.status_at
                from (select a.id, a.number, a.contact_name, a.status_at %s limit ?) d order by d.status_at, d.id limit ?"""
                        .formatted(DUE),
                row -> new Found.Counted(
                        row.getLong(1),
                        new RetentionCandidate(
                                row.getString(2),
                                null,
                                row.getString(3),
                                row.getTimestamp(4).toInstant(),
                                List.of())),
                before,
                Found.MOST,
                Found.SHOWN));
    }

    @Override
    public int count(int most) {
        return (int) sql.number("select count(*) from (select " + DUE + "limit ?) x", before, most);
    }

    @Override
    public List<RetentionHeld> held() {
        return List.of();
    }

    @Override
    public List<RetentionCandidate> heldFirst() {
        return List.of();
    }

    @Override
    public List<UUID> next(@Nullable UUID after, int most) {
        return sql.list(
                "select a.id " + DUE + "and (?::uuid is null or a.id > ?) order by a.id limit ?",
                row -> row.getObject(1, UUID.class),
                before,
                after,
                after,
                most);
    }
}
