package uplink.inventory.control;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;
import uplink.customer.boundary.FileOutcome;
import uplink.customer.boundary.ImportFile;
import uplink.inventory.boundary.NewDevice;
import uplink.shared.BusinessException;
import uplink.shared.Folding;
import uplink.shared.Sql;
import uplink.shared.Text;
import uplink.shared.Validation;
import uplink.shared.table.DelimitedTable;
import uplink.shared.table.TableLines;

/** One file of devices: each line read and checked by itself, then all of them compared and written together. */
public final class DeviceImport {

    private static final int LONGEST_CONTRACT = 40;

    private final Sql sql;
    private final ImportFile file;
    private final TableLines<DeviceColumn> lines =
            new TableLines<>(DeviceColumn.class, DeviceColumn::of, DeviceColumn.NEEDED);
    private final DeviceStage stage;
    private final Map<String, Optional<UUID>> models;
    private final Map<String, Optional<UUID>> warehouses;

    public DeviceImport(Sql sql, ImportFile file) {
        this.sql = sql;
        this.file = file;
        stage = new DeviceStage(sql);
        models = named("select id, name, vendor || ' ' || name from device_models");
        warehouses = named("select id, code, name from warehouses where is_active");
    }

    /** By what each is called; what is called the same as another one is nothing. */
    private Map<String, Optional<UUID>> named(String query) {
        Map<String, Optional<UUID>> found = new HashMap<>();
        sql.list(query, row -> {
            UUID id = row.getObject(1, UUID.class);
            for (String name : List.of(row.getString(2), row.getString(3))) {
                found.merge(
                        Folding.folded(name),
                        Optional.of(id),
                        (one, other) -> one.equals(other) ? one : Optional.empty());
            }
            return id;
        });
        return found;
    }

    public FileOutcome run(IntPredicate progress) {
        if (!lines.read(file.content(), file.explained(), this::take, stage::send, progress)) {
            return FileOutcome.stopped(lines.total());
        }
        stage.compare();
        FileOutcome outcome = FileOutcome.of(lines, stage.lines(), file.whole());
        if (outcome.written() && !file.dryRun()) {
            stage.write(file.id(), file.by(), file.at());
        }
        return outcome;
    }

    private void take(DelimitedTable.Row<DeviceColumn> row) {
        int before = lines.refused().size();
        NewDevice label = label(row);
        Optional<UUID> model = model(row);
        String warehouse = row.get(DeviceColumn.WAREHOUSE);
        String contract = row.get(DeviceColumn.CONTRACT_NUMBER);
        Optional<UUID> store = warehouse == null ? Optional.empty() : known(warehouses, warehouse);
        check(row, warehouse == null || store.isPresent(), DeviceColumn.WAREHOUSE, "inventory.warehouse.unknown");
        check(
                row,
                contract == null || contract.length() <= LONGEST_CONTRACT,
                DeviceColumn.CONTRACT_NUMBER,
                "inventory.import.contract");
        DeviceCondition condition = condition(row, warehouse, contract);
        if (lines.refused().size() == before && condition != null) {
            stage.put(new DeviceStage.Line(
                    row.line(), model.orElseThrow(), label, condition, store.orElse(null), contract));
        }
    }

    private NewDevice label(DelimitedTable.Row<DeviceColumn> row) {
        String serial = row.get(DeviceColumn.SERIAL);
        Validation validation = new Validation();
        NewDevice label =
                Serials.checked("", new NewDevice(serial == null ? "" : serial, row.get(DeviceColumn.MAC)), validation);
        try {
            validation.done();
        } catch (BusinessException refused) {
            refused.errors().forEach(error -> lines.refuse(row.line(), error.field(), error.message()));
        }
        return label;
    }

    private Optional<UUID> model(DelimitedTable.Row<DeviceColumn> row) {
        String name = row.get(DeviceColumn.MODEL);
        String vendor = row.get(DeviceColumn.VENDOR);
        Optional<UUID> model =
                name == null ? Optional.empty() : known(models, vendor == null ? name : vendor + " " + name);
        check(row, model.isPresent(), DeviceColumn.MODEL, "inventory.import.model");
        return model;
    }

    /** Where it is says how it stands, unless that was said. */
    private @Nullable DeviceCondition condition(
            DelimitedTable.Row<DeviceColumn> row, @Nullable String warehouse, @Nullable String contract) {
        String said = row.get(DeviceColumn.CONDITION);
        DeviceCondition meant = said == null
                ? contract == null ? DeviceCondition.STOCK : DeviceCondition.LOAN
                : DeviceCondition.of(said).orElse(null);
        if (meant == null || meant == DeviceCondition.RENT) {
            check(row, false, DeviceColumn.CONDITION, "inventory.import." + (meant == null ? "condition" : "rent"));
            return null;
        }
        check(
                row,
                (meant == DeviceCondition.STOCK) == (warehouse != null),
                DeviceColumn.WAREHOUSE,
                "inventory.import.place");
        check(
                row,
                (meant.terms() != null) == (contract != null),
                DeviceColumn.CONTRACT_NUMBER,
                "inventory.import.place");
        return meant;
    }

    private static Optional<UUID> known(Map<String, Optional<UUID>> names, String written) {
        return names.getOrDefault(Folding.folded(written), Optional.empty());
    }

    private void check(DelimitedTable.Row<DeviceColumn> row, boolean good, DeviceColumn column, String reason) {
        if (!good) {
            lines.refuse(row.line(), column.header(), Text.of(reason));
        }
    }
}
