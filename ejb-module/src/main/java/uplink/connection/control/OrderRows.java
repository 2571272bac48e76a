package uplink.connection.control;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uplink.connection.boundary.Completion;
import uplink.connection.boundary.PictureContent;
import uplink.connection.boundary.PictureKind;
import uplink.connection.boundary.WorkOrder;
import uplink.shared.Ids;
import uplink.shared.Sql;

/** Table {@code work_orders}. */
public final class OrderRows {

    private final Sql sql;

    public OrderRows(Sql sql) {
        this.sql = sql;
    }

    /** A visit is appointed; the table takes its place in the shift, or refuses. */
    public void add(UUID id, UUID application, UUID shift, @Nullable String bring, @Nullable UUID by, Instant at) {
        sql.update(
                """
                insert into work_orders (id, application_id, shift_id, bring, created_at, created_by)
                values (?, ?, ?, ?, ?, ?)""",
                id,
                application,
                shift,
                bring,
                at,
                by);
    }

    /** The visit that is appointed to an application, if any, is not made. */
    public void callOff(UUID application, String why, @Nullable UUID by, Instant at) {
        sql.update(
                """
                update work_orders set status = 'called-off', note = ?, closed_at = ?, closed_by = ?, version = version + 1
                where application_id = ? and status = 'open'""",
                why,
                at,
                by,
                application);
    }

    /** The application that a visit belongs to. */
    public Optional<UUID> applicationOf(UUID id) {
        return sql.first(
                "select application_id from work_orders where id = ?", row -> row.getObject(1, UUID.class), id);
    }

    /** Locks a visit until the transaction ends. */
    public void lock(UUID id) {
        sql.first("select 1 from work_orders where id = ? for no key update", row -> true, id);
    }

    /** Whether there is such an item; it was looked at, or was not after all. */
    public boolean check(UUID id, int no, boolean done, @Nullable UUID by, Instant at) {
        return sql.update(
                        """
                        update work_order_items set done_at = case when ? then coalesce(done_at, ?) end,
                            done_by = case when ? then coalesce(done_by, ?) end where work_order_id = ? and no = ?""",
                        done,
                        at,
                        done,
                        by,
                        id,
                        no)
                > 0;
    }

    public void addPicture(UUID id, PictureKind kind, PictureContent picture, @Nullable UUID by, Instant at) {
        sql.update(
                """
                insert into work_order_files (id, work_order_id, kind, media_type, content, created_at, created_by)
                values (?, ?, ?, ?, ?, ?, ?)""",
                Ids.next(),
                id,
                kind.code(),
                picture.mediaType(),
                picture.content(),
                at,
                by);
    }

    /** Whether there was one. */
    public boolean removePicture(UUID id, UUID picture) {
        return sql.update("delete from work_order_files where work_order_id = ? and id = ?", id, picture) > 0;
    }

    /** Another signature takes the place of the one before. */
    public void removeSignature(UUID id) {
        sql.update("delete from work_order_files where work_order_id = ? and kind = 'signature'", id);
    }

    public void use(UUID id, List<WorkOrder.Material> materials) {
        for (int i = 0; i < materials.size(); i++) {
            WorkOrder.Material one = materials.get(i);
            sql.update(
                    "insert into work_order_materials (work_order_id, no, name, quantity, unit) values (?, ?, ?, ?, ?)",
                    id,
                    i + 1,
                    one.name(),
                    one.quantity(),
                    one.unit());
        }
    }

    public void hand(UUID id, List<Completion.Handed> devices) {
        for (Completion.Handed one : devices) {
            sql.update(
                    "insert into work_order_devices (work_order_id, device_id, terms) values (?, ?, ?)",
                    id,
                    one.deviceId(),
                    one.terms().code());
        }
    }

    /** The visit is made. */
    public void done(UUID id, @Nullable String note, @Nullable UUID by, Instant at) {
        sql.update(
                """
                update work_orders set status = 'done', note = ?, closed_at = ?, closed_by = ?, version = version + 1
                where id = ?""",
                note,
                at,
                by,
                id);
    }
}
