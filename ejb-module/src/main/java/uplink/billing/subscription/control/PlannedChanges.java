package uplink.billing.subscription.control;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uplink.billing.subscription.boundary.EventKind;
import uplink.billing.subscription.boundary.PlannedChange;
import uplink.billing.subscription.boundary.SubscriptionStatus;
import uplink.shared.Coded;
import uplink.shared.Sql;

/** What is recorded for later days and was not withdrawn; beyond an end nothing happens any more. */
final class PlannedChanges {

    private static final String PLANNED =
            """
            select e.subscription_id, coalesce(e.group_id, e.id), e.effective_on, e.kind, e.status, e.tariff_id,
                v.name_ru, v.name_en, coalesce(e.price, v.price), c.currency, e.created_by = c.user_id
            from subscription_events e
            join subscriptions s on s.id = e.subscription_id
            join customers c on c.id = s.customer_id
            left join lateral (select * from tariff_versions v where v.tariff_id = e.tariff_id
                order by v.valid_from > e.effective_on,
                    case when v.valid_from <= e.effective_on then v.valid_from end desc, v.valid_from limit 1) v on true
            where e.subscription_id = any (?) and e.effective_on > ? and e.kind in ('change', 'pause', 'resume', 'cancel')
                and (s.ended_on is null or e.effective_on <= s.ended_on)
                and not exists (select 1 from subscription_events w where w.voids = e.id)
            order by e.effective_on, e.seq""";

    private final Sql sql;
    private final LocalDate today;

    PlannedChanges(Sql sql, LocalDate today) {
        this.sql = sql;
        this.today = today;
    }

    /** By subscription, the next first. */
    Map<UUID, List<PlannedChange>> of(List<UUID> subscriptions) {
        Map<UUID, List<PlannedChange>> found = new TreeMap<>();
        sql.list(
                PLANNED,
                row -> found.computeIfAbsent(row.getObject(1, UUID.class), s -> new ArrayList<>(2))
                        .add(change(row)),
                subscriptions.toArray(UUID[]::new),
                today);
        return found;
    }

    private static PlannedChange change(ResultSet row) throws SQLException {
        return new PlannedChange(
                row.getObject(2, UUID.class),
                row.getObject(3, LocalDate.class),
                Coded.of(EventKind.class, row.getString(4)),
                status(row.getString(5)),
                row.getObject(6, UUID.class),
                row.getString(7),
                row.getString(8),
                row.getBigDecimal(9),
                row.getString(10),
                row.getBoolean(11));
    }

    private static @Nullable SubscriptionStatus status(@Nullable String code) {
        return code == null ? null : Coded.of(SubscriptionStatus.class, code);
    }
}
