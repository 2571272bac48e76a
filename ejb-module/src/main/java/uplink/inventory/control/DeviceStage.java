package uplink.inventory.control;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import uplink.inventory.boundary.DeviceTerms;
import uplink.inventory.boundary.NewDevice;
import uplink.shared.Ids;
import uplink.shared.Sql;
import uplink.shared.table.StagedLines;

/** The lines of a file of devices in a temporary table, compared with each other and with what is there, set by set. */
final class DeviceStage {

    /** A line that is right by itself. */
    record Line(
            int line,
            UUID model,
            NewDevice label,
            DeviceCondition condition,
            @Nullable UUID warehouse,
            @Nullable String contract) {}

    private final Sql sql;
    private final StagedLines lines;
    private final List<Line> waiting = new ArrayList<>();

    DeviceStage(Sql sql) {
        this.sql = sql;
        sql.run(
                """
                create temp table device_lines (line int primary key, id uuid, model_id uuid, serial text, serial_key text
                        generated always as (regexp_replace(serial, '[^0-9A-Z]', '', 'g')) stored, mac text, state text, terms text,
                        warehouse_id uuid, contract text, customer_id uuid, known uuid) on commit drop""");
        lines = new StagedLines(sql, "device_lines");
    }

    void put(Line line) {
        waiting.add(line);
    }

    /** Writes what has been put since the last time. */
    void send() {
        sql.update(
                """
                insert into device_lines (line, id, model_id, serial, mac, state, terms, warehouse_id, contract)
                select * from unnest(?::int[], ?::uuid[], ?::uuid[], ?::text[], ?::text[], ?::text[], ?::text[], ?::uuid[], ?::text[])""",
                waiting.stream().map(Line::line).toArray(Integer[]::new),
                waiting.stream().map(line -> Ids.next()).toArray(UUID[]::new),
                waiting.stream().map(Line::model).toArray(UUID[]::new),
                texts(line -> line.label().serial()),
                texts(line -> line.label().mac()),
                texts(line -> line.condition().state().code()),
                texts(DeviceStage::terms),
                waiting.stream().map(Line::warehouse).toArray(UUID[]::new),
                texts(Line::contract));
        waiting.clear();
    }

    private static @Nullable String terms(Line line) {
        DeviceTerms terms = line.condition().terms();
        return terms == null ? null : terms.code();
    }

    private String[] texts(Function<Line, @Nullable String> of) {
        return waiting.stream().map(of).toArray(String[]::new);
    }

    /** Finds customers and devices that are known, and what cannot be. */
    void compare() {
        sql.run("create index on device_lines (serial_key, line)");
        sql.run("create index on device_lines (mac, line) where mac is not null");
        sql.run("analyze device_lines");
        lines.refuseTwice("serial", "serial_key", "inventory.serial.twice");
        lines.refuseTwice("mac", "mac", "inventory.mac.twice");
        sql.update(
                """
                update device_lines l set customer_id = c.id from contracts k join customers c on c.id = k.customer_id
                where k.number = l.contract and c.erased_at is null""");
        lines.refuse(
                "contract_number", "inventory.import.contract", "l.contract is not null and l.customer_id is null");
        sql.update("update device_lines l set known = d.id from devices d where d.serial_key = l.serial_key");
        lines.refuse(
                "mac",
                "inventory.device.known",
                "exists (select from devices d where d.mac = l.mac and d.id is distinct from l.known)");
        lines.refuse(
                "serial",
                "inventory.import.differs",
                """
                exists (select from devices d where d.id = l.known
                    and (d.model_id <> l.model_id or l.mac is not null and l.mac is distinct from d.mac))""");
        // what has been moved here since is known better here than in the file
        lines.refuse(
                "condition",
                "inventory.import.elsewhere",
                """
                exists (select from devices d where d.id = l.known and d.last_move = 1
                    and (d.state, d.warehouse_id, d.customer_id, d.terms)
                        is distinct from (l.state, l.warehouse_id, l.customer_id, l.terms))""");
    }

    StagedLines lines() {
        return lines;
    }

    /** Devices and the move that has brought each here; their customers first (ADR 25). */
    void write(UUID importId, @Nullable UUID by, Instant at) {
        lines.settle();
        sql.update(
                """
                insert into devices (id, model_id, serial, mac, state, warehouse_id, customer_id, terms, moved_at)
                select id, model_id, serial, mac, state, warehouse_id, customer_id, terms, ? from device_lines order by line""",
                at);
        sql.update(
                """
                insert into device_moves (device_id, no, state, warehouse_id, customer_id, terms, moved_at, moved_by, import_id)
                select id, 1, state, warehouse_id, customer_id, terms, ?, ?, ? from device_lines order by line""",
                at,
                by,
                importId);
    }
}
