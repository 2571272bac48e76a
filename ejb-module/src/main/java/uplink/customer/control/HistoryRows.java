package uplink.customer.control;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import uplink.customer.boundary.HistoryEntry;
import uplink.customer.boundary.HistoryKind;
import uplink.shared.Coded;
import uplink.shared.Sql;

/**
 * A customer's history: what several tables tell, merged by their ids, which are ordered by time. Each is asked for the
 * page's worth of its newest rows by an index that begins with the customer, so a page costs the same however long the
 * history is.
 */
public final class HistoryRows {

    /** Where entries come from. */
    public enum Source {
        AUDIT(
                HistoryKind.CHANGE,
                """
                select a.id, a.at, 'change' as kind, a.action as what,
                    coalesce((select nullif(u.full_name, '') from users u where u.id = a.actor_id), a.actor_name) as who,
                    null::text as number, null::numeric as amount, null::text as currency,
                    a.entity as subject, a.entity_id as subject_id
                from audit_log a where a.customer_id = ?""",
                "a.id"),
        INVOICES(
                HistoryKind.MONEY,
                """
                select i.id, i.created_at, 'money', i.kind, null, i.number, i.amount, i.currency, 'invoice', i.id::text
                from invoices i where i.customer_id = ?""",
                "i.id"),
        PAYMENTS(
                HistoryKind.MONEY,
                """
                select p.id, p.created_at, 'money', 'payment.' || p.status,
                    (select nullif(u.full_name, '') from users u where u.id = p.created_by),
                    null, p.amount, p.currency, 'payment', p.id::text
                from payments p where p.customer_id = ?""",
                "p.id"),
        SERVICES(
                HistoryKind.SERVICE,
                """
                select e.id, e.created_at, 'service', 'subscription.' || e.kind, null, null, null, null, 'subscription',
                    e.subscription_id::text
                from subscriptions s join subscription_events e on e.subscription_id = s.id and e.created_by is null
                where s.customer_id = ?""",
                "e.id"),
        NOTICES(
                HistoryKind.MESSAGE,
                """
                select n.id, n.created_at, 'message', 'notice.' || n.kind, null, null, null, null, 'notification', n.id::text
                from notifications n where n.customer_id = ?
                    and (n.listed or exists (select from messages m where m.notice_id = n.id and m.sent_at is not null))""",
                "n.id");

        private final HistoryKind kind;
        private final String query;
        private final String key;

        Source(HistoryKind kind, String query, String key) {
            this.kind = kind;
            this.query = query;
            this.key = key;
        }

        public HistoryKind kind() {
            return kind;
        }

        private String newest() {
            return "(" + query + " and (?::uuid is null or " + key + " < ?) order by " + key + " desc limit ?)";
        }
    }

    private final Sql sql;

    public HistoryRows(Sql sql) {
        this.sql = sql;
    }

    /** Newest first: those older than that one, without the first so many. */
    public List<HistoryEntry> list(Set<Source> sources, UUID customer, @Nullable UUID before, int skip, int size) {
        if (sources.isEmpty()) {
            return List.of();
        }
        List<@Nullable Object> parameters = new ArrayList<>();
        for (int i = 0; i < sources.size(); i++) {
            parameters.add(customer);
            parameters.add(before);
            parameters.add(before);
            parameters.add(skip + size);
        }
        parameters.add(skip);
        parameters.add(size);
        String all = sources.stream().map(Source::newest).collect(Collectors.joining(" union all "));
        return sql.list(
                "select x.* from (" + all
                        + ") x (id, at, kind, what, who, number, amount, currency, subject, subject_id)"
                        + " order by x.id desc offset ? limit ?",
                HistoryRows::entry,
                parameters.toArray());
    }

    public long count(Set<Source> sources, UUID customer) {
        return sources.stream()
                .mapToLong(source -> sql.number("select count(*) from (" + source.query + ") x", customer))
                .sum();
    }

    private static HistoryEntry entry(ResultSet row) throws SQLException {
        BigDecimal amount = row.getBigDecimal(7);
        return new HistoryEntry(
                row.getObject(1, UUID.class),
                row.getTimestamp(2).toInstant(),
                Coded.of(HistoryKind.class, row.getString(3)),
                row.getString(4),
                row.getString(5),
                row.getString(6),
                amount,
                row.getString(8),
                row.getString(9),
                row.getString(10));
    }
}
