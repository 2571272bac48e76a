package uplink.connection.control;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uplink.connection.boundary.PictureContent;
import uplink.connection.boundary.PictureKind;
import uplink.connection.boundary.Visit;
import uplink.connection.boundary.WorkOrder;
import uplink.connection.boundary.WorkOrderRow;
import uplink.connection.boundary.WorkOrderStatus;
import uplink.inventory.boundary.DeviceTerms;
import uplink.shared.Coded;
import uplink.shared.Sql;

/** Visits, with what belongs to them. */
public final class OrderLists {

    private static final String ROWS =
            """
            select w.id, a.id, a.number, w.status, c.id, c.name, s.day, s.starts, s.ends, a.contact_name, a.phone,
                concat_ws(', ', a.city, a.street, a.house || coalesce('-' || a.flat, '')), a.entrance, a.floor, a.place_note,
                a.tariff_id, v.name_ru, v.name_en, a.comment, w.bring, w.note, w.closed_at, w.version, a.place_id
            from work_orders w join applications a on a.id = w.application_id join crew_shifts s on s.id = w.shift_id
            join crews c on c.id = s.crew_id
            left join lateral (select name_ru, name_en from tariff_versions where tariff_id = a.tariff_id and valid_from <= ?
                order by valid_from desc limit 1) v on true\s""";

    private final Sql sql;
    private final LocalDate today;

    public OrderLists(Sql sql, LocalDate today) {
        this.sql = sql;
        this.today = today;
    }

    /**
     * Those of some days that were not called off, by day and hour.
     *
     * @param crew null: of all
     */
    public List<WorkOrderRow> between(LocalDate from, LocalDate to, @Nullable UUID crew) {
        return sql.list(
                ROWS
                        + """
                        where s.day between ? and ? and w.status <> 'called-off' and (?::uuid is null or s.crew_id = ?)
                        order by s.day, s.starts, w.id limit 500""",
                OrderLists::row,
                today,
                from,
                to,
                crew,
                crew);
    }

    /**
     * One with all that belongs to it.
     *
     * @param crew only if it is of that crew; null: of any
     */
    public Optional<WorkOrder> one(UUID id, @Nullable UUID crew) {
        return sql.first(
                        ROWS + "where w.id = ? and (?::uuid is null or s.crew_id = ?)",
                        OrderLists::row,
                        today,
                        id,
                        crew,
                        crew)
                .map(row -> new WorkOrder(id, row, items(id), pictures(id), materials(id), devices(id)));
    }

    /** Empty also for one that is erased. */
    public Optional<PictureContent> picture(UUID order, UUID picture) {
        return sql.first(
                "select media_type, content from work_order_files where id = ? and work_order_id = ? and not erased",
                row -> new PictureContent(row.getString(1), row.getBytes(2)),
                picture,
                order);
    }

    /** The technicians who go with the crew of a visit. */
    public List<UUID> members(UUID crew) {
        return sql.list(
                "select user_id from crew_members where crew_id = ?", row -> row.getObject(1, UUID.class), crew);
    }

    private List<WorkOrder.Item> items(UUID order) {
        return sql.list(
                """
                select no, text_ru, text_en, required, done_at from work_order_items where work_order_id = ?
                order by no""",
                row -> new WorkOrder.Item(
                        row.getInt(1), row.getString(2), row.getString(3), row.getBoolean(4), instant(row, 5)),
                order);
    }

    private List<WorkOrder.Picture> pictures(UUID order) {
        return sql.list(
                """
                select id, kind, media_type, octet_length(content), erased, created_at from work_order_files
                where work_order_id = ? order by id""",
                row -> new WorkOrder.Picture(
                        row.getObject(1, UUID.class),
                        Coded.of(PictureKind.class, row.getString(2)),
                        row.getString(3),
                        row.getInt(4),
                        row.getBoolean(5),
                        row.getTimestamp(6).toInstant()),
                order);
    }

    private List<WorkOrder.Material> materials(UUID order) {
        return sql.list(
                "select name, quantity, unit from work_order_materials where work_order_id = ? order by no",
                row -> new WorkOrder.Material(row.getString(1), row.getBigDecimal(2), row.getString(3)),
                order);
    }

    private List<WorkOrder.Device> devices(UUID order) {
        return sql.list(
                """
                select d.id, d.serial, m.vendor || ' ' || m.name, o.terms from work_order_devices o
                join devices d on d.id = o.device_id join device_models m on m.id = d.model_id
                where o.work_order_id = ? order by d.serial""",
                row -> new WorkOrder.Device(
                        row.getObject(1, UUID.class),
                        row.getString(2),
                        row.getString(3),
                        Coded.of(DeviceTerms.class, row.getString(4))),
                order);
    }

    private static WorkOrderRow row(ResultSet row) throws SQLException {
        UUID id = row.getObject(1, UUID.class);
        return new WorkOrderRow(
                id,
                row.getObject(2, UUID.class),
                row.getString(3),
                Coded.of(WorkOrderStatus.class, row.getString(4)),
                new Visit(
                        id,
                        row.getObject(5, UUID.class),
                        row.getString(6),
                        row.getObject(7, LocalDate.class),
                        row.getObject(8, LocalTime.class),
                        row.getObject(9, LocalTime.class)),
                row.getString(10),
                row.getString(11),
                row.getString(12),
                row.getString(13),
                row.getString(14),
                row.getString(15),
                row.getObject(24, UUID.class),
                row.getObject(16, UUID.class),
                row.getString(17),
                row.getString(18),
                row.getString(19),
                row.getString(20),
                row.getString(21),
                instant(row, 22),
                row.getInt(23));
    }

    private static @Nullable Instant instant(ResultSet row, int column) throws SQLException {
        Timestamp at = row.getTimestamp(column);
        return at == null ? null : at.toInstant();
    }
}
