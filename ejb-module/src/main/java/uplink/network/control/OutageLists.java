package uplink.network.control;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uplink.network.boundary.Outage;
import uplink.network.boundary.OutageQuery;
import uplink.network.boundary.OutageStatus;
import uplink.shared.Sql;

/** Lists of outages, filtered, sorted and cut in the database. */
public final class OutageLists {

    private static final String MATCHES =
            """
            where (?::text is null or o.status = ?) and (?::text is null
                or position(fold_text(?) in fold_text(concat_ws(' ', o.reason_ru, o.reason_en, o.note))) > 0
                or exists (select 1 from outage_places p where p.outage_id = o.id
                    and position(fold_text(?) in fold_text(concat_ws(', ', p.city, p.street, p.house))) > 0))\s""";

    private final Sql sql;

    public OutageLists(Sql sql) {
        this.sql = sql;
    }

    /** A slice in the order asked for. */
    public List<Outage> list(OutageQuery query) {
        List<@Nullable Object> parameters = matching(query.status(), query.text());
        parameters.add(Math.max(1, Math.min(query.size(), 100)));
        parameters.add(Math.max(0, query.first()));
        return sql.list(
                OutageRows.SELECT + MATCHES + order(query) + " limit ? offset ?",
                OutageRows::outage,
                parameters.toArray());
    }

    private static String order(OutageQuery query) {
        String column =
                switch (query.sort()) {
                    case STARTS -> "o.starts_at";
                    case EXPECTED_END -> "o.expected_end";
                    case CUSTOMERS -> "o.customers";
                };
        String direction = query.ascending() ? "" : " desc nulls last";
        return "order by " + column + direction + ", o.id" + (query.ascending() ? "" : " desc");
    }

    /** Newest first, from a cursor on. */
    public List<Outage> page(@Nullable OutageStatus status, @Nullable String text, @Nullable UUID before, int limit) {
        List<@Nullable Object> parameters = matching(status, text);
        parameters.add(before);
        parameters.add(before);
        parameters.add(limit);
        return sql.list(
                OutageRows.SELECT + MATCHES + "and (?::uuid is null or o.id < ?) order by o.id desc limit ?",
                OutageRows::outage,
                parameters.toArray());
    }

    public long count(OutageQuery query) {
        return sql.number(
                "select count(*) from outages o " + MATCHES,
                matching(query.status(), query.text()).toArray());
    }

    private static List<@Nullable Object> matching(@Nullable OutageStatus status, @Nullable String text) {
        String code = status == null ? null : status.code();
        String words = text == null || text.isBlank() ? null : text.strip();
        List<@Nullable Object> parameters = new ArrayList<>();
        parameters.add(code);
        parameters.add(code);
        parameters.add(words);
        parameters.add(words);
        parameters.add(words);
        return parameters;
    }
}
