package uplink.bulk.control;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import uplink.bulk.boundary.BulkPhase;
import uplink.customer.boundary.CustomerSelection;
import uplink.shared.Sql;

/** What works are about, as it is worked on. */
public final class ItemRows {

    private static final String CUSTOMERS =
            "select s.id, s.id as customer_id, null::uuid as subscription_id from (%s) s";
    private static final String SERVICES =
            """
            select v.id, v.customer_id, v.id as subscription_id from (%s) s
            join subscriptions v on v.customer_id = s.id and v.tariff_id = ? and v.status <> 'cancelled'""";

    private final Sql sql;

    public ItemRows(Sql sql) {
        this.sql = sql;
    }

    /**
     * The set as it is now; at most so many. In the order of the customers' ids, in which everybody locks them.
     *
     * @param tariff services that are on it; null: customers
     */
    public int freeze(UUID work, CustomerSelection selection, @Nullable UUID tariff, int most) {
        List<Object> parameters = new ArrayList<>(List.of(work));
        parameters.addAll(selection.parameters());
        if (tariff != null) {
            parameters.add(tariff);
        }
        parameters.add(most);
        return sql.update(
                """
                insert into bulk_items (work_id, id, position, customer_id, subscription_id, state)
                select ?, x.id, row_number() over (order by x.customer_id, x.id), x.customer_id, x.subscription_id, 'waiting'
                from (%s limit ?) x"""
                        .formatted((tariff == null ? CUSTOMERS : SERVICES).formatted(selection.query())),
                parameters.toArray());
    }

    public boolean isTariff(UUID id) {
        return sql.number("select count(*) from tariffs where id = ?", id) > 0;
    }

    /** What is next in that phase, in its order. */
    public List<Item> next(UUID work, BulkPhase phase, int most) {
        return sql.list(
                """
                select id, customer_id, subscription_id, seen, made, effective_on from bulk_items
                where work_id = ? and state = ? order by position limit ?""",
                ItemRows::item,
                work,
                phase.takes().code(),
                most);
    }

    /** The same, with their customers locked until the end of the transaction, and as everything is then. */
    public List<Item> lock(List<Item> items) {
        UUID[] customers = ids(items, Item::customerId);
        Map<UUID, Item.Standing> found = new TreeMap<>();
        sql.list(
                """
                select id, balance, erased_at is not null or merged_into is not null from customers
                where id = any (?) order by id for no key update""",
                row -> found.put(
                        row.getObject(1, UUID.class), new Item.Standing(row.getBigDecimal(2), row.getBoolean(3), null)),
                (Object) customers);
        Map<UUID, Integer> histories = histories(items);
        return items.stream()
                .map(item -> item.standing(standing(found.get(item.customerId()), histories.get(item.id()))))
                .toList();
    }

    private static Item.@Nullable Standing standing(Item.@Nullable Standing customer, @Nullable Integer history) {
        return customer == null ? null : new Item.Standing(customer.balance(), customer.gone(), history);
    }

    /** A statement of its own: after the locks it sees what others have recorded meanwhile. */
    private Map<UUID, Integer> histories(List<Item> items) {
        Map<UUID, Integer> found = new TreeMap<>();
        sql.list(
                "select subscription_id, max(seq) from subscription_events where subscription_id = any (?) group by 1",
                row -> found.put(row.getObject(1, UUID.class), row.getInt(2)),
                (Object) items.stream()
                        .flatMap(item -> Stream.ofNullable(item.subscriptionId()))
                        .toArray(UUID[]::new));
        return found;
    }

    /** Writes down what became of them, of those that still were to be worked on; answers of how many. */
    public int keep(UUID work, BulkPhase phase, List<Judged> judged) {
        return sql.update(
                """
                update bulk_items i set state = x.state, problem = x.problem, reason_ru = x.ru, reason_en = x.en,
                    bill = coalesce(x.bill, i.bill), before = coalesce(x.before, i.before), after = coalesce(x.after, i.after),
                    effective_on = coalesce(x.effective_on, i.effective_on), made = coalesce(x.made, i.made),
                    seen = coalesce(i.seen, x.seen)
                from unnest(?::uuid[], ?::text[], ?::text[], ?::text[], ?::text[], ?::numeric[], ?::numeric[], ?::numeric[],
                    ?::date[], ?::uuid[], ?::integer[]) as x (id, state, problem, ru, en, bill, before, after, effective_on, made, seen)
                where i.work_id = ? and i.id = x.id and i.state = ?""",
                ids(judged, one -> one.item().id()),
                texts(judged, one -> one.outcome().state(phase).code()),
                texts(judged, one -> one.outcome().problem()),
                texts(judged, one -> one.outcome().reasonRu()),
                texts(judged, one -> one.outcome().reasonEn()),
                column(judged, one -> one.outcome().bill()).toArray(BigDecimal[]::new),
                column(judged, one -> one.outcome().before()).toArray(BigDecimal[]::new),
                column(judged, one -> one.outcome().after()).toArray(BigDecimal[]::new),
                column(judged, one -> one.outcome().effectiveOn()).toArray(LocalDate[]::new),
                ids(
                        judged,
                        one -> phase == BulkPhase.PREVIEW ? null : one.outcome().made()),
                column(judged, Judged::history).toArray(Integer[]::new),
                work,
                phase.takes().code());
    }

    private static Item item(ResultSet row) throws SQLException {
        return new Item(
                row.getObject(1, UUID.class),
                row.getObject(2, UUID.class),
                row.getObject(3, UUID.class),
                row.getObject(4, Integer.class),
                row.getObject(5, UUID.class),
                row.getObject(6, LocalDate.class),
                null);
    }

    private static <T> UUID[] ids(List<T> rows, Function<T, @Nullable UUID> of) {
        return column(rows, of).toArray(UUID[]::new);
    }

    private static String[] texts(List<Judged> rows, Function<Judged, @Nullable String> of) {
        return column(rows, of).toArray(String[]::new);
    }

    private static <T, V extends @Nullable Object> Stream<V> column(List<T> rows, Function<T, V> of) {
        return rows.stream().map(of);
    }
}
