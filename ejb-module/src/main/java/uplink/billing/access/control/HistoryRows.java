package uplink.billing.access.control;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import uplink.shared.Ids;
import uplink.shared.Sql;

/** Adds one event each to the histories of any number of subscriptions, and moves their status and marks with it. */
public final class HistoryRows {

    /**
     * An event of a subscription's history.
     *
     * @param charged the fee goes on as if nothing had happened: there is nothing to rate again
     */
    public record Entry(UUID subscription, LocalDate on, boolean charged) {}

    private HistoryRows() {}

    /**
     * Pauses for debt, resumes or cancels subscriptions. Their customers must be locked.
     *
     * @param status how they stand afterwards
     */
    public static void record(Sql sql, List<Entry> entries, String kind, String status, Instant now) {
        UUID[] subscriptions = entries.stream().map(Entry::subscription).toArray(UUID[]::new);
        LocalDate[] days = entries.stream().map(Entry::on).toArray(LocalDate[]::new);
        String[] charged = texts(entries, entry -> Boolean.toString(entry.charged()));
        sql.update(
                """
                insert into subscription_events (id, subscription_id, seq, effective_on, kind, status, charged, created_at)
                select x.id, x.subscription, (select coalesce(max(e.seq), 0) + 1 from subscription_events e
                        where e.subscription_id = x.subscription), x.day, ?::text,
                    case when ?::text = 'pause' then ?::text end, ?::text = 'pause' and x.charged::boolean, ?
                from unnest(?::uuid[], ?::uuid[], ?::date[], ?::text[]) as x (id, subscription, day, charged)""",
                kind,
                kind,
                status,
                kind,
                now,
                entries.stream().map(entry -> Ids.next()).toArray(UUID[]::new),
                subscriptions,
                days,
                charged);
        sql.update(
                """
                update subscriptions s set status = ?::text, version = version + 1, updated_at = ?,
                    ended_on = case when ?::text = 'cancelled' then x.day else s.ended_on end,
                    status_due = case when ?::text = 'cancelled' then null else s.status_due end,
                    next_due = case when x.charged::boolean then next_due else least(next_due, x.day) end,
                    rerate_from = case when x.charged::boolean then rerate_from else least(rerate_from, x.day) end
                from unnest(?::uuid[], ?::date[], ?::text[]) as x (subscription, day, charged)
                where s.id = x.subscription""",
                status,
                now,
                status,
                status,
                subscriptions,
                days,
                charged);
    }

    private static String[] texts(List<Entry> entries, Function<Entry, String> text) {
        return entries.stream().map(text).toArray(String[]::new);
    }
}
