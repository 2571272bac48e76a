package uplink.billing.subscription.control;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import uplink.billing.subscription.boundary.EventKind;
import uplink.billing.subscription.boundary.GrantedDiscount;
import uplink.billing.subscription.boundary.HistoryEntry;
import uplink.billing.subscription.boundary.PastSuspension;
import uplink.billing.subscription.boundary.PlannedChange;
import uplink.billing.subscription.boundary.SubscriptionRow;
import uplink.billing.subscription.boundary.SubscriptionStatus;
import uplink.billing.subscription.boundary.Suspension;
import uplink.shared.Coded;
import uplink.shared.Sql;

/** Subscriptions, their histories and discounts as they are shown. */
public final class SubscriptionLists {

    private static final String ROWS =
            """
            select s.id, s.customer_id, s.contract_id, k.number, s.tariff_id, t.code, v.name_ru, v.name_en, s.status,
                s.started_on, s.ended_on, coalesce(own.price, v.price), own.price is not null, c.currency, v.period,
                s.charged_to, s.version, s.addon_of, s.status_due is not null,
                x.began_on, x.cause, x.debt
            from subscriptions s
            join customers c on c.id = s.customer_id
            join contracts k on k.id = s.contract_id
            join tariffs t on t.id = s.tariff_id
            left join suspensions x on x.subscription_id = s.id and x.ended_at is null
            left join lateral (select e.price from subscription_events e
                where e.subscription_id = s.id and e.tariff_id is not null
                    and not exists (select 1 from subscription_events w where w.voids = e.id)
                    and (e.effective_on <= greatest(?, s.started_on) or e.kind = 'start')
                order by e.effective_on desc, e.seq desc limit 1) own on true
            left join lateral (select * from tariff_versions v where v.tariff_id = s.tariff_id
                order by v.valid_from > ?, case when v.valid_from <= ? then v.valid_from end desc, v.valid_from
                limit 1) v on true
            where\s""";

    private final Sql sql;
    private final LocalDate today;

    public SubscriptionLists(DataSource database, LocalDate today) {
        this.sql = Sql.in(database);
        this.today = today;
    }

    public Optional<SubscriptionRow> one(UUID id) {
        return rows("s.id = ?", id).stream().findFirst();
    }

    /** Newest first. */
    public List<SubscriptionRow> ofCustomer(UUID customer) {
        return rows("s.customer_id = ? order by s.id desc", customer);
    }

    /** With what is planned and what is owed, which most have nothing of. All belong to one customer. */
    private List<SubscriptionRow> rows(String which, UUID id) {
        List<UUID> busy = new ArrayList<>(2);
        List<SubscriptionRow> found = owing(sql.list(ROWS + which, row -> row(row, busy), today, today, today, id));
        if (busy.isEmpty()) {
            return found;
        }
        Map<UUID, List<PlannedChange>> planned = new PlannedChanges(sql, today).of(busy);
        return found.stream()
                .map(row -> row.planning(planned.getOrDefault(row.id(), List.of())))
                .toList();
    }

    /** A query of its own: invoices that cannot be read just now must not keep services from being shown. */
    private List<SubscriptionRow> owing(List<SubscriptionRow> found) {
        return found.stream()
                .filter(row -> row.suspension() != null)
                .findFirst()
                .flatMap(off -> sql.first("select overdue_debt(?)", debt -> debt.getBigDecimal(1), off.customerId()))
                .map(debt -> found.stream().map(row -> row.owing(debt)).toList())
                .orElse(found);
    }

    private static SubscriptionRow row(ResultSet row, List<UUID> busy) throws SQLException {
        if (row.getBoolean(19)) {
            busy.add(row.getObject(1, UUID.class));
        }
        return new SubscriptionRow(
                row.getObject(1, UUID.class),
                row.getObject(2, UUID.class),
                row.getObject(3, UUID.class),
                row.getString(4),
                row.getObject(5, UUID.class),
                row.getString(6),
                row.getString(7),
                row.getString(8),
                Coded.of(SubscriptionStatus.class, row.getString(9)),
                row.getObject(10, LocalDate.class),
                row.getObject(11, LocalDate.class),
                row.getBigDecimal(12),
                row.getBoolean(13),
                row.getString(14),
                row.getString(15),
                row.getObject(16, LocalDate.class),
                row.getInt(17),
                row.getObject(18, UUID.class),
                suspension(row),
                List.of());
    }

