package uplink.inventory.control;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import uplink.inventory.boundary.CrewMember;
import uplink.inventory.boundary.DeviceKind;
import uplink.inventory.boundary.DeviceMove;
import uplink.inventory.boundary.DevicePlace;
import uplink.inventory.boundary.DeviceQuery;
import uplink.inventory.boundary.DeviceRow;
import uplink.inventory.boundary.DeviceState;
import uplink.inventory.boundary.DeviceTerms;
import uplink.inventory.boundary.OwnDevice;
import uplink.shared.Caller;
import uplink.shared.Coded;
import uplink.shared.Counts;
import uplink.shared.Macs;
import uplink.shared.PageRequest;
import uplink.shared.Permission;
import uplink.shared.Sql;

/** Lists of devices, filtered, sorted and cut in the database. */
public final class DeviceLists {

    private static final String PLACE =
            "%1$s.state, %1$s.warehouse_id, %1$s.crew_id, %1$s.customer_id, %1$s.terms, coalesce(w.name, u.full_name, c.full_name)";
    private static final String NAMES =
            """
             left join warehouses w on w.id = %1$s.warehouse_id left join users u on u.id = %1$s.crew_id
            left join customers c on c.id = %1$s.customer_id\s""";
    private static final String COLUMNS = "select " + PLACE.formatted("d")
            + ", d.id, d.serial, d.mac, d.model_id, m.vendor, m.name, m.kind, d.moved_at, d.rent_id, d.version from ";
    private static final String FROM = " join device_models m on m.id = d.model_id" + NAMES.formatted("d");

    private static final int SHORTEST_FRAGMENT = 3;

    private final Sql sql;
    private final boolean customers;

    /** @param reader who may not read customers is not told their names */
    public DeviceLists(DataSource database, Caller reader) {
        this.sql = Sql.in(database);
        this.customers = reader.may(Permission.CUSTOMER_READ);
    }

    public List<DeviceRow> list(DeviceQuery query) {
        Where where = Where.of(query);
        String direction = query.ascending() ? "" : " desc";
        String order =
                switch (query.sort()) {
                    case RECEIVED -> "d.id" + direction;
                    case MOVED -> "d.moved_at" + direction + ", d.id" + direction;
                    case SERIAL -> "d.serial_key" + direction;
                };
        where.parameters.add(Math.max(1, Math.min(query.size(), 100)));
        where.parameters.add(Math.max(0, query.first()));
        String cut = where.text + " order by " + order + " limit ? offset ?";
        return sql.list(
                COLUMNS + "(select d.* from devices d" + cut + ") d" + FROM + "order by " + order,
                this::row,
                where.parameters.toArray());
    }

    /** Newest first, from a cursor on. One row more than asked for. */
    public List<DeviceRow> page(DeviceQuery query, PageRequest page) {
        Where where = Where.of(query);
        UUID before = page.before();
        if (before != null) {
            where.and("d.id < ?", before);
        }
        where.parameters.add(page.limit() + 1);
        return sql.list(
                COLUMNS + "(select d.* from devices d" + where.text + " order by d.id desc limit ?) d" + FROM
                        + "order by d.id desc",
                this::row,
                where.parameters.toArray());
    }

    /** An estimate above {@link Counts#EXACT}. */
    public long count(DeviceQuery query) {
        Where where = Where.of(query);
        return Counts.of(sql, "select 1 from devices d" + where.text, where.parameters);
    }

    public Optional<DeviceRow> one(UUID id) {
        return sql.first(COLUMNS + "devices d" + FROM + "where d.id = ?", this::row, id);
    }

    public List<DeviceRow> all(List<UUID> ids) {
        return sql.list(COLUMNS + "devices d" + FROM + "where d.id = any (?) order by d.id", this::row, (Object)
                ids.toArray(UUID[]::new));
    }

    /** What should be in a warehouse. */
    public List<DeviceRow> inWarehouse(UUID warehouse) {
        return sql.list(
                COLUMNS + "devices d" + FROM + "where d.warehouse_id = ? order by d.serial_key", this::row, warehouse);
    }

    /** Those with one of these keys of serials, or one of these MACs. */
    public List<DeviceRow> labelled(Collection<String> keys, Collection<String> macs) {
        return sql.list(
                COLUMNS + "devices d" + FROM
                        + "where d.serial_key = any (?::text[]) or d.mac = any (?::text[]) order by d.serial_key",
                this::row,
                keys.toArray(String[]::new),
                macs.toArray(String[]::new));
    }

    public boolean isCustomer(UUID id) {
        return sql.number("select count(*) from customers where id = ?", id) > 0;
    }

