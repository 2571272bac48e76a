package uplink.inventory.boundary;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.function.IntPredicate;
import javax.sql.DataSource;
import uplink.customer.boundary.FileOutcome;
import uplink.customer.boundary.ImportFile;
import uplink.customer.boundary.ImportKind;
import uplink.customer.boundary.ImportTaker;
import uplink.inventory.control.DeviceColumn;
import uplink.inventory.control.DeviceImport;
import uplink.shared.Allowed;
import uplink.shared.Permission;
import uplink.shared.Sql;
import uplink.shared.table.FileColumn;

/**
 * Takes over the devices of another program: in a warehouse, in repair, with a customer for nothing or sold there. The columns
 * are in the operator guide. Nothing is charged and nothing announced; the same file twice adds nothing, and what has been
 * moved here since stays where it is.
 */
@ApplicationScoped
@Allowed(Permission.SYSTEM)
public class DeviceFiles implements ImportTaker {

    @Resource(lookup = "jdbc/uplink")
    private DataSource database;

    @Override
    @Allowed(Permission.IMPORT_RUN)
    public ImportKind kind() {
        return ImportKind.DEVICES;
    }

    @Override
    @Allowed(Permission.IMPORT_RUN)
    public List<String> columns() {
        return FileColumn.headers(DeviceColumn.class);
    }

    @Override
    @Allowed(Permission.IMPORT_RUN)
    public List<String> needed() {
        return DeviceColumn.NEEDED.stream().map(DeviceColumn::header).sorted().toList();
    }

    @Override
    @Allowed(Permission.IMPORT_RUN)
    public Optional<String> column(String heading) {
        return DeviceColumn.of(heading).map(DeviceColumn::header);
    }

    @Override
    public FileOutcome take(ImportFile file, IntPredicate progress) {
        return new DeviceImport(Sql.in(database), file).run(progress);
    }
}