    private static @Nullable Suspension suspension(ResultSet row) throws SQLException {
        String cause = row.getString(21);
        return cause == null
                ? null
                : new Suspension(
                        row.getObject(20, LocalDate.class),
                        Coded.of(Suspension.Cause.class, cause),
                        row.getBigDecimal(22),
                        row.getString(14));
    }

    /** Newest first. */
    public List<PastSuspension> suspensions(UUID subscription) {
        return sql.list(
                """
                select x.began_on, x.cause, x.debt, c.currency, x.ended_on, x.ended_by, x.payment_id
                from suspensions x join customers c on c.id = x.customer_id
                where x.subscription_id = ? order by x.began_at desc limit 100""",
                row -> new PastSuspension(
                        row.getObject(1, LocalDate.class),
                        Coded.of(Suspension.Cause.class, row.getString(2)),
                        row.getBigDecimal(3),
                        row.getString(4),
                        row.getObject(5, LocalDate.class),
                        row.getString(6),
                        row.getObject(7, UUID.class)),
                subscription);
    }

    /** In the order in which the events apply. */
    public List<HistoryEntry> history(UUID subscription) {
        return sql.list(
                """
                select e.id, e.seq, e.effective_on, e.kind, e.status, e.tariff_id, t.code, e.price, e.billing_day,
                    e.amount, c.currency, e.text, e.group_id, e.voids,
                    exists (select 1 from subscription_events w where w.voids = e.id), e.created_at, e.created_by
                from subscription_events e
                join subscriptions s on s.id = e.subscription_id
                join customers c on c.id = s.customer_id
                left join tariffs t on t.id = e.tariff_id
                where e.subscription_id = ? order by e.effective_on, e.seq""",
                SubscriptionLists::entry,
                subscription);
    }

    private static HistoryEntry entry(ResultSet row) throws SQLException {
        return new HistoryEntry(
                row.getObject(1, UUID.class),
                row.getInt(2),
                row.getObject(3, LocalDate.class),
                Coded.of(EventKind.class, row.getString(4)),
                status(row.getString(5)),
                row.getObject(6, UUID.class),
                row.getString(7),
                row.getBigDecimal(8),
                row.getObject(9, Integer.class),
                row.getBigDecimal(10),
                row.getString(11),
                row.getString(12),
                row.getObject(13, UUID.class),
                row.getObject(14, UUID.class),
                row.getBoolean(15),
                row.getTimestamp(16).toInstant(),
                row.getObject(17, UUID.class));
    }

    private static @Nullable SubscriptionStatus status(@Nullable String code) {
        return code == null ? null : Coded.of(SubscriptionStatus.class, code);
    }

    /** Oldest first. */
    public List<GrantedDiscount> discounts(UUID subscription) {
        return sql.list(
                """
                select d.id, d.discount_id, d.name_ru, d.name_en, d.percent, d.amount, c.currency, d.periods, d.valid_from,
                    d.valid_to, d.reason, d.ended_reason
                from subscription_discounts d
                join subscriptions s on s.id = d.subscription_id
                join customers c on c.id = s.customer_id
                where d.subscription_id = ? order by d.valid_from, d.id""",
                row -> new GrantedDiscount(
                        row.getObject(1, UUID.class),
                        row.getObject(2, UUID.class),
                        row.getString(3),
                        row.getString(4),
                        row.getBigDecimal(5),
                        row.getBigDecimal(6),
                        row.getString(7),
                        row.getObject(8, Integer.class),
                        row.getObject(9, LocalDate.class),
                        row.getObject(10, LocalDate.class),
                        row.getString(11),
                        row.getString(12)),
                subscription);
    }
}
