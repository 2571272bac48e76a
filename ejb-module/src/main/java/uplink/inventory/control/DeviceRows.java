package uplink.inventory.control;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import uplink.inventory.boundary.DeviceNote;
import uplink.inventory.boundary.DeviceState;
import uplink.inventory.boundary.DeviceTerms;
import uplink.inventory.boundary.NewDevice;
import uplink.shared.Coded;
import uplink.shared.DatabaseException;
import uplink.shared.Ids;
import uplink.shared.Macs;
import uplink.shared.Sql;

/** Devices come, and each move adds a row to their history. */
public final class DeviceRows {

    /** The customer whom a device is issued to. */
    public record Holder(boolean active, String currency) {}

    private final Sql sql;
    private final @Nullable UUID by;
    private final Instant at;

    /**
     * @param by who does it
     * @param at and when
     */
    public DeviceRows(DataSource database, @Nullable UUID by, Instant at) {
        this.sql = Sql.in(database);
        this.by = by;
        this.at = at;
    }

    /** Locks a customer until the transaction ends: before any device (ADR 25). Empty: there is none. */
    public Optional<Holder> hold(UUID customer) {
        return sql.first(
                "select status = 'active', currency from customers where id = ? for no key update",
                row -> new Holder(row.getBoolean(1), row.getString(2)),
                customer);
    }

    /** Who has the device now, as far as can be seen without a lock. */
    public Optional<UUID> customerOf(UUID device) {
        return sql.first(
                "select customer_id from devices where id = ? and customer_id is not null",
                row -> row.getObject(1, UUID.class),
                device);
    }

    /** Locks a device until the transaction ends. */
    public Optional<Held> lock(UUID device) {
        return sql.first(
                """
                select id, model_id, serial, state, warehouse_id, customer_id, rent_id, last_move, version
                from devices where id = ? for no key update""",
                row -> new Held(
                        row.getObject(1, UUID.class),
                        row.getObject(2, UUID.class),
                        row.getString(3),
                        Coded.of(DeviceState.class, row.getString(4)),
                        row.getObject(5, UUID.class),
                        row.getObject(6, UUID.class),
                        row.getObject(7, UUID.class),
                        row.getInt(8),
                        row.getInt(9)),
                device);
    }

    /** Locks all that is in a warehouse, and all with one of these keys of serials or one of these MACs. */
    public void lockAll(UUID warehouse, Collection<String> keys, Collection<String> macs) {
        sql.list(
                """
                select 1 from devices where warehouse_id = ? or serial_key = any (?::text[]) or mac = any (?::text[])
                order by id for no key update""",
                row -> true,
                warehouse,
                keys.toArray(String[]::new),
                macs.toArray(String[]::new));
    }

    /** Puts new devices into a warehouse, with their first move; what is known already by serial or MAC is left out. */
    public List<UUID> receive(UUID model, UUID warehouse, List<NewDevice> labels, @Nullable String document) {
        return sql.list(
                """
                with made as (
                    insert into devices (id, model_id, serial, mac, state, warehouse_id, moved_at)
                    select id, ?, serial, nullif(mac, ''), 'stock', ?, ?
                    from unnest(?::uuid[], ?::text[], ?::text[]) as label (id, serial, mac)
                    on conflict do nothing returning id),
                moved as (
                    insert into device_moves (device_id, no, state, warehouse_id, document, moved_at, moved_by)
                    select id, 1, 'stock', ?, ?, ?, ? from made)
                select id from made order by id""",
                row -> row.getObject(1, UUID.class),
                model,
                warehouse,
                at,
                labels.stream().map(label -> Ids.next()).toArray(UUID[]::new),
                labels.stream().map(NewDevice::serial).toArray(String[]::new),
                labels.stream()
                        .map(label -> label.mac() == null ? "" : label.mac())
                        .toArray(String[]::new),
                warehouse,
                document,
                at,
                by);
    }

    /** Takes a device there, and writes the move. */
    public void move(Held device, Target to, DeviceNote why) {
        DeviceTerms terms = to.terms();
        String agreed = terms == null ? null : terms.code();
        sql.update(
                """
                with moved as (
                    update devices set state = ?, warehouse_id = ?, crew_id = ?, customer_id = ?, terms = ?, rent_id = ?,
                        moved_at = ?, last_move = last_move + 1, version = version + 1 where id = ?
                    returning id, last_move, state, warehouse_id, crew_id, customer_id, terms, rent_id)
                insert into device_moves (device_id, no, state, warehouse_id, crew_id, customer_id, terms, rent_id, fee_id,
                    price, reason, document, moved_at, moved_by)
                select moved.*, ?, ?, ?, ?, ?, ? from moved""",
                to.state().code(),
                to.warehouse(),
                to.crew(),
                to.customer(),
                agreed,
                to.rent(),
                at,
                device.id(),
                to.fee(),
                to.price(),
                why.reason(),
                why.document(),
                at,
                by);
    }

    /**
     * Corrects what was read from the label. False: another device has that serial or MAC, perhaps since this moment;
     * nothing more can be done in this transaction then.
     */
    public boolean relabel(UUID device, NewDevice label) {
        boolean free = sql.number(
                        "select count(*) from devices where id <> ? and (serial_key = ? or mac = ?)",
                        device,
                        Macs.key(label.serial()),
                        label.mac())
                == 0;
        return free && write(device, label);
    }

    private boolean write(UUID device, NewDevice label) {
        try {
            sql.update(
                    "update devices set serial = ?, mac = ?, version = version + 1 where id = ?",
                    label.serial(),
                    label.mac(),
                    device);
            return true;
        } catch (DatabaseException e) {
            if (e.isBrokenConstraint()) {
                return false;
            }
            throw e;
        }
    }

    /** The keys of those serials and MACs that belong to devices which were there before these. */
    public Set<String> known(List<NewDevice> labels, List<UUID> but) {
        UUID[] fresh = but.toArray(UUID[]::new);
        return Set.copyOf(sql.list(
                """
                select serial_key from devices where serial_key = any (?::text[]) and id <> all (?)
                union select mac from devices where mac = any (?::text[]) and id <> all (?)""",
                row -> row.getString(1),
                labels.stream().map(label -> Macs.key(label.serial())).toArray(String[]::new),
                fresh,
                labels.stream()
                        .map(label -> label.mac() == null ? "" : label.mac())
                        .toArray(String[]::new),
                fresh));
    }

    public boolean isCrew(UUID user) {
        return sql.number("select count(*) from users where id = ? and role = 'tech' and is_active", user) > 0;
    }
}
