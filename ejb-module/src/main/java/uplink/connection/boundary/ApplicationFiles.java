package uplink.connection.boundary;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.function.IntPredicate;
import javax.sql.DataSource;
import uplink.connection.control.ApplicationColumn;
import uplink.connection.control.ApplicationImport;
import uplink.customer.boundary.FileOutcome;
import uplink.customer.boundary.ImportFile;
import uplink.customer.boundary.ImportKind;
import uplink.customer.boundary.ImportTaker;
import uplink.shared.Allowed;
import uplink.shared.BusinessClock;
import uplink.shared.Permission;
import uplink.shared.Sql;
import uplink.shared.table.FileColumn;

/**
 * Takes over the applications that another program has begun, as new ones since the day on which they were made. The columns
 * are in the operator guide. Nobody is told, and the same file twice adds nothing.
 */
@ApplicationScoped
@Allowed(Permission.SYSTEM)
public class ApplicationFiles implements ImportTaker {

    @Resource(lookup = "jdbc/uplink")
    private DataSource database;

    @Inject
    private BusinessClock clock;

    @Override
    @Allowed(Permission.IMPORT_RUN)
    public ImportKind kind() {
        return ImportKind.APPLICATIONS;
    }

    @Override
    @Allowed(Permission.IMPORT_RUN)
    public List<String> columns() {
        return FileColumn.headers(ApplicationColumn.class);
    }

    @Override
    @Allowed(Permission.IMPORT_RUN)
    public List<String> needed() {
        return ApplicationColumn.NEEDED.stream()
                .map(ApplicationColumn::header)
                .sorted()
                .toList();
    }

    @Override
    @Allowed(Permission.IMPORT_RUN)
    public Optional<String> column(String heading) {
        return ApplicationColumn.of(heading).map(ApplicationColumn::header);
    }

    @Override
    public FileOutcome take(ImportFile file, IntPredicate progress) {
        return new ApplicationImport(Sql.in(database), file, clock.getZone().getId()).run(progress);
    }
}