    /** What a customer has, the latest first. */
    public List<DeviceRow> ofCustomer(UUID customer) {
        return sql.list(
                COLUMNS + "devices d" + FROM + "where d.customer_id = ? order by d.moved_at desc, d.id desc",
                this::row,
                customer);
    }

    /** The same as the customer is told it. */
    public List<OwnDevice> own(UUID customer, ZoneId zone) {
        return sql.list(
                """
                select d.id, m.kind, m.vendor, m.name, d.serial, d.mac, d.terms, d.moved_at, v.price, c.currency
                from devices d join device_models m on m.id = d.model_id join customers c on c.id = d.customer_id
                join device_moves v on v.device_id = d.id and v.no = d.last_move
                where d.customer_id = ? order by d.moved_at desc, d.id desc""",
                row -> new OwnDevice(
                        row.getObject(1, UUID.class),
                        Coded.of(DeviceKind.class, row.getString(2)),
                        row.getString(3),
                        row.getString(4),
                        row.getString(5),
                        row.getString(6),
                        Coded.of(DeviceTerms.class, row.getString(7)),
                        row.getTimestamp(8).toInstant().atZone(zone).toLocalDate(),
                        row.getBigDecimal(9),
                        row.getString(10)),
                customer);
    }

    /** Where a device has been, the last move first. */
    public List<DeviceMove> moves(UUID device) {
        List<DeviceMove> moves = sql.list(
                "select " + PLACE.formatted("h")
                        + ", h.no, h.moved_at, a.full_name, h.price, h.reason, h.document from device_moves h"
                        + NAMES.formatted("h")
                        + "left join users a on a.id = h.moved_by where h.device_id = ? order by h.no desc",
                row -> new DeviceMove(
                        row.getInt(7),
                        row.getTimestamp(8).toInstant(),
                        row.getString(9),
                        null,
                        place(row),
                        row.getBigDecimal(10),
                        row.getString(11),
                        row.getString(12)),
                device);
        List<DeviceMove> joined = new ArrayList<>();
        for (int i = 0; i < moves.size(); i++) {
            DeviceMove move = moves.get(i);
            DevicePlace from = i + 1 < moves.size() ? moves.get(i + 1).to() : null;
            joined.add(new DeviceMove(
                    move.no(), move.at(), move.by(), from, move.to(), move.price(), move.reason(), move.document()));
        }
        return joined;
    }

    /** Who takes devices along: technicians, by name. */
    public List<CrewMember> crew() {
        return sql.list(
                "select id, full_name from users where role = 'tech' and is_active order by full_name, id",
                row -> new CrewMember(row.getObject(1, UUID.class), row.getString(2)));
    }

    private DeviceRow row(ResultSet row) throws SQLException {
        return new DeviceRow(
                row.getObject(7, UUID.class),
                row.getString(8),
                row.getString(9),
                row.getObject(10, UUID.class),
                row.getString(11),
                row.getString(12),
                Coded.of(DeviceKind.class, row.getString(13)),
                place(row),
                row.getTimestamp(14).toInstant(),
                row.getObject(15, UUID.class),
                row.getInt(16));
    }

    private DevicePlace place(ResultSet row) throws SQLException {
        DeviceState state = Coded.of(DeviceState.class, row.getString(1));
        String terms = row.getString(5);
        return new DevicePlace(
                state,
                row.getObject(2, UUID.class),
                row.getObject(3, UUID.class),
                row.getObject(4, UUID.class),
                customers || state != DeviceState.CUSTOMER ? row.getString(6) : null,
                terms == null ? null : Coded.of(DeviceTerms.class, terms));
    }

    /** The condition of a query with its parameters. */
    private static final class Where {

        private final StringBuilder text = new StringBuilder(" where true");
        private final List<Object> parameters = new ArrayList<>();

        static Where of(DeviceQuery query) {
            Where where = new Where();
            where.fragment(query.text());
            DeviceState state = query.state();
            where.named("d.state = ?", state == null ? null : state.code());
            where.named("d.model_id = ?", query.modelId());
            where.named("d.warehouse_id = ?", query.warehouseId());
            where.named("d.crew_id = ?", query.crewId());
            return where;
        }

        /** One or two signs, for which the index of fragments is none, are the beginning of a serial. */
        private void fragment(@Nullable String typed) {
            if (typed != null && !typed.isBlank()) {
                String key = Macs.key(typed);
                if (key.length() < SHORTEST_FRAGMENT) {
                    and("d.serial_key like ?", key.isEmpty() ? "" : key + "%");
                } else {
                    and("d.label like ?", "%" + key + "%");
                }
            }
        }

        private void named(String condition, @Nullable Object value) {
            if (value != null) {
                and(condition, value);
            }
        }

        void and(String condition, Object parameter) {
            text.append(" and ").append(condition);
            parameters.add(parameter);
        }
    }
}
