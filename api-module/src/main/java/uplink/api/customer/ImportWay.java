package uplink.api.customer;

import jakarta.ws.rs.QueryParam;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;
import uplink.customer.boundary.ImportKind;
import uplink.customer.boundary.ImportMode;
import uplink.customer.boundary.NewImport;

/** How a file is imported, whatever it brings. */
public class ImportWay {

    @QueryParam("fileName")
    @Parameter(description = "What the import is called in lists; left out, after what it brings: customers.csv.")
    private @Nullable String fileName;

    @QueryParam("mode")
    @Parameter(description = "What becomes of the good rows of a file with bad ones; left out: all or nothing.")
    private @Nullable ImportMode mode;

    @QueryParam("dryRun")
    @Parameter(description = "Check only, write nothing.")
    private @Nullable Boolean dryRun;

    NewImport of(ImportKind kind, byte[] content) {
        return new NewImport(
                kind,
                Objects.requireNonNullElse(fileName, kind.code() + ".csv"),
                content,
                Objects.requireNonNullElse(mode, ImportMode.ALL_OR_NOTHING),
                Boolean.TRUE.equals(dryRun));
    }
}
